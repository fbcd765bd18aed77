import { roleConfig } from "../crowd";
import type { ScriptedAnswer } from "../script";
import { callTo, calls, withEnv, type Fault, type FaultRun, type World } from "./fault";

const fault = (
  name: string,
  prepare: Fault["prepare"],
  says: RegExp | undefined,
  more: Partial<Fault> = {},
): Fault => ({
  name,
  subject: "Credentials",
  prepare,
  ends: "refused",
  ...(says && { says }),
  ...more,
});

const answer: ScriptedAnswer = { body: calls.deploy.answer };
const expired: ScriptedAnswer = { status: 400, body: '{"__type":"ExpiredTokenException","message":"too old"}' };
const keyless = { AWS_ACCESS_KEY_ID: null, AWS_SECRET_ACCESS_KEY: null };

/** Two calls in a role, of which the second finds kept credentials that the service calls expired. */
async function keptTooLong(world: World): Promise<FaultRun> {
  const { url } = await world.service([answer, expired, answer]);
  const run = withEnv(callTo(url), { ...keyless, AWS_ENDPOINT_URL: url });
  return { ...run, files: { "~/.aws/config": roleConfig }, shell: '"$@" >first && exec "$@"' };
}

/** Keys in the environment with something wrong about them. */
const withKeys = (env: FaultRun["env"]) => async (world: World) =>
  withEnv(callTo((await world.service([{ ...answer, repeat: true }])).url), env);

/** A helper of a profile that prints this line of shell. */
const helper =
  (line: string) =>
  async (world: World): Promise<FaultRun> => ({
    ...withEnv(callTo((await world.service([{ ...answer, repeat: true }])).url), keyless),
    files: { "~/.aws/config": "[default]\ncredential_process = sh ./helper.sh\n", "helper.sh": line },
  });

/** The faults of keys, and of their sources. */
export const credentialFaults: readonly Fault[] = [
  fault("kept credentials of a role that the service calls expired", keptTooLong, undefined, {
    ends: "done",
    needs: ["sh"],
  }),
  fault("a key id with a line end", withKeys({ AWS_ACCESS_KEY_ID: "AKIDENV\n" }), /AWS_ACCESS_KEY_ID/),
  fault("a session token with a line end", withKeys({ AWS_SESSION_TOKEN: "token\n" }), /AWS_SESSION_TOKEN/),
  fault(
    "a secret with a control character",
    withKeys({ AWS_SECRET_ACCESS_KEY: "secret-env\u0007" }),
    /AWS_SECRET_ACCESS_KEY/,
  ),
  fault("a helper that fails", helper("echo no >&2; exit 1"), /: no$/m),
  fault("a helper that prints no JSON", helper("echo secret-env"), /not a JSON object/),
  fault("a helper whose secret is a number", helper(`echo '{"Version":1,"AccessKeyId":"a","SecretAccessKey":5}'`), /./),
  fault("a helper that ends itself by a signal", helper("kill -9 $$"), /ended by a signal/),
];
