import { toldIn, type HookService } from "./hook-service";
import { codeDeployEvent } from "./lambda-events";
import { startLambda } from "./lambda-runtime";

/** Shapes of work that may be too long: a command that hears nothing, one that hangs, and functions of both kinds. */
const shapes = [
  { env: { HOOK_COMMAND: `sh -c 'trap "" TERM; while :; do sleep 1; done'` } },
  { env: { HOOK_COMMAND: "sleep 600" } },
  { env: { HOOK_COMMAND: "sh -c 'setsid sleep 600 & wait'" } },
  { handler: "index.handler", files: { "index.cjs": own("await new Promise(() => {})") } },
  {
    handler: "index.handler",
    files: { "index.cjs": own("require('node:child_process').execFileSync('sleep', ['600'])") },
  },
  { handler: "index.handler", files: { "index.cjs": own("for (;;);") } },
] as const;

function own(text: string): string {
  return `exports.handler = require("aws-lifecycle-hooks/lambda").hook(async () => { ${text} });`;
}

/** An invocation whose work never ends. */
export interface Hung {
  readonly shape: number;
  readonly timeoutMs: number;
  /** The outcomes that the service was told until the function's deadline. */
  readonly told: readonly string[];
}

/** The number of functions that run at a time. */
const lanes = 4;

/** Invokes functions whose work never ends, with random deadlines, as many as are asked for. */
export async function hangs(count: number, services: HookService): Promise<Hung[]> {
  const hung: Hung[] = [];
  const lane = async (first: number): Promise<void> => {
    for (let at = first; at < count; at += lanes) hung.push(await hang(at, services));
  };
  await Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)));
  return hung;
}

async function hang(at: number, services: HookService): Promise<Hung> {
  const shape = at % shapes.length;
  const timeoutMs = Math.round(2500 + Math.random() * 5000);
  const { env, ...made } = { env: {}, ...shapes[shape] };
  const lambda = await startLambda({ ...made, env: { ...services.env(), ...env } });
  await lambda.invoke({ ...codeDeployEvent, DeploymentId: `d-${at}` }, { timeoutMs });
  await lambda.stop();
  const ours = services
    .service()
    .requests.filter(
      ({ body }) =>
        body && "json" in body && (body.json as { readonly deploymentId?: string }).deploymentId === `d-${at}`,
    );
  return { shape, timeoutMs, told: toldIn(ours) };
}
