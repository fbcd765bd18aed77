import { withoutUser } from "../io/url-user";
import { Failure } from "../failure/failure";
import type { Proxies } from "../types";

/** A proxy that a request goes through. */
export interface Proxy {
  readonly url: URL;
  /** The proxy as it was configured, user and password shown as `***` (botocore's `mask_proxy_url`). */
  readonly shown: string;
  /** The `Proxy-Authorization` header; undefined unless user and password are both there, as in botocore. */
  readonly authorization: string | undefined;
}

/**
 * The proxy for a request, or undefined if it uses none, by the rules of botocore's `ProxyConfiguration` and of
 * Python's `proxy_bypass_environment`. Throws a Failure if the proxy is not a URL, or is neither http nor https.
 */
export function proxyFor(target: URL, proxies: Proxies): Proxy | undefined {
  const configured = target.protocol === "https:" ? proxies.https : proxies.http;
  if (!configured || bypasses(target, proxies.bypass)) return undefined;
  const text = withScheme(configured);
  const shown = withoutUser(text);
  const unusable = (problem: string, cause?: unknown): Failure =>
    new Failure({ kind: "proxy-unusable", proxy: shown, problem }, { cause });
  const [, scheme = ""] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? [];
  if (!/^https?$/i.test(scheme)) throw unusable(`only http and https proxies can be used, not ${scheme}`);
  try {
    const url = new URL(text);
    if (shown !== text && !url.username && !url.password) throw new Error("a part of the user was taken for the host");
    return { url, shown, authorization: basic(decodeURIComponent(url.username), decodeURIComponent(url.password)) };
  } catch (error) {
    throw unusable("this cannot be read as a URL", error);
  }
}

/** Whether the host, with or without its port, is one of the comma separated names or ends in one. `*` alone is all hosts. */
export function bypasses(target: URL, bypass: string | undefined): boolean {
  if (!bypass) return false;
  if (bypass === "*") return true;
  const hosts = [target.hostname, target.host];
  const names = bypass.split(",").map((name) => name.trim().replace(/^\.+/, "").toLowerCase());
  return names.some((name) => name !== "" && hosts.some((host) => host === name || host.endsWith(`.${name}`)));
}

function basic(user: string, password: string): string | undefined {
  return user && password ? `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` : undefined;
}

function withScheme(proxy: string): string {
  if (/^https?:/i.test(proxy) || /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy)) return proxy;
  return proxy.startsWith("//") ? `http:${proxy}` : `http://${proxy}`;
}

/**
 * The address of a URL's host as Node's sockets want it: an IPv6 address without brackets, and no server name that is
 * an address. A URL takes a host whose last part is a number for an IPv4 address, so `isIP`, which compiles a long
 * expression, need not be asked.
 */
export function addressOf(url: URL): { readonly host: string; readonly port: string; readonly servername: string } {
  const { hostname, port } = url;
  if (hostname.startsWith("[")) return { host: hostname.slice(1, -1), port, servername: "" };
  return { host: hostname, port, servername: /\.\d+$/.test(hostname) ? "" : hostname };
}
