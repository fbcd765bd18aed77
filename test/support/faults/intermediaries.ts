import { noFaults } from "../../../src/stand-in/faults";
import { createService } from "../../../src/stand-in/service";
import { callTo, calls, withEnv, type CallName, type Fault, type FaultRun, type World } from "./fault";
import { afterGreeting, end, pours, reset, writes, type Handle } from "./wire";

type Prepare = (world: World) => Promise<FaultRun> | FaultRun;

const refused =
  (subject: string) =>
  (name: string, prepare: Prepare, says?: RegExp): Fault => ({
    name,
    subject,
    prepare,
    ends: "refused",
    ...(says && { says }),
  });

const tls = refused("TLS");
const proxy = refused("Proxies");

/** An https endpoint that does this once it is greeted. */
function handshake(handle: Handle, ...options: string[]): Prepare {
  return async (world) =>
    callTo(`https://localhost:${await world.listen(afterGreeting(handle))}`, "deploy", ...options);
}

/** The beginning of a ServerHello that never comes to its end. */
const halfHello = Buffer.from("160303007a020000760303", "hex");

/** A call that is answered over TLS. The service keeps the connection open for five seconds. */
const secureCall: Prepare = async (world) => {
  const { tlsUrl, ca } = await world.service([{ body: calls.deploy.answer }]);
  return callTo(tlsUrl, "deploy", "--ca-bundle", ca);
};

/** The faults of TLS. */
export const tlsFaults: readonly Fault[] = [
  tls("cut in mid-handshake", handshake(writes(halfHello, end))),
  tls("reset in mid-handshake", handshake(writes(halfHello, reset))),
  tls(
    "silence in mid-handshake",
    handshake(writes(halfHello), "--cli-connect-timeout", "1", "--cli-read-timeout", "1"),
  ),
  tls("plain HTTP where TLS should be", handshake(writes("HTTP/1.1 400 No\r\n\r\n", end))),
  tls(
    "an authority that nobody knows",
    async (world) => callTo((await world.service([])).tlsUrl),
    /SSL validation failed/,
  ),
  tls(
    "a certificate for another host",
    async (world) => {
      const { tlsUrl, ca } = await world.service([], { names: [{ type: "dns", value: "other.test" }] });
      return callTo(tlsUrl, "deploy", "--ca-bundle", ca);
    },
    /SSL validation failed/,
  ),
  tls(
    "a certificate for another address",
    async (world) => {
      const { tlsPort, ca } = await world.service([], { names: [{ type: "dns", value: "localhost" }] });
      return callTo(`https://127.0.0.1:${tlsPort}`, "deploy", "--ca-bundle", ca);
    },
    /SSL validation failed/,
  ),
  { ...tls("kept open after the answer", secureCall), ends: "done" },
  tls("cut within the answer", async (world) => {
    const { tlsUrl, ca } = await world.service([{ body: calls.deploy.answer, truncate: true }]);
    return callTo(tlsUrl, "deploy", "--ca-bundle", ca);
  }),
];

/** An https call through a proxy that does this once it is asked for a tunnel. */
function tunnel(handle: Handle): Prepare {
  return async (world) => throughProxy(await world.listen(afterGreeting(handle)));
}

const throughProxy = (port: number): FaultRun =>
  withEnv(callTo("https://localhost:1"), { HTTPS_PROXY: `http://user:pass-word@127.0.0.1:${port}` });

/** Opens a tunnel, and listens in it before anything can come through. */
function opened(handle: Handle): Handle {
  return (socket) => {
    handle(socket);
    socket.write(established);
  };
}

/** A call that is answered over TLS, through a tunnel. */
const tunnelledCall: Prepare = async (world) => {
  const { tlsUrl, url, ca } = await world.service([{ body: calls.deploy.answer, tunnel: true }]);
  return withEnv(callTo(tlsUrl, "deploy", "--ca-bundle", ca), { HTTPS_PROXY: url });
};

const established = "HTTP/1.1 200 Connection established\r\n\r\n";

/** The faults of a proxy. */
export const proxyFaults: readonly Fault[] = [
  proxy("nothing listens", () => throughProxy(1), /Failed to connect to proxy URL/),
  proxy(
    "a SOCKS proxy",
    () => withEnv(callTo("https://localhost:1"), { HTTPS_PROXY: "socks5://127.0.0.1:1" }),
    /socks/i,
  ),
  proxy("closed instead of an answer", tunnel(end)),
  proxy("reset instead of an answer", tunnel(reset)),
  proxy("closed within the answer", tunnel(writes("HTTP/1.1 200 Conn", end))),
  proxy("a header that never ends", tunnel(pours("HTTP/1.1 200 OK\r\nx: ", "y".repeat(65_536)))),
  proxy("407", tunnel(writes("HTTP/1.1 407 No\r\ncontent-length: 0\r\n\r\n", end)), /407/),
  proxy("closed as the tunnel opens", tunnel(writes(established, end))),
  proxy("reset as the tunnel opens", tunnel(writes(established, reset))),
  proxy("closed within the tunnel's handshake", tunnel(opened(afterGreeting(writes(halfHello, end))))),
  { ...proxy("the tunnel kept open after the answer", tunnelledCall), ends: "done" },
  proxy(
    "the proxy's own certificate in the tunnel",
    async (world) => {
      const names = [{ type: "dns", value: "localhost" }] as const;
      const { tlsPort, port, ca } = await world.service([{ tunnel: true, body: calls.deploy.answer }], { names });
      const run = callTo(`https://127.0.0.1:${tlsPort}`, "deploy", "--ca-bundle", ca);
      return withEnv(run, { HTTPS_PROXY: `http://localhost:${port}` });
    },
    /SSL validation failed/,
  ),
  proxy("a page of its own for a plain call", async (world) => {
    const page = { body: "<html>blocked</html>", headers: { "content-type": "text/html" } };
    const { url } = await world.service([page]);
    return withEnv(callTo("http://aws.invalid"), { HTTP_PROXY: url });
  }),
];

/** The options that each call needs to be accepted by a service that looks at its input. */
const more: Readonly<Record<CallName, readonly string[]>> = {
  deploy: ["--lifecycle-event-hook-execution-id", "e-1"],
  autoscaling: ["--lifecycle-transition", "autoscaling:EC2_INSTANCE_LAUNCHING"],
};

/**
 * A service whose clock is so many hours ahead, and which refuses calls that were not signed within five minutes of its
 * own time.
 */
function ahead(hours: number, call: CallName): Prepare {
  return async (world) => {
    const now = (): number => Date.now() + hours * 3_600_000;
    const keys = { AKIDENV: "secret-env" };
    const service = createService({ keys, faults: noFaults, now, onCall: () => Promise.resolve() });
    const { url } = await world.service([], {
      keys,
      fallback: async (request) => {
        const { headers, ...answer } = await service.handle(request);
        return { ...answer, headers: { ...headers, date: new Date(now()).toUTCString() } };
      },
    });
    return withEnv(callTo(url, call, ...more[call]), { AWS_MAX_ATTEMPTS: null });
  };
}

/** The faults of a wrong clock with signatures. */
export const clockFaults: readonly Fault[] = (["deploy", "autoscaling"] as const).flatMap((call) =>
  [24, -24].map((hours) => ({
    name: `${call}: this machine's clock is a day ${hours > 0 ? "slow" : "fast"}`,
    subject: "Clocks",
    prepare: ahead(hours, call),
    ends: "done" as const,
  })),
);
