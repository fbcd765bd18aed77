import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { readAll } from "../../src/stand-in/listener";
import { errorAnswer, readCall } from "../../src/stand-in/wire";

/** A server in front of a service, which lets some calls through. */
export interface Throttle {
  readonly url: string;
  /** Returns the number of calls that it has refused. */
  readonly refused: () => number;
  readonly stop: () => void;
}

/** Starts a server in front of the service at `url`; it throttles calls of an operation if `refuses` says so. */
export async function startThrottle(
  url: string,
  { operation, refuses }: { operation: string; refuses: (nth: number) => boolean },
): Promise<Throttle> {
  let seen = 0;
  let refused = 0;
  const server = createServer((message, response) => {
    void readAll(message).then(({ method, path, headers, body }) => {
      const call = readCall({ method, path, headers, body });
      if (call?.operation === operation && refuses(++seen)) {
        refused++;
        const answer = errorAnswer(call.protocol, { code: "Throttling", status: 400, message: "Rate exceeded" });
        response.writeHead(answer.status, answer.headers).end(answer.body);
        return;
      }
      const onward = send(url + path, { method, headers }, (answer) => {
        answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
      });
      onward.on("error", () => response.destroy()).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused: () => refused,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
