import { escapeUri } from "@smithy/core/protocols";
import type { HttpRequest } from "@smithy/types";
import { Agent, request as httpRequest, type AgentOptions, type ClientRequest } from "node:http";
import type { RequestOptions } from "node:https";
import { Failure } from "../failure/failure";
import { isNoHeader } from "../io/unsendable";
import type { KeptConnections, TransportSettings } from "../types";
import { answerLimit, type Way } from "./fault";
import { addressOf, proxyFor } from "./route";

/** A request with the way that it takes. */
export interface Plan extends Way {
  /** Whether a TLS handshake comes before the request. */
  readonly secure: boolean;
  readonly body: string | Uint8Array | undefined;
  readonly open: () => ClientRequest;
  /** Opens the request on a connection of its own, whatever is kept. */
  readonly openAfresh: () => ClientRequest;
  /** Ends what `open` may have started and what destroying its request does not reach. */
  readonly close: () => void;
}

/** Decides the way of a request and loads what the way needs: `https` only for TLS. */
export async function plan(request: HttpRequest, settings: TransportSettings, kept?: KeptConnections): Promise<Plan> {
  const url = urlOf(request);
  const target = new URL(url);
  const proxy = proxyFor(target, settings.proxies);
  const route = !proxy ? "direct" : target.protocol === "https:" ? "tunnel" : "forward";
  const first = proxy && route === "forward" ? proxy.url : target;
  const secure = first.protocol === "https:";
  const trust = secure ? await (await import("./tls")).trustOptions(settings, url) : {};
  const tunnel =
    proxy && route === "tunnel" ? (await import("./tunnel")).prepareTunnel(target, proxy, trust) : undefined;
  const node = secure ? await import("node:https") : { Agent, request: httpRequest };
  const options: RequestOptions & { readonly autoSelectFamilyAttemptTimeout: number } = {
    ...trust,
    ...addressOf(first),
    method: request.method,
    path: route === "forward" ? url : pathOf(request),
    headers: {
      "accept-encoding": "identity",
      ...request.headers,
      ...(route === "forward" && proxy?.authorization && { "proxy-authorization": proxy.authorization }),
    },
    ...(tunnel ? { createConnection: tunnel.createConnection } : { agent: false }),
    maxHeaderSize: answerLimit.head,
    autoSelectFamilyAttemptTimeout,
  };
  refuseFlaws(options, url);
  return {
    url,
    proxy,
    route,
    secure,
    body: request.body as Plan["body"],
    open: () => node.request(kept && !tunnel ? { ...options, agent: agentOf(kept, node, secure) } : options),
    openAfresh: () => node.request(options),
    close: () => tunnel?.close(),
  };
}

/** Milliseconds after which a kept connection that nothing uses is closed: services do so after 20 seconds and more. */
const idleTime = 15_000;

/** The agent that keeps the connections of a kind. They do not keep the process from ending. */
function agentOf(
  kept: KeptConnections,
  { Agent: AgentOfKind }: { readonly Agent: new (options: AgentOptions) => Agent },
  secure: boolean,
): Agent {
  return (kept[secure ? "https" : "http"] ??= new AgentOfKind({ keepAlive: true, timeout: idleTime }));
}

/**
 * Throws a Failure for a request that Node would not send, before anything else is done: it would be as wrong at every
 * attempt.
 */
function refuseFlaws({ headers, path }: RequestOptions, url: string): void {
  const refuse = (problem: string): never => {
    throw new Failure({ kind: "request-unsendable", url, problem });
  };
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (isNoHeader(String(value))) refuse(`there are characters in the header ${name} that no header can carry`);
  }
  const target = path ?? "";
  if (target.includes(" ") || target.includes("\t") || isNoHeader(target))
    refuse("there are characters in its path that no path can carry");
}

/** Time in milliseconds for each address of a host before the next is tried; Node's 250 is too short for slow links. */
const autoSelectFamilyAttemptTimeout = 2000;

/** The request's URL as the messages show it. */
export function urlOf(request: HttpRequest): string {
  const port = request.port === undefined ? "" : `:${request.port}`;
  return `${request.protocol}//${request.hostname}${port}${pathOf(request)}`;
}

/** The path with the query, which keeps the order in which the SDK wrote it: that of the API's model. */
function pathOf({ path, query = {} }: HttpRequest): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((item) => (item === null ? escapeUri(name) : `${escapeUri(name)}=${escapeUri(item)}`)),
  );
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`;
}
