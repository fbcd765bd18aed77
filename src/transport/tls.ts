import type { ConnectionOptions } from "node:tls";
import { readBounded } from "../io/bounded-file";
import { Failure } from "../failure/failure";
import type { TransportSettings } from "../types";

/**
 * The options for trusting the other side. Throws a Failure if the bundle of authorities cannot be used for the request
 * to `url`.
 */
export async function trustOptions(
  { caBundle, verifySsl }: TransportSettings,
  url: string,
): Promise<ConnectionOptions> {
  if (!verifySsl) return { rejectUnauthorized: false };
  return { rejectUnauthorized: true, ...(caBundle !== undefined && { ca: await readBundle(caBundle, url) }) };
}

/** Bundles by path. Each is read once, so that later calls of the same run do not depend on the file. */
const bundles = new Map<string, string>();

/** The most that is read from a bundle, in bytes; that of a whole operating system is a tenth of it. */
const limit = 4 * 1024 * 1024;

/**
 * The text of a bundle. Throws a Failure for a file without certificates, which OpenSSL would take for an empty bundle.
 */
async function readBundle(path: string, url: string): Promise<string> {
  try {
    const pem = bundles.get(path) ?? (await readBounded(path, { limit })).toString("latin1");
    bundles.set(path, pem);
    if (/-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/.test(pem)) return pem;
  } catch (error) {
    const problem = (error as Error).message.replace(/^\w+: (.*), \w+\b.*$/, "$1");
    throw new Failure({ kind: "ca-bundle-unusable", url, path, problem }, { cause: error });
  }
  throw new Failure({ kind: "ca-bundle-unusable", url, path, problem: "no certificate found in it" });
}
