import { outputAnswer, readCall, type Answer, type Received } from "../../src/stand-in/wire";

/** The secrets that the recorded cases sign with, by access key id. */
export const recordedKeys: Readonly<Record<string, string>> = {
  AKIDENV: "secret-env",
  AKIDFILE: "secret-file",
  AKIDCONF: "secret-conf",
  AKIDPROF: "secret-prof",
  AKIDPROC: "secret-proc",
  AKIDSTS: "secret-sts",
  AKIDROLE2: "secret-role2",
  AKIDWEB: "secret-web",
  AKIDECS: "secret-ecs",
  AKIDIMDS: "secret-imds",
  AKIDSSO: "secret-sso",
};

const expiration = "2099-01-01T00:00:00Z";

/** The answer that the recorded cases expect if their script says nothing: see the cases' README. */
export function defaultAnswer(request: Received): Answer {
  const call = readCall(request);
  if (!call) return pathAnswer(request.path.replace(/\?.*/s, ""));
  if (call.protocol === "json") {
    return outputAnswer(call, { lifecycleEventHookExecutionId: "eyJlbmNyeXB0ZWREYXRhIjoi-exec-1" });
  }
  switch (call.operation) {
    case "AssumeRole":
      return stsAnswer("AssumeRole", /role2$/.test(formValue(request, "RoleArn")) ? "AKIDROLE2" : "AKIDSTS");
    case "AssumeRoleWithWebIdentity":
      return stsAnswer("AssumeRoleWithWebIdentity", "AKIDWEB");
    default:
      return emptyResult(call.operation);
  }
}

function formValue({ body }: Received, name: string): string {
  return new URLSearchParams(body.toString()).get(name) ?? "";
}

function pathAnswer(path: string): Answer {
  switch (path) {
    case "/ecs/creds":
      return json(containerKeys("AKIDECS", "tok-ecs"));
    case "/latest/api/token":
      return { ...text("imds-token"), headers: { "x-aws-ec2-metadata-token-ttl-seconds": "21600" } };
    case "/latest/meta-data/iam/security-credentials/":
    case "/latest/meta-data/iam/security-credentials":
      return text("myrole");
    case "/latest/meta-data/iam/security-credentials/myrole":
      return json({
        Code: "Success",
        Type: "AWS-HMAC",
        LastUpdated: "2026-01-01T00:00:00Z",
        ...containerKeys("AKIDIMDS", "tok-imds"),
      });
    case "/federation/credentials": {
      const keys = { accessKeyId: "AKIDSSO", secretAccessKey: recordedKeys["AKIDSSO"], sessionToken: "tok-sso" };
      return json({ roleCredentials: { ...keys, expiration: Date.parse(expiration) } });
    }
    case "/param.txt":
      return text("from-http");
    default:
      return { ...text("not found"), status: 404 };
  }
}

function containerKeys(accessKeyId: string, token: string): Record<string, string | undefined> {
  return { AccessKeyId: accessKeyId, SecretAccessKey: recordedKeys[accessKeyId], Token: token, Expiration: expiration };
}

function stsAnswer(action: string, accessKeyId: string): Answer {
  return {
    status: 200,
    headers: { "content-type": "text/xml" },
    body:
      `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>` +
      `<AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/role/session</Arn>` +
      `<AssumedRoleId>AROA:session</AssumedRoleId></AssumedRoleUser><Credentials>` +
      `<AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${recordedKeys[accessKeyId] ?? ""}</SecretAccessKey>` +
      `<SessionToken>tok-${accessKeyId}</SessionToken><Expiration>${expiration}</Expiration></Credentials>` +
      `</${action}Result><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></${action}Response>`,
  };
}

function emptyResult(action: string): Answer {
  return {
    status: 200,
    headers: { "content-type": "text/xml" },
    body:
      `<${action}Response xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><${action}Result/>` +
      `<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></${action}Response>`,
  };
}

function json(value: object): Answer {
  return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

function text(body: string): Answer {
  return { status: 200, headers: { "content-type": "text/plain" }, body };
}
