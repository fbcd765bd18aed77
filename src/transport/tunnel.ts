import { HttpsProxyAgent } from "hpagent";
import type { Agent } from "node:https";
import type { ConnectionOptions } from "node:tls";
import { bareHost, type Proxy } from "./route";

/** An agent that reaches the endpoint by CONNECT through the proxy, and the end of a CONNECT that is under way. */
export interface Tunnel {
  readonly agent: Agent;
  close(): void;
}

/** Prepares a tunnel; the proxy is asked for it when the agent is first used. */
export function openTunnel({ url, authorization }: Proxy, trust: ConnectionOptions): Tunnel {
  const controller = new AbortController();
  const proxy: unknown = { protocol: url.protocol, hostname: bareHost(url.hostname), port: url.port };
  const agent = new HttpsProxyAgent({
    keepAlive: false,
    proxy: proxy as URL,
    proxyRequestOptions: {
      ...trust,
      headers: authorization === undefined ? {} : { "proxy-authorization": authorization },
      signal: controller.signal,
    } as object,
  });
  return {
    agent,
    close: () => {
      controller.abort();
    },
  };
}
