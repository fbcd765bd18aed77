import { Failure, isFailure } from "../failure/failure";
import type { Proxy } from "./route";

/**
 * The most that is read from an answer, in bytes, unless a limit for the body is set: the answer of a credentials
 * service is under a thousandth of it.
 */
export const answerLimit = { head: 64 * 1024, body: 1024 * 1024 };

/**
 * The point that an attempt has reached: opening the socket, the TLS handshake, waiting for the answer's head, reading
 * its body.
 */
export type Phase = "connect" | "handshake" | "head" | "body";

/** The way of a request, which tells faults of the same phase apart. */
export interface Way {
  readonly url: string;
  readonly proxy: Proxy | undefined;
  /**
   * For an https endpoint, the proxy is asked for a `tunnel`; otherwise the request itself is sent to it, to `forward`.
   */
  readonly route: "direct" | "forward" | "tunnel";
}

/** The codes that Node reports when the other side goes away, at whatever layer. */
const closed = new Set(["ECONNRESET", "EPIPE", "ECONNABORTED"]);

/**
 * The meaning of an error of Node's sockets, TLS or HTTP parser for the request, as in botocore's
 * `URLLib3Session.send`.
 */
export function faultOf(error: unknown, reached: Phase, { url, proxy, route }: Way): Failure {
  if (isFailure(error)) return error;
  const { code = "", message, syscall } = error as NodeJS.ErrnoException;
  const phase = syscall === "connect" ? "connect" : reached;
  const fault = (data: Failure["data"]): Failure => new Failure(data, { cause: error });
  if (code === "HPE_HEADER_OVERFLOW" && phase !== "connect")
    return fault({ kind: "answer-too-large", url, limit: answerLimit.head });
  if (phase === "body") return fault({ kind: "connection-closed", url, answered: true });
  const isProxyFault = phase === "connect" || (route === "forward" && (phase === "handshake" || closed.has(code)));
  if (proxy && isProxyFault) return fault({ kind: "proxy-unreachable", proxy: proxy.shown });
  const isConnected = phase !== "connect" || (closed.has(code) && syscall !== "connect");
  if (!isConnected) return fault({ kind: "endpoint-unreachable", url });
  if (phase === "head" || closed.has(code)) return fault({ kind: "connection-closed", url, answered: false });
  return fault({ kind: "tls-failed", url, problem: plain(message) });
}

/** The fault of a connect timeout that ran out. It covers the TLS handshake too, as in urllib3. */
export function connectTimeout(phase: Phase, { url, proxy }: Way): Failure {
  if (phase !== "connect") return new Failure({ kind: "read-timeout", url });
  return new Failure(proxy ? { kind: "proxy-unreachable", proxy: proxy.shown } : { kind: "connect-timeout", url });
}

/**
 * The reason in a message of OpenSSL: `80CC…:error:0A00010B:SSL routines:function:reason:file:line:` becomes `reason`.
 * Other messages are unchanged, but for the advice on Node's own options that Node 24 adds.
 */
function plain(message: string): string {
  return (
    /:SSL routines:[^:]*:([^:]+):/.exec(message)?.[1] ?? message.replace(/; if the root CA is installed locally.*/s, "")
  );
}
