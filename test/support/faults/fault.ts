import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createFolders, type Folders, type ProgramRun } from "../program";
import type { ScriptedAnswer } from "../script";
import { startService, type TestService, type TestServiceOptions } from "../service";

/** Something that goes wrong around one run of the program, and what must follow. */
export interface Fault {
  readonly name: string;
  /** The subject under which the report lists it. */
  readonly subject: string;
  /** Sets the fault up and says what to run. */
  readonly prepare: (world: World) => FaultRun | Promise<FaultRun>;
  /**
   * `refused`: exit 255, a message, nothing on standard output. `halfway`: the same, but part of the output went out.
   * `silent`: exit 255, and nowhere to say why. `done`: exit 0 and the whole answer, because the fault does not touch the
   * call. `unheard`: exit 0, and nobody wanted the answer. `told`: a command after `--` has ended with `exit`, which the
   * service knows; the message says so.
   */
  readonly ends: "refused" | "halfway" | "silent" | "done" | "unheard" | "told";
  /** A pattern that the message must match. */
  readonly says?: RegExp;
  /** The recorded behaviour of aws-cli 1.45.55. */
  readonly recorded?: string;
  /** Whether the fault takes half a minute, because the tool tries for so long. */
  readonly isSlow?: boolean;
  /** Commands and files without which the fault cannot be made. */
  readonly needs?: readonly string[];
  /** Whether the fault is made inside Node, so that no other program can be run under it. */
  readonly onlyOurs?: boolean;
}

/** A run of the tool, or of aws-cli in its place. */
export interface FaultRun extends Pick<ProgramRun, "env" | "files" | "folders"> {
  readonly argv: readonly string[];
  /** A shell script that runs the program as `"$@"` under the fault. */
  readonly shell?: string;
  /** The text that standard output must be when the run is done; the deploy answer if absent. */
  readonly stdout?: string;
  /** The exit code of the command after `--`; 0 if absent. */
  readonly exit?: number;
}

/** The things that faults are made with; all of them are gone after `close`. */
export interface World {
  service(answers: readonly ScriptedAnswer[], options?: TestServiceOptions): Promise<TestService>;
  /** Starts a TCP server that does as `handle` does with each connection; returns its port. */
  listen(handle: (socket: Socket) => void): Promise<number>;
  folders(): Promise<Folders>;
  close(): Promise<void>;
}

/** Makes the world of one fault. */
export function createWorld(): World {
  const ends: (() => unknown)[] = [];
  return {
    service: async (answers, options) => {
      const service = await startService(answers, options);
      ends.push(service.stop);
      return service;
    },
    listen: async (handle) => {
      const sockets = new Set<Socket>();
      const server = createServer((socket) => {
        sockets.add(socket.on("error", () => undefined).on("close", () => sockets.delete(socket)));
        handle(socket);
      });
      ends.push(() => {
        server.close();
        for (const socket of sockets) socket.destroy();
      });
      return listening(server);
    },
    folders: async () => {
      const folders = await createFolders();
      ends.push(folders.remove);
      return folders;
    },
    close: async () => {
      for (const end of ends) await end();
    },
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** The two calls that the faults happen to, each with the answer that it succeeds with. */
export const calls = {
  deploy: {
    argv: "deploy put-lifecycle-event-hook-execution-status --deployment-id d-1 --status Succeeded".split(" "),
    contentType: "application/x-amz-json-1.1",
    answer: '{"lifecycleEventHookExecutionId":"e-1"}',
    stdout: '{\n    "lifecycleEventHookExecutionId": "e-1"\n}\n',
  },
  autoscaling: {
    argv: "autoscaling put-lifecycle-hook --lifecycle-hook-name h --auto-scaling-group-name g".split(" "),
    contentType: "text/xml",
    answer:
      '<PutLifecycleHookResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><PutLifecycleHookResult/>' +
      "<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></PutLifecycleHookResponse>",
    stdout: "",
  },
} as const;

/** The name of one of the two calls. */
export type CallName = keyof typeof calls;

/** A call to an endpoint: one attempt, keys in the environment. */
export function callTo(endpoint: string, call: CallName = "deploy", ...more: string[]): FaultRun {
  return {
    argv: [...calls[call].argv, "--endpoint-url", endpoint, ...more],
    env: {
      AWS_ACCESS_KEY_ID: "AKIDENV",
      AWS_SECRET_ACCESS_KEY: "secret-env",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_MAX_ATTEMPTS: "1",
    },
    stdout: calls[call].stdout,
  };
}

/** The same run with more in its environment. */
export function withEnv(run: FaultRun, env: FaultRun["env"]): FaultRun {
  return { ...run, env: { ...run.env, ...env } };
}
