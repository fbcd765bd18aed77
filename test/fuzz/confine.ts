import childProcess, { ChildProcess } from "node:child_process";
import { Socket } from "node:net";

const harmless = /^(\/bin\/)?(true|false)$|^echo \{\}$|^cat \S*creds\.json$/;
const synchronous = ["spawnSync", "execSync", "execFileSync"] as const;

const ports = new Set<number>();
let restore = (): void => undefined;

/**
 * Keeps this process from connecting to anything but this port of this machine, and others that it was confined to, and
 * from running what may do something. Gives what ends that.
 */
export function confine(port: number): () => void {
  if (ports.size === 0) restore = install();
  ports.add(port);
  return () => {
    if (ports.delete(port) && ports.size === 0) restore();
  };
}

/** What Node hands to the process it makes. */
interface SpawnOptions {
  readonly file: string;
  readonly args: readonly string[];
}

function install(): () => void {
  const connect = Reflect.get(Socket.prototype, "connect") as (...given: unknown[]) => Socket;
  const spawn = Reflect.get(ChildProcess.prototype, "spawn") as (options: SpawnOptions) => unknown;
  const kept = synchronous.map((name) => [name, childProcess[name]] as const);
  Socket.prototype.connect = function (this: Socket, ...given: unknown[]): Socket {
    if (isOurs(given)) return connect.apply(this, given);
    process.nextTick(() => this.destroy(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })));
    return this;
  };
  Reflect.set(ChildProcess.prototype, "spawn", function (this: ChildProcess, options: SpawnOptions): unknown {
    const line = options.args.slice(/sh$/.test(options.file) ? 2 : 0).join(" ");
    const isHarmless = options.file === process.execPath || harmless.test(line);
    return spawn.call(this, isHarmless ? options : { ...options, file: "/bin/false", args: ["false"] });
  });
  for (const name of synchronous) {
    childProcess[name] = () => {
      throw new Error(`${name} was called`);
    };
  }
  return () => {
    Reflect.set(Socket.prototype, "connect", connect);
    Reflect.set(ChildProcess.prototype, "spawn", spawn);
    for (const [name, original] of kept) Reflect.set(childProcess, name, original);
  };
}

function isOurs(given: unknown[]): boolean {
  const [first] = given.flat() as [{ host?: string; port?: number | string }];
  return ports.has(Number(first.port)) && /^(127\.0\.0\.1|localhost)$/.test(first.host ?? "localhost");
}
