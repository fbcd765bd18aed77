import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { connect, type AddressInfo, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readAll } from "../../src/stand-in/listener";
import type { Keys } from "../../src/stand-in/signature";
import type { Answer, Received } from "../../src/stand-in/wire";
import { certificates, type CertifiedName } from "./certificates";
import { defaultAnswer, recordedKeys } from "./defaults";
import { nextAnswer, type ScriptedAnswer } from "./script";
import { describeRequest, type SeenRequest } from "./seen";

/** A running stand-in for everything a run may talk to: http, https, and an http proxy, all on 127.0.0.1. */
export interface TestService {
  readonly url: string;
  readonly port: number;
  /** `https://localhost:…`, with a certificate that `ca` vouches for. */
  readonly tlsUrl: string;
  readonly tlsPort: number;
  /** The PEM file of the certificate's authority. */
  readonly ca: string;
  /** All requests so far, in the order in which they were complete. */
  readonly requests: SeenRequest[];
  /** The answers that were not given yet; tests may add to them. */
  readonly script: ScriptedAnswer[];
  readonly stop: () => Promise<void>;
}

/** The answers to unscripted requests, and the secrets that signatures are checked with. */
export interface TestServiceOptions {
  readonly fallback?: (request: Received) => Answer | Promise<Answer>;
  readonly keys?: Keys;
  /** The names in the certificate; localhost, 127.0.0.1 and the services' us-east-1 hosts if absent. */
  readonly names?: readonly CertifiedName[];
}

/**
 * Starts the stand-in that the recorded cases' README describes, on free ports. A request takes the first scripted
 * answer that applies, or else `fallback`, which is the README's defaults. Bad signatures are noted and not refused.
 */
export async function startService(
  answers: readonly ScriptedAnswer[] = [],
  { fallback = defaultAnswer, keys = recordedKeys, names }: TestServiceOptions = {},
): Promise<TestService> {
  const script = [...answers];
  const requests: SeenRequest[] = [];
  const { authority, key, certificate } = await certificates(names);
  const folder = await mkdtemp(path.join(tmpdir(), "stand-in-"));
  const ca = path.join(folder, "ca.pem");
  await writeFile(ca, authority);

  const http = createHttpServer(serve("http"));
  const https = createHttpsServer({ key, cert: certificate }, serve("https"));
  // longer than any test waits, so that a run that ends does so by itself
  http.keepAliveTimeout = https.keepAliveTimeout = 300_000;
  const sockets = trackSockets(http, https);
  http.on("connect", (request: IncomingMessage, socket: Socket) => {
    const { method = "", url = "", headers } = request;
    const received = { method, path: url, headers, body: Buffer.alloc(0) };
    requests.push(describeRequest(received, { scheme: "connect", viaProxy: null, keys }));
    if (script[0]?.tunnel) tunnel(socket, portOf(https));
    else socket.end("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n");
  });
  await Promise.all([listen(http), listen(https)]);

  function serve(scheme: "http" | "https") {
    return (message: IncomingMessage, response: ServerResponse): void => {
      answer(message, response).catch(() => response.destroy());
    };

    async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
      const { received, viaProxy } = splitTarget(await readAll(message));
      requests.push(describeRequest(received, { scheme, viaProxy, keys }));
      const scripted = nextAnswer(script, received);
      if (scripted) await play(scripted, response, sockets.raw(message.socket));
      else send(response, await fallback(received));
    }
  }

  return {
    url: `http://127.0.0.1:${portOf(http)}`,
    port: portOf(http),
    tlsUrl: `https://localhost:${portOf(https)}`,
    tlsPort: portOf(https),
    ca,
    requests,
    script,
    stop: async () => {
      http.close();
      https.close();
      sockets.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Removes the host from a request in absolute form, as a proxy gets it. */
function splitTarget(received: Received): { received: Received; viaProxy: string | null } {
  const match = /^https?:\/\/([^/?]+)(.*)$/s.exec(received.path);
  if (!match) return { received, viaProxy: null };
  const [, host = "", rest = ""] = match;
  return { received: { ...received, path: rest.startsWith("/") ? rest : `/${rest}` }, viaProxy: host };
}

async function play(answer: ScriptedAnswer, response: ServerResponse, socket: Socket): Promise<void> {
  const { status = 200, headers = {}, body = "", delayMs = 0 } = answer;
  if (delayMs > 0) await wait(delayMs);
  if (answer.take) answer.take(socket);
  else if (answer.reset) socket.resetAndDestroy();
  else if (answer.close) socket.destroy();
  else if (answer.truncate) {
    response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) + 50 });
    response.write(body, () => socket.end());
  } else send(response, { status, headers, body });
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body);
}

function tunnel(client: Socket, port: number): void {
  const upstream = connect(port, "127.0.0.1", () => {
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    client.pipe(upstream).pipe(client);
  });
  upstream.on("error", () => client.destroy());
  client.on("error", () => upstream.destroy());
}

/** All open TCP connections, and which one is below a TLS connection: only a TCP socket can be reset. */
function trackSockets(...servers: Server[]) {
  const open = new Map<number | undefined, Socket>();
  for (const server of servers) {
    server.on("connection", (socket: Socket) => {
      const { remotePort } = socket;
      open.set(remotePort, socket);
      socket.on("close", () => open.delete(remotePort));
      socket.on("error", () => undefined);
    });
  }
  return {
    raw: (socket: Socket): Socket => open.get(socket.remotePort) ?? socket,
    destroy: () => {
      for (const socket of open.values()) socket.destroy();
    },
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
