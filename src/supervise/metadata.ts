import { request } from "node:http";
import type { Io } from "../types";

/** The metadata of the instance. */
export interface Metadata {
  /** The text at a path below `latest/meta-data`; undefined if there is none (404). Throws if nobody answers. */
  get(path: string, signal?: AbortSignal): Promise<string | undefined>;
}

const addresses = { ipv4: "http://169.254.169.254", ipv6: "http://[fd00:ec2::254]" };

/**
 * The lifetime that a session's token is asked for, in seconds (the longest possible), and the time limit of one
 * answer, in milliseconds.
 */
const times = { token: 21_600, answer: 2000 };

/** The longest answer that is read, in characters. */
const longest = 65_536;

/**
 * Asks the instance metadata service, version 2: with a token, and without a proxy. Undefined if
 * `AWS_EC2_METADATA_DISABLED` turns it off.
 */
export function createMetadata({ env, trace }: Io): Metadata | undefined {
  if (env["AWS_EC2_METADATA_DISABLED"]?.toLowerCase() === "true") return undefined;
  const mode = env["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"]?.toLowerCase() === "ipv6" ? "ipv6" : "ipv4";
  const base = (env["AWS_EC2_METADATA_SERVICE_ENDPOINT"] || addresses[mode]).replace(/\/+$/, "");
  let token: Promise<string> | undefined;

  const newToken = async (signal?: AbortSignal): Promise<string> => {
    const headers = { "x-aws-ec2-metadata-token-ttl-seconds": String(times.token) };
    const { status, text } = await ask("PUT", `${base}/latest/api/token`, { headers, signal });
    if (status !== 200 || text === "") throw new Error(`instance metadata gave no token (${status})`);
    return text;
  };
  const get = async (path: string, signal?: AbortSignal, isRetry = false): Promise<string | undefined> => {
    token ??= newToken(signal);
    const current = await token.catch((error: unknown) => {
      token = undefined;
      throw error;
    });
    const headers = { "x-aws-ec2-metadata-token": current };
    const { status, text } = await ask("GET", `${base}/latest/meta-data/${path}`, { headers, signal });
    trace.log(`instance metadata: ${path}: ${status}`);
    if (status === 404) return undefined;
    if (status === 401 && !isRetry) {
      token = undefined;
      return get(path, signal, true);
    }
    if (status !== 200) throw new Error(`instance metadata answered ${status}`);
    return text.trim();
  };
  return { get };
}

interface Question {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

function ask(method: string, url: string, { headers, signal }: Question): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const options = { method, headers, agent: false as const, timeout: times.answer, ...(signal && { signal }) };
    const call = request(url, options, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => {
        text += chunk;
        if (text.length > longest) call.destroy(new Error("instance metadata answered too much"));
      });
      answer.on("end", () => {
        resolve({ status: answer.statusCode ?? 0, text });
      });
      answer.on("error", reject);
    });
    const limit = setTimeout(() => {
      call.destroy(new Error("instance metadata did not answer"));
    }, times.answer);
    call.on("error", reject);
    call.on("close", () => {
      clearTimeout(limit);
      reject(new Error("instance metadata did not answer"));
    });
    call.end();
  });
}
