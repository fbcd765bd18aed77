import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { plainAnswer, type Answer, type Received } from "./wire";

/** A server that listens. */
export interface Listener {
  readonly url: string;
  /** Ends all connections, answered or not. */
  readonly stop: () => Promise<void>;
}

/** The longest body of a request, in bytes: no service here accepts more. */
const largestBody = 1024 * 1024;

/** The number of connections at a time; more are closed. */
const mostConnections = 256;

/** The time in which a request must arrive, in milliseconds. */
const slowestRequest = 60_000;

/**
 * Listens on 127.0.0.1, on a free port for 0. If a request makes `handle` throw, `onError` is told, the request is
 * answered with 500, and the next one is served.
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

/** The request with its whole body. Throws if the client goes away before the end. */
export async function readAll(request: IncomingMessage): Promise<Received>;
/** Undefined if the body has more than `most` bytes; the rest of it is not read. */
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
