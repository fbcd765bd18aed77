import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Packs the project as `npm publish` would, into a folder: `{ file, manifest, integrity, shasum }`. Uses the existing
 * build.
 */
export async function pack(root, folder) {
  const words = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { stdout } = await run("npm", words, { cwd: root, shell: process.platform === "win32" });
  const [{ filename, integrity, shasum }] = Object.values(JSON.parse(stdout));
  const manifest = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  return { file: path.join(folder, filename), manifest, integrity, shasum };
}

/**
 * A server on the loopback interface that plays two parts for the documentation's scripts: a package registry with this
 * one package, so that `npx` and `npm install` run as written, and an EC2 instance's metadata service.
 */
export async function serveOutsideWorld({ file, manifest, integrity, shasum }) {
  const tarball = await readFile(file);
  let address = "";
  const { name, version, bin } = manifest;
  const server = createServer(({ url }, response) => {
    const dist = { tarball: `${address}/package.tgz`, integrity, shasum };
    const answers = {
      [`/${name}`]: JSON.stringify({
        name,
        "dist-tags": { latest: version },
        versions: { [version]: { name, version, bin, dist } },
      }),
      "/package.tgz": tarball,
      "/latest/api/token": "token",
      "/latest/meta-data/placement/region": "eu-west-1",
    };
    response.statusCode = url in answers ? 200 : 404;
    response.end(answers[url]);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  address = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
  return { url: address, close: () => server.close() };
}
