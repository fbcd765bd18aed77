import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { plainAnswer, type Answer, type Received } from "./wire";

/** A server that listens. */
export interface Listener {
  readonly url: string;
  /** Ends all connections, answered or not. */
  readonly stop: () => Promise<void>;
}

/** What a request's body may hold: no service here takes more. */
const largestBody = 1024 * 1024;

/** Connections at a time; more are closed. */
const mostConnections = 256;

/** Milliseconds that a request may take to come in. */
const slowestRequest = 60_000;

/**
 * Listens on 127.0.0.1, on a free port for 0. What a request makes `handle` throw is told to `onError` and answered with
 * 500; the next one is served.
 */
export async function listen(
  port: number,
  handle: (request: Received) => Promise<Answer>,
  onError: (error: unknown) => void,
): Promise<Listener> {
  const server = createServer({ requestTimeout: slowestRequest }, (request, response) => {
    const send = ({ status, headers, body }: Answer): void => {
      response.writeHead(status, headers).end(body);
    };
    readAll(request, largestBody)
      .then((received) => (received ? handle(received) : tooLarge))
      .then(send)
      .catch((error: unknown) => {
        if (!request.complete || response.headersSent) return response.destroy();
        onError(error);
        send(plainAnswer(500, "The stand-in could not answer.\n"));
      });
  });
  server.maxConnections = mostConnections;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => stop(server) };
}

const tooLarge: Answer = {
  ...plainAnswer(413, "The body is larger than 1 MiB.\n"),
  headers: { "content-type": "text/plain", connection: "close" },
};

/** The request with its whole body. Throws when the client goes away before the end. */
export async function readAll(request: IncomingMessage): Promise<Received>;
/** Undefined when the body has more than `most` bytes; what is left of it is not read. */
export async function readAll(request: IncomingMessage, most: number): Promise<Received | undefined>;
export async function readAll(request: IncomingMessage, most = Infinity): Promise<Received | undefined> {
  const { method = "", url: path = "", headers } = request;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += (chunk as Buffer).length;
    if (length > most) return undefined;
    chunks.push(chunk as Buffer);
  }
  return { method, path, headers, body: Buffer.concat(chunks) };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
