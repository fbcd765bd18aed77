import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer, Received } from "./wire";

/** A server that listens. */
export interface Listener {
  readonly url: string;
  /** Ends all connections, answered or not. */
  readonly stop: () => Promise<void>;
}

/** Listens on 127.0.0.1, on a free port for 0. A rejected `handle` ends the connection and is given to `onError`. */
export async function listen(
  port: number,
  handle: (request: Received) => Promise<Answer>,
  onError: (error: unknown) => void,
): Promise<Listener> {
  const server = createServer((request, response) => {
    readAll(request)
      .then(handle)
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
      .catch((error: unknown) => {
        response.destroy();
        if (request.complete) onError(error);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => stop(server) };
}

/** The request with its whole body. Throws when the client goes away before the end. */
export async function readAll(request: IncomingMessage): Promise<Received> {
  const { method = "", url: path = "", headers } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
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
