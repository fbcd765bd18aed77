// What Lambda's runtime for Node.js does: it loads the handler from the function's folder and asks for one invocation
// after another. What it does about errors that nobody catches is Lambda's too: the process ends.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { AWS_LAMBDA_RUNTIME_API: api, LAMBDA_TASK_ROOT: root, _HANDLER: name } = process.env;
let underWay;

for (const event of ["uncaughtException", "unhandledRejection"]) {
  process.on(event, async (error) => {
    if (underWay) await post(`invocation/${underWay}/error`, errorOf(error));
    process.exit(129);
  });
}

/** Node's `fetch` would leave much in memory that a function does not have. */
const { request } = await import("node:http");
function call(method, target, body) {
  const [host, port] = api.split(":");
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, method, path: `/2018-06-01/runtime/${target}`, agent: false }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => resolve({ headers: answer.headers, body: Buffer.concat(chunks).toString() }));
    });
    sent.on("error", reject).end(body);
  });
}
const post = (target, value) => call("POST", target, JSON.stringify(value ?? null));
const errorOf = (error) => ({
  errorType: error?.name ?? "Error",
  errorMessage: error?.message ?? String(error),
  stackTrace: String(error?.stack ?? "").split("\n"),
});

/** `folder/module.export`: the extension is found as Lambda finds it. */
async function load() {
  const [, module, method] = /^((?:.*\/)?[^./]*)\.(.*)$/.exec(name);
  const file = path.join(root, module);
  const isModule = () => {
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      const manifest = path.join(folder, "package.json");
      if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, "utf8")).type === "module";
      if (folder === path.dirname(folder)) return false;
    }
  };
  if (existsSync(`${file}.js`) && !isModule()) return createRequire(`${file}.js`)(`${file}.js`)[method];
  const found = [".js", ".mjs"].find((extension) => existsSync(file + extension));
  if (found) return (await import(pathToFileURL(file + found).href))[method];
  return createRequire(`${file}.cjs`)(`${file}.cjs`)[method];
}

let handler;
try {
  handler = await load();
  if (typeof handler !== "function") throw new Error(`${name} is undefined or not exported`);
} catch (error) {
  await post("init/error", errorOf(error));
  process.exit(1);
}
for (;;) {
  const { headers, body } = await call("GET", "invocation/next");
  const id = (underWay = headers["lambda-runtime-aws-request-id"]);
  const deadline = Number(headers["lambda-runtime-deadline-ms"]);
  const context = {
    functionName: "CodeDeployHook_test",
    functionVersion: "$LATEST",
    invokedFunctionArn: "arn:aws:lambda:eu-west-1:123456789012:function:CodeDeployHook_test",
    memoryLimitInMB: "128",
    awsRequestId: id,
    logGroupName: "/aws/lambda/CodeDeployHook_test",
    logStreamName: "2026/01/01/[$LATEST]0",
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  try {
    const value = await handler(JSON.parse(body), context);
    underWay = undefined;
    await post(`invocation/${id}/response`, value);
  } catch (error) {
    underWay = undefined;
    await post(`invocation/${id}/error`, errorOf(error));
  }
}
