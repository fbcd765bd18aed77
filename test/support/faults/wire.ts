import type { Socket } from "node:net";

/** The way in which a server handles a connection. */
export type Handle = (socket: Socket) => unknown;

/** Does as `answer` does once the whole request is there. */
export function afterRequest(answer: Handle): Handle {
  return (socket) => {
    let seen = "";
    const read = (chunk: Buffer): void => {
      seen += chunk.toString("latin1");
      const [head = "", body] = seen.split(/\r\n\r\n(.*)/s);
      const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      if (body === undefined || body.length < length) return;
      socket.off("data", read).resume();
      answer(socket);
    };
    socket.on("data", read);
  };
}

/** Does as `answer` does once the client has said something. */
export function afterGreeting(answer: Handle): Handle {
  return (socket) => socket.once("data", () => answer(socket));
}

/** Writes a text, and a moment later does as `then` does. */
export function writes(text: string | Buffer, then: Handle = () => undefined): Handle {
  return (socket) => socket.write(text, () => setTimeout(then, 20, socket));
}

/** Writes a text, then another again and again for as long as the other side takes it. */
export function pours(text: string, forever: string): Handle {
  return (socket) => {
    const again = (): void => {
      while (!socket.destroyed && socket.write(forever));
      if (!socket.destroyed) socket.once("drain", again);
    };
    socket.write(text);
    again();
  };
}

/** Writes a text, then another again and again, ten times a second, for as long as the other side stays. */
export function trickles(text: string, forever: string): Handle {
  return (socket) => {
    socket.write(text);
    const timer = setInterval(() => socket.write(forever), 100);
    socket.on("close", () => {
      clearInterval(timer);
    });
  };
}

/** Ends the connection in order. */
export const end: Handle = (socket) => socket.end();

/** Ends the connection with a TCP reset. */
export const reset: Handle = (socket) => socket.resetAndDestroy();
