import { describe, expect, test } from "@jest/globals";
import { judge, type Question } from "../../src/sdk/answer";
import { wire as json } from "../../src/sdk/json";
import { wire as query } from "../../src/sdk/query";
import { continueDeployment } from "../../src/operations/continue-deployment";
import { describeLifecycleHooks } from "../../src/operations/describe-lifecycle-hooks";
import { getDeployment } from "../../src/operations/get-deployment";
import { putLifecycleEventHookExecutionStatus } from "../../src/operations/put-lifecycle-event-hook-execution-status";
import { putLifecycleHook } from "../../src/operations/put-lifecycle-hook";
import { describe as describeFailure } from "../../src/failure/describe";
import { isFailure, type FailureData } from "../../src/failure/failure";

const mask = (text: string): string => text.replaceAll("hidden-in-full", "****");
const deploy: Question = { operation: putLifecycleEventHookExecutionStatus, params: {}, wire: json, mask };
const proceed: Question = { ...deploy, operation: continueDeployment };
const get: Question = { ...deploy, operation: getDeployment };
const autoscaling: Question = { operation: putLifecycleHook, params: {}, wire: query, mask };
const list: Question = { ...autoscaling, operation: describeLifecycleHooks };

/** What the SDK is given to read, or why the answer is no success. */
function judged(question: Question, status: number, body: string | Uint8Array, headers = {}): unknown {
  try {
    return judge({ statusCode: status, headers, body: Buffer.from(body as string) }, question);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return error.data;
  }
}

/** The code and the message, as they are printed. */
function said(data: unknown): string {
  const { text } = describeFailure(data as FailureData);
  return text.replace(/^An error occurred \((.*?)\) when calling the \w+ operation: /s, "$1 | ");
}

/** What aws-cli 1.45 says to the same, but for the lines marked: there it fails in its own language. */
test.each<[string, string, number?, Record<string, string>?]>([
  ['{"__type":"Foo","message":"m"}', "Foo | m"],
  ['{"__type":"com.amazonaws.codedeploy#Foo","message":"m"}', "Foo | m"],
  ['{"__type":"a#b#Foo","message":"m"}', "Foo | m"],
  ['{"__type":"Foo:http://internal/x","message":"m"}', "Foo | m"],
  ['{"__type":"a.b#Foo:http://x/#y","message":"m"}', "Foo | m"],
  ['{"__type":"Foo","message":"m","Message":"M"}', "Foo | m"],
  ['{"__type":"Foo","Message":"M"}', "Foo | M"],
  ['{"__type":"Foo","message":"","Message":"M"}', "Foo | "],
  ['{"__type":"Foo"}', "Foo | "],
  ['{"__type":"Foo","message":5}', "Foo | 5"],
  ['{"__type":"A","__type":"B","message":"1","message":"2"}', "B | 2"],
  ['{"__type":"A","message":"größe 日本 \\ud83d\\ude00"}', "A | größe 日本 😀"],
  ['{"message":"m"}', "400 | m"],
  ["{}", "400 | "],
  ["", "400 | "],
  ["plain text", "400 | plain text"],
  ['{"__type":"Foo","mess', '400 | {"__type":"Foo","mess'],
  ["<html>Forbidden</html>", "403 | <html>Forbidden</html>", 403],
  ["<html>Oops</html>", "500 | Internal Server Error", 500],
  [" \n<html>Oops</html>", "503 | Service Unavailable", 503],
  ["", "504 | Gateway Timeout", 504],
  ["<!DOCTYPE html><html>Oops</html>", "502 | <!DOCTYPE html><html>Oops</html>", 502],
  ["boom", "500 | boom", 500],
  ["", "301 | ", 301],
  ['{"__type":"Body","message":"m"}', "Query | m", 400, { "x-amzn-query-error": "Query;Sender" }],
  ['{"__type":"Body","message":"m"}', "Body | m", 400, { "x-amzn-query-error": "Query" }],
  ['{"__type":"Body","message":"m"}', "Body | m", 400, { "x-amzn-errortype": "Header" }],
  // aws-cli: the status as the code
  ['{"message":"m"}', "Header | m", 400, { "x-amzn-errortype": "Header:http://x/" }],
  ['{"code":"Foo","message":"m"}', "Foo | m"],
  // aws-cli: `()`, or the words of its language
  ['{"__type":"","message":"m"}', "400 | m"],
  ['{"__type":null,"message":"m"}', "400 | m"],
  ['{"__type":5,"message":"m"}', "400 | m"],
  ['{"__type":"Foo","message":null}', "Foo | "],
  ['{"__type":"Foo","message":{"a":1}}', 'Foo | {"a":1}'],
  ["[1]", "400 | [1]"],
  ["null", "400 | null"],
  ['\ufeff{"__type":"Foo","message":"m"}', "Foo | m"],
])("a JSON error %j is %j", (body, text, status = 400, headers = {}) => {
  expect(said(judged(deploy, status, body, headers))).toBe(text);
});

const error = (inner: string) => `<ErrorResponse xmlns="urn:x"><Error>${inner}</Error></ErrorResponse>`;

test.each<[string, string, number?]>([
  [error("<Type>Sender</Type><Code>C</Code><Message>m</Message>"), "C | m"],
  [`<?xml version="1.0"?>\n${error("<Code>C</Code><Message>m</Message>")}\n<!-- x -->`, "C | m"],
  ["<Response><Errors><Error><Code>C</Code><Message>m</Message></Error></Errors></Response>", "C | m"],
  ["<R><Errors><Error><Code>C</Code></Error><Error><Code>D</Code></Error></Errors></R>", "C | Unknown"],
  ["<Whatever><Error><Code>C</Code><Message>m</Message></Error></Whatever>", "C | m"],
  ['<e:R xmlns:e="u"><e:Error><e:Code>C</e:Code><e:Message>m</e:Message></e:Error></e:R>', "C | m"],
  [error('<Code x="y">C</Code><Message z="1">m</Message>'), "C | m"],
  [error("<Code>C</Code><Message>a &amp; b &lt;x&gt; &#65;&#x42;</Message>"), "C | a & b <x> AB"],
  [error("<Code>C</Code><Message><![CDATA[a<b]]> c</Message>"), "C | a<b c"],
  [error("<Code>C</Code><Message>one\r\ntwo</Message>"), "C | one\ntwo"],
  [error("<Message>m</Message>"), "Unknown | m"],
  [error("<Code>C</Code>"), "C | Unknown"],
  [error("<Code>C</Code><Message></Message>"), "C | "],
  ["<html><body>Oops</body></html>", "500 | Internal Server Error", 500],
  ["", "503 | Service Unavailable", 503],
  // aws-cli: `Unable to parse response`, or `Unknown`
  ["", "400 | "],
  ["<html><body>not here<br></body></html>", "404 | <html><body>not here<br></body></html>", 404],
  ["<ErrorResponse><Error><Code>C</Co", "400 | <ErrorResponse><Error><Code>C</Co"],
  ["boom", "500 | boom", 500],
  ["<ErrorResponse/>", "400 | <ErrorResponse/>"],
])("an XML error %j is %j", (body, text, status = 400) => {
  expect(said(judged(autoscaling, status, body))).toBe(text);
});

test.each([
  `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>${error("<Code>C</Code><Message>a&e;b</Message>")}`,
  `${"<!DOCTYPE x>".repeat(80_000)}${error("<Code>C</Code>")}`,
])("a document type is not looked into", (body) => {
  expect(said(judged(autoscaling, 400, body))).toBe(`400 | ${body}`);
});

const metadata = "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>";
const hook = `<PutLifecycleHookResponse xmlns="urn:x"><PutLifecycleHookResult/>${metadata}</PutLifecycleHookResponse>`;
const response = (inner: string) => `<PutLifecycleHookResponse>${inner}</PutLifecycleHookResponse>`;
const result = "<PutLifecycleHookResult/>";
const listed = (inner: string) =>
  `<DescribeLifecycleHooksResponse>${inner}${metadata}</DescribeLifecycleHooksResponse>`;
const large = `<LifecycleHooks>${"<member></member>".repeat(5000)}</LifecycleHooks>`;
const id = "lifecycleEventHookExecutionId";
const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);

describe("a success is the service's own answer", () => {
  test.each<[string, Question, number, string, unknown]>([
    ["an object", deploy, 200, `{"${id}":"e"}`, { [id]: "e" }],
    ["an empty object", deploy, 200, "{}", {}],
    ["a null member", deploy, 200, `{"${id}":null}`, { [id]: null }],
    ["members beside the output's", deploy, 200, `{"${id}":"e","more":[1]}`, { [id]: "e", more: [1] }],
    ["another 2xx", deploy, 201, "{}", {}],
    ["a byte order mark", deploy, 200, "\ufeff{}", {}],
    ["an empty object without an output", proceed, 200, "{}", {}],
    ["nothing without an output", proceed, 200, "", {}],
    ["the root", autoscaling, 200, hook, ""],
    ["the metadata first", autoscaling, 200, response(`${metadata} ${result}`), ""],
    ["a declaration and a comment", autoscaling, 200, `\ufeff<?xml version="1.0"?>\n${hook}<!-- > -->\n`, ""],
    ["many comments", autoscaling, 200, `${hook}${"<!-- -- > -->".repeat(80_000)}`, ""],
    [
      "many empty elements",
      autoscaling,
      200,
      hook.replace("<P", "<!--x--><P").replace("Result/>", `Result/>${"<a/><!---->".repeat(80_000)}`),
      "",
    ],
    ["a namespace prefix", autoscaling, 200, hook.replace(/(<\/?)/g, "$1a:"), ""],
  ])("%s", (_, question, status, body, tree) => {
    expect(judged(question, status, body)).toEqual(tree);
  });

  test.each<[string, Question, number, string | Uint8Array, Record<string, string>?]>([
    ["nothing", deploy, 200, ""],
    ["no content", deploy, 204, ""],
    ["HTML", deploy, 200, "<html>portal"],
    ["half an object", deploy, 200, '{"lifecycleEvent'],
    ["two objects", deploy, 200, "{}{}"],
    ["an array", deploy, 200, "[{}]"],
    ["null", deploy, 200, "null"],
    ["a text", deploy, 200, '"e"'],
    ["a message", deploy, 200, '{"message":"Forbidden"}'],
    ["an error", deploy, 200, '{"__type":"AccessDeniedException","message":"no"}'],
    ["an error beside the id", deploy, 200, `{"${id}":"e","__type":"x"}`],
    ["a null for an error", deploy, 200, '{"__type":null}'],
    ["an error's header", deploy, 200, "{}", { "x-amzn-errortype": "AccessDeniedException" }],
    ["an error's other header", deploy, 200, `{"${id}":"e"}`, { "x-amzn-query-error": "X;Sender" }],
    ["another operation's", deploy, 200, '{"deploymentId":"d-2"}'],
    ["an id that is a number", deploy, 200, `{"${id}":5}`],
    ["an id that is a list", deploy, 200, `{"${id}":["e"]}`],
    ["an id that is an object", deploy, 200, `{"${id}":{}}`],
    ["an inherited member", deploy, 200, '{"toString":"e","constructor":1}'],
    ["an object that is deep", deploy, 200, `{"a":${deep("[", "]")}}`],
    ["a deep id", deploy, 200, `{"${id}":${deep('{"a":', "}").replace("}", "1}")}}`],
    ["a member without an output", proceed, 200, '{"deploymentId":"d-1"}'],
    ["a structure that is a text", get, 200, '{"deploymentInfo":"x"}'],
    ["a structure that is a list", get, 200, '{"deploymentInfo":[]}'],
    ["a structure within that is a number", get, 200, '{"deploymentInfo":{"revision":{"s3Location":1.0}}}'],
    ["a list within that is a number", get, 200, '{"deploymentInfo":{"deploymentStatusMessages":1}}'],
    ["no UTF-8", deploy, 200, Buffer.from([123, 34, 255, 34, 58, 49, 125])],
    ["the other service's", deploy, 200, hook],
    ["nothing for a form", autoscaling, 200, ""],
    ["no content for a form", autoscaling, 204, ""],
    ["HTML that is XML", autoscaling, 200, "<html><body>portal</body></html>"],
    ["half a document", autoscaling, 200, hook.slice(0, -1)],
    ["a document and more", autoscaling, 200, `${hook}<p>`],
    ["a document and text", autoscaling, 200, `${hook}p`],
    ["text and a document", autoscaling, 200, `p${hook}`],
    ["two documents", autoscaling, 200, `${hook}<p></p>`],
    ["the same document twice", autoscaling, 200, hook + hook],
    ["two documents, one empty", autoscaling, 200, `${hook}<p/>`],
    ["a document that ends what holds it", autoscaling, 200, `${hook}</document><p>`],
    ["a document type", autoscaling, 200, `<!DOCTYPE x>${hook}`],
    ["another root", autoscaling, 200, "<PutScalingPolicyResponse/>"],
    ["the root within another", autoscaling, 200, `<html>${hook}</html>`],
    ["the root, empty", autoscaling, 200, response("")],
    ["the root without a result", autoscaling, 200, response(metadata)],
    ["the root without metadata", autoscaling, 200, response(result)],
    ["two results", autoscaling, 200, response(result + result + metadata)],
    ["another's result", autoscaling, 200, response(`<DescribeLifecycleHooksResult/>${metadata}`)],
    ["a result that is deeper", autoscaling, 200, response(`<a>${result}${metadata}</a>`)],
    ["an error for the result", autoscaling, 200, response(`<Error><Code>AccessDenied</Code></Error>${metadata}`)],
    ["an error beside the result", autoscaling, 200, response(`${result}<Error><Code>C</Code></Error>${metadata}`)],
    ["errors beside the result", autoscaling, 200, response(`${result}<Errors><Error/></Errors>${metadata}`)],
    ["text beside the result", autoscaling, 200, response(`${result}not authorised${metadata}`)],
    ["text in the root", autoscaling, 200, response("not authorised")],
    ["a document that is deep", autoscaling, 200, response(`${result}${metadata}${deep("<a>", "</a>")}`)],
    ["an error as a document", autoscaling, 200, error("<Code>C</Code>")],
    ["JSON", autoscaling, 200, "{}"],
    ["a large list beside an empty result", list, 200, listed(`<DescribeLifecycleHooksResult/>${large}`)],
    [
      "a large list that is deeper",
      list,
      200,
      listed(`<DescribeLifecycleHooksResult><a>${large}</a></DescribeLifecycleHooksResult>`),
    ],
  ])("not %s", (_, question, status, body, headers = {}) => {
    const data = judged(question, status, body, headers);
    expect(data).toMatchObject({ kind: "answer-foreign", status });
    expect(said(data)).toContain("The call may have been made.");
  });

  test.each([300, 302, 304, 400, 500])("not status %d", (status) => {
    expect(judged(deploy, status, "{}")).toMatchObject({ kind: "service-error", code: String(status) });
  });
});

test.each([
  [deploy, "AccessDeniedException", {}, ["codedeploy:PutLifecycleEventHookExecutionStatus"]],
  [autoscaling, "AccessDenied", {}, ["autoscaling:PutLifecycleHook"]],
  [autoscaling, "AccessDenied", { RoleARN: "arn" }, ["autoscaling:PutLifecycleHook", "iam:PassRole"]],
  [autoscaling, "ValidationError", { RoleARN: "arn" }, []],
])("denied access names what is missing", (question, code, params, permissions) => {
  const body = question === deploy ? `{"__type":"${code}"}` : error(`<Code>${code}</Code>`);
  expect(judged({ ...question, params }, 403, body)).toMatchObject({ code, permissions });
});

test("an answer is masked before it is cut", () => {
  const body = `${"x".repeat(195)}hidden-in-full${"y".repeat(100)}`;
  expect(judged(deploy, 200, body)).toMatchObject({ start: `${"x".repeat(195)}****y` });
});
