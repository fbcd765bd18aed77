import { callTo, calls, type CallName, type Fault, type World } from "./fault";
import type { ScriptedAnswer } from "../script";

/** Bodies that are not an answer of either service. */
const foreign: readonly [string, string][] = [
  ["HTML of a portal", "<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>"],
  ["nothing", ""],
  ["white space", " \r\n\t"],
  ["half a JSON object", '{"lifecycleEventHookExecutionId":"e-'],
  ["a JSON array", '["lifecycleEventHookExecutionId"]'],
  ["a JSON text", '"Succeeded"'],
  ["the word null", "null"],
  ["two JSON objects", '{"lifecycleEventHookExecutionId":"e-1"}{}'],
  ["half an XML document", "<PutLifecycleHookResponse><PutLifecycleHookResult/>"],
  ["XML of another root", "<PutScalingPolicyResponse><PutScalingPolicyResult/></PutScalingPolicyResponse>"],
  ["an XML error", "<ErrorResponse><Error><Code>Throttling</Code><Message>no</Message></Error></ErrorResponse>"],
  ["text", "OK"],
  ["bytes", "\u0000\u0001\ufffd\u0000"],
];

const recorded: Readonly<Record<string, string>> = {
  "deploy: HTML of a portal": "exit 0",
  "deploy: half a JSON object": "exit 0",
};

const contentTypes = (call: CallName): readonly (string | undefined)[] => [
  calls[call].contentType,
  "text/html",
  "application/json",
  undefined,
];

/** A body that is not the service's never passes, whatever its content type says. */
export const foreignAnswers: readonly Fault[] = (["deploy", "autoscaling"] as const).flatMap((call) => [
  ...foreign.map(([what, body], at) => foreignAnswer(call, what, body, contentTypes(call)[at % 4])),
  call === "deploy"
    ? foreignAnswer(call, "the other service's answer", calls.autoscaling.answer, calls.deploy.contentType)
    : foreignAnswer(call, "the other service's answer", calls.deploy.answer, calls.autoscaling.contentType),
]);

function foreignAnswer(call: CallName, what: string, body: string, contentType: string | undefined): Fault {
  const seen = recorded[`${call}: ${what}`];
  return {
    name: `${call}: status 200, ${what}, as ${contentType ?? "no content type"}`,
    subject: "Answers that are not the service's",
    prepare: scripted(call, { body, headers: contentType === undefined ? {} : { "content-type": contentType } }),
    ends: "refused",
    ...(seen !== undefined && { recorded: seen }),
  };
}

const response = (inside: string): string => `<PutLifecycleHookResponse>${inside}</PutLifecycleHookResponse>`;
const result = "<PutLifecycleHookResult/>";
const metadata = "<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>";
const json = { "content-type": calls.deploy.contentType };

/** Bodies of the right form and with status 200 that do not mean success. */
const denials: readonly (readonly [CallName, string, string, Readonly<Record<string, string>>?])[] = [
  ["deploy", "a gateway's message", '{"message":"Forbidden"}'],
  ["deploy", "an error's type", '{"__type":"AccessDeniedException","message":"no"}'],
  ["deploy", "an error's type beside an id", '{"__type":"X","lifecycleEventHookExecutionId":"e-1"}'],
  ["deploy", "a portal's error", '{"error":"login required"}'],
  ["deploy", "nothing beside an error's header", "{}", { "x-amzn-errortype": "AccessDeniedException" }],
  ["deploy", "nothing beside a query error's header", "{}", { "x-amzn-query-error": "AccessDenied;Sender" }],
  ["deploy", "the answer to another operation", '{"deploymentId":"d-2"}'],
  ["deploy", "an id that is a number", '{"lifecycleEventHookExecutionId":5}'],
  ["deploy", "an id that is a list", '{"lifecycleEventHookExecutionId":["e-1"]}'],
  ["deploy", "an id that is an object", '{"lifecycleEventHookExecutionId":{}}'],
  ["autoscaling", "no result", "<PutLifecycleHookResponse/>"],
  ["autoscaling", "an error in the place of the result", response("<Error><Code>AccessDenied</Code></Error>")],
  ["autoscaling", "an error beside the result", response(`${result}<Error><Code>X</Code></Error>${metadata}`)],
  ["autoscaling", "errors beside the result", response(`${result}<Errors><Error/></Errors>${metadata}`)],
  ["autoscaling", "text in the place of the result", response("not authorised")],
  ["autoscaling", "two documents", response(result + metadata).repeat(2)],
  ["autoscaling", "two results", response(result + result + metadata)],
  ["autoscaling", "the answer within another root", `<html>${calls.autoscaling.answer}</html>`],
];

/** Answers of the right form that say something else never pass for a success. */
export const deniedAnswers: readonly Fault[] = denials.map(([call, what, body, headers = {}]) => ({
  name: `${call}: status 200, ${what}`,
  subject: "Answers that are no yes",
  prepare: scripted(call, { body, headers: { ...(call === "deploy" && json), ...headers } }),
  ends: "refused",
  says: /Unable to parse response/,
}));

function scripted(call: CallName, answer: ScriptedAnswer) {
  return async (world: World) => callTo((await world.service([{ ...answer, repeat: true }])).url, call);
}

const bomb =
  '<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">' +
  Array.from({ length: 12 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join("") +
  "]>";
const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const xmlError = (prolog: string, message: string): string =>
  `${prolog}<ErrorResponse><Error><Code>ValidationError</Code><Message>${message}</Message></Error></ErrorResponse>`;

/** A text that sets the title, clears the screen, colours, rings and goes back over what stands there. */
const driving = "\u001b]0;owned\u0007\u001b[2J\u009b31mred\b\b\rover";

/** Answers that try to harm their reader. */
export const hostileAnswers: readonly Fault[] = [
  hostile("an entity bomb in an error", { status: 400, body: xmlError(bomb, "&a12;") }),
  hostile("an external entity in an error", { status: 400, body: xmlError(external, "&e;") }),
  hostile("XML nested 100,000 deep", { body: "<a>".repeat(100_000) + "</a>".repeat(100_000) }),
  hostile("an entity bomb in a success", {
    body: `${bomb}<PutLifecycleHookResponse>&a12;</PutLifecycleHookResponse>`,
  }),
  hostile("JSON nested 100,000 deep", { body: '{"a":'.repeat(100_000) + "1" + "}".repeat(100_000) }, "deploy"),
  hostile("a JSON array nested 100,000 deep", { body: "[".repeat(100_000) + "]".repeat(100_000) }, "deploy"),
  onTerminal("an error that drives the terminal", { status: 400, body: xmlError("", driving) }),
  onTerminal(
    "an error that drives the terminal",
    { status: 400, body: JSON.stringify({ __type: `X${driving}`, message: driving }) },
    "deploy",
  ),
  hostile("a redirect to a success", { status: 302, headers: { location: "/ok" } }),
  hostile("status 204", { status: 204 }),
  hostile("status 304", { status: 304 }, "deploy"),
  hostile("status 500 and a success's body", { status: 500, body: calls.deploy.answer }, "deploy"),
];

/** The output of a terminal, on standard error; util-linux's script makes the terminal. */
const inTerminal =
  'seen=$(script -qec "$*" /dev/null </dev/null); code=$?; printf %s "$seen" | tr -d "\\r" >&2; exit $code';

/** A fault whose output goes to a terminal, which it must not control. */
function onTerminal(what: string, answer: ScriptedAnswer, call?: CallName): Fault {
  const { prepare, ...fault } = hostile(what, answer, call);
  return {
    ...fault,
    needs: ["script"],
    says: /^[\n\t -~]*\\x1b[\n\t -~]*$/,
    prepare: async (world) => ({ ...(await prepare(world)), shell: inTerminal }),
  };
}

function hostile(what: string, answer: ScriptedAnswer, call: CallName = "autoscaling"): Fault {
  return {
    name: `${call}: ${what}`,
    subject: "Answers that want to do harm",
    prepare: scripted(call, answer),
    ends: "refused",
  };
}
