import { runProgram, type Finished, type ProgramRun } from "./program";
import type { ScriptedAnswer } from "./script";
import type { SeenRequest } from "./seen";
import { startService } from "./service";

/** A report that will be signed. `{url}` in variables and files is the address of a stand-in for all services. */
export interface SignedCall extends Partial<ProgramRun> {
  readonly flags?: readonly string[];
  readonly script?: readonly ScriptedAnswer[];
  readonly files?: Readonly<Record<string, string>>;
}

/** The results of a report. */
export interface Signed extends Finished {
  /** The error, without the lines around it. */
  readonly message: string;
  /** Each request in a few words: what was asked, and the access key id of a good signature. */
  readonly asked: string[];
  readonly requests: readonly SeenRequest[];
}

const usualArgv = [
  "deploy",
  "put-lifecycle-event-hook-execution-status",
  "--deployment-id",
  "d-1",
  "--status",
  "Succeeded",
];

/** Makes a report, in us-east-1 and without keys in the environment, against a stand-in of its own. */
export async function signedCall({
  flags = [],
  script = [],
  env = {},
  files = {},
  argv = usualArgv,
  ...run
}: SignedCall): Promise<Signed> {
  const service = await startService(script);
  const put = (text: string): string => text.replaceAll("{url}", service.url);
  const variables = { AWS_DEFAULT_REGION: "us-east-1", AWS_ENDPOINT_URL: "{url}", ...env };
  try {
    const finished = await runProgram({
      ...run,
      argv: [...argv, ...flags],
      env: Object.fromEntries(Object.entries(variables).map(([name, text]) => [name, text && put(text)])),
      files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, put(text)])),
    });
    const { requests } = service;
    return { ...finished, message: finished.stderr.trim(), asked: requests.map(inWords), requests };
  } finally {
    await service.stop();
  }
}

function inWords({ method, path, body, auth, target }: SeenRequest): string {
  const signer = auth?.valid ? auth.akid : "nobody";
  if (target) return `report by ${signer}`;
  const action = body && "form" in body ? body.form["Action"] : undefined;
  return action ? `${action} by ${signer}` : `${method} ${path}`;
}
