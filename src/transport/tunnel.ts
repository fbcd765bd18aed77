import { request as httpRequest, type ClientRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect as startTls, type ConnectionOptions } from "node:tls";
import { Failure } from "../failure/failure";
import { addressOf, type Proxy } from "./route";

/** The connection of a request that goes through a proxy by CONNECT. */
export interface Tunnel {
  readonly createConnection: NonNullable<RequestOptions["createConnection"]>;
  /** Ends a CONNECT that is under way. */
  readonly close: () => void;
}

/**
 * Prepares a tunnel to an https endpoint. The proxy is asked for it when the request is made; TLS then starts inside it,
 * where the certificate is checked against the endpoint's name or address: without a `host` Node would take the proxy's.
 */
export function prepareTunnel(target: URL, { url, shown, authorization }: Proxy, trust: ConnectionOptions): Tunnel {
  const authority = `${target.hostname}:${target.port || "443"}`;
  let asking: ClientRequest | undefined;
  return {
    createConnection: (_, done) => {
      const fail = done as (error: Error) => void;
      asking = (url.protocol === "https:" ? httpsRequest : httpRequest)({
        ...(url.protocol === "https:" && trust),
        ...addressOf(url),
        method: "CONNECT",
        path: authority,
        headers: { host: authority, ...(authorization !== undefined && { "proxy-authorization": authorization }) },
        agent: false,
      });
      asking.once("error", fail);
      asking.once("connect", ({ statusCode = 0 }, socket) => {
        if (statusCode === 200) {
          const { host, servername } = addressOf(target);
          done(null, startTls({ ...trust, host, servername, socket }));
        } else {
          socket.destroy();
          fail(new Failure({ kind: "proxy-unreachable", proxy: shown, problem: `the proxy answered ${statusCode}` }));
        }
      });
      asking.end();
      return undefined;
    },
    close: () => {
      asking?.destroy();
    },
  };
}
