import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import cyclonedx from "@cyclonedx/cyclonedx-library";

const { Contrib, Enums, Models, Serialize, Spec } = cyclonedx;

/**
 * The npm packages that the bundled files belong to, sorted by name and version: `{ name, version, license, text, sha512 }`,
 * the text being the package's own licence file and the hash that of its tarball, from package-lock.json.
 * @param {string} root the folder that `files` are relative to
 * @param {string[]} files as esbuild's metafile names them
 */
export async function bundledPackages(root, files) {
  const folders = new Set(files.map(packageFolder).filter(Boolean));
  const lock = JSON.parse(await readFile(path.join(root, "package-lock.json"), "utf8"));
  const found = new Map();
  for (const folder of folders) {
    const entry = { ...(await describePackage(path.join(root, folder))), sha512: lockedHash(lock, folder) };
    found.set(`${entry.name}@${entry.version}`, entry);
  }
  return [...found.keys()].sort().map((key) => found.get(key));
}

/** `…/node_modules/@scope/name` of a file in it; undefined for our own files. */
function packageFolder(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** The SHA-512 of the tarball that package-lock.json pins, in hex. Throws if it pins none for this folder. */
function lockedHash({ packages }, folder) {
  const key = folder.slice(folder.indexOf("node_modules/"));
  const [, base64] = /\bsha512-(\S+)/.exec(packages[key]?.integrity ?? "") ?? [];
  if (!base64) throw new Error(`package-lock.json has no SHA-512 of ${key}`);
  return Buffer.from(base64, "base64").toString("hex");
}

async function describePackage(folder) {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  if (!license) throw new Error(`${name} names no licence`);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? (await readFile(path.join(folder, file), "utf8")).trim() : `Licensed under ${license}.`;
  return { name, version, license, text };
}

/** The licences of all packages; a text that several share stands once, under their names. */
export function licenseText(packages) {
  const byText = new Map();
  for (const entry of packages) byText.set(entry.text, [...(byText.get(entry.text) ?? []), entry]);
  const sections = [...byText].map(([text, entries]) => {
    const names = entries.map(({ name, version, license }) => `${name} ${version} (${license})`);
    return [...names, "", text].join("\n");
  });
  const intro = "aws-lifecycle-hooks contains code of the packages below, under these licences.";
  return `${[intro, ...sections].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** The CycloneDX 1.6 bill of materials, as JSON: this package and what is bundled in it. Reproducible: no time, no serial. */
export async function billOfMaterials(root, packages) {
  const own = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const bom = new Models.Bom();
  bom.metadata.component = component(own, Enums.ComponentType.Application);
  for (const entry of packages) {
    const part = component(entry, Enums.ComponentType.Library);
    part.hashes.set(Enums.HashAlgorithm["SHA-512"], entry.sha512);
    bom.components.add(part);
    bom.metadata.component.dependencies.add(part.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

// The factory's constructor takes an optional check of licence expressions, which its types call required.
const licences = new Contrib.License.Factories.LicenseFactory(undefined);

/** A package as CycloneDX has it. Throws for a licence that is no SPDX id: such a package wants a look before it is bundled. */
function component({ name, version, license }, type) {
  const [bare, group] = name.split("/").reverse();
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const part = new Models.Component(type, bare, { group, version, purl, bomRef: purl });
  part.licenses.add(licences.makeSpdxLicense(license));
  return part;
}
