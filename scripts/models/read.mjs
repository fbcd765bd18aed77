import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** Reads botocore's data of a service, in the latest version of its folder: { api, paginators, waiters }. */
export function readService(folder, service) {
  const version = latestVersion(path.join(folder, service));
  const file = (name) => readJson(path.join(folder, service, version, name));
  const api = file("service-2.json");
  if (!api) throw new Error(`${path.join(folder, service, version)} has no service-2.json`);
  const extras = file("paginators-1.sdk-extras.json")?.merge ?? {};
  return {
    api,
    paginators: merged(file("paginators-1.json") ?? {}, extras).pagination ?? {},
    waiters: file("waiters-2.json")?.waiters ?? {},
  };
}

/** Versions are days, such as 2011-01-01. */
function latestVersion(folder) {
  const versions = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d$/.test(name)) : [];
  if (versions.length === 0) throw new Error(`${folder} has no version of the service's model`);
  return versions.sort().at(-1);
}

/** The contents of a file that exists plain or as .gz; undefined if it does not. */
function readJson(file) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  if (existsSync(`${file}.gz`)) return JSON.parse(gunzipSync(readFileSync(`${file}.gz`)).toString("utf8"));
  return undefined;
}

/** `base` with the additions and changes of `extra` to its objects. */
function merged(base, extra) {
  const result = { ...base };
  for (const [key, value] of Object.entries(extra)) {
    result[key] = isObject(value) && isObject(base[key]) ? merged(base[key], value) : value;
  }
  return result;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
