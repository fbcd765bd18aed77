import { expect, test } from "@jest/globals";
import { runProgram, type ProgramRun } from "../support/program";
import { useService } from "../support/use-service";

const service = useService();

const argv = ["deploy", "put-lifecycle-event-hook-execution-status", "--deployment-id", "d-1", "--status", "Succeeded"];
const keys = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" };

/** URLs as people write them, and what of them is secret. `HOST` is where nobody listens, or the service. */
const urls: readonly [string, string][] = [
  ["http://user:s3cr/etPASS@HOST", "s3cr/etPASS"],
  ["http://user:p/lanted@HOST", "p/lanted"],
  ["//user:p/lanted@HOST", "p/lanted"],
  ["http:/user:planted@HOST", "planted"],
  ["http://user:planted", "planted"],
  ["http://user:pla@nted@HOST", "pla@nted"],
  ["http://user:pla'n\"t ed<x@HOST", "pla'n\"t ed<x"],
  ["http://planted-token@HOST", "planted-token"],
  ["http://plan/ted+token=@HOST", "plan/ted+token="],
  ["CORP/user:S3cretPw@HOST", "S3cretPw"],
  ["socks5://user:planted@HOST", "planted"],
];

/** Where such a URL may stand. */
const places: readonly [string, (url: string) => Pick<ProgramRun, "argv" | "env" | "files">][] = [
  [
    "a proxy for https",
    (url) => ({ argv, env: { ...keys, AWS_ENDPOINT_URL: "https://service.test", HTTPS_PROXY: url } }),
  ],
  ["a proxy for http", (url) => ({ argv, env: { ...keys, AWS_ENDPOINT_URL: "http://service.test", HTTP_PROXY: url } })],
  [
    "a proxy that is not used",
    (url) => ({ argv, env: { ...keys, AWS_ENDPOINT_URL: "http://127.0.0.1:1", HTTPS_PROXY: url } }),
  ],
  ["--endpoint-url", (url) => ({ argv: [...argv, "--endpoint-url", url], env: keys })],
  ["AWS_ENDPOINT_URL", (url) => ({ argv, env: { ...keys, AWS_ENDPOINT_URL: url } })],
  ["endpoint_url", (url) => ({ argv, env: keys, files: { "~/.aws/config": `[default]\nendpoint_url = ${url}\n` } })],
  [
    "a value",
    (url) => ({
      argv: ["autoscaling", "put-lifecycle-hook", "--lifecycle-hook-name", "h", "--auto-scaling-group-name", url],
      env: { ...keys, AWS_ENDPOINT_URL: "http://127.0.0.1:1" },
    }),
  ],
  [
    "a container's agent",
    (url) => ({
      argv,
      env: {
        AWS_DEFAULT_REGION: "us-east-1",
        AWS_ENDPOINT_URL: "http://127.0.0.1:1",
        AWS_CONTAINER_CREDENTIALS_FULL_URI: url,
      },
    }),
  ],
  [
    "the instance's metadata service",
    (url) => ({
      argv,
      env: {
        AWS_DEFAULT_REGION: "us-east-1",
        AWS_ENDPOINT_URL: "http://127.0.0.1:1",
        AWS_EC2_METADATA_DISABLED: null,
        AWS_EC2_METADATA_SERVICE_ENDPOINT: url,
      },
    }),
  ],
];

/** Where a URL that is no such URL is sent to the service as it is, and so is no URL. */
const isText = (place: string, url: string): boolean => place === "a value" && !/^https?:\/\//.test(url);

for (const [place, run] of places) {
  test.concurrent.each(urls.filter(([url]) => !isText(place, url)))(
    `${place} that is %s tells no secret`,
    async (url, secret) => {
      const { argv: words, ...more } = run(url.replace("HOST", "127.0.0.1:1"));
      const env = { AWS_MAX_ATTEMPTS: "1", ...more.env };
      const { stdout, stderr, exitCode } = await runProgram({ argv: [...words, "--debug"], ...more, env });
      expect({ exitCode, stdout }).toEqual({ exitCode: 255, stdout: "" });
      expect(stderr).not.toContain("ENOENT");
      for (const form of [secret, encodeURIComponent(secret), encodeURI(secret)]) expect(stderr).not.toContain(form);
    },
  );
}

test("a report by hand has no user of the endpoint in it", async () => {
  for (const [user, secret] of [
    ["us:s3'cret", "s3'cret"],
    ["planted-TOKEN", "planted-TOKEN"],
  ] as const) {
    service().script.push({ status: 400, body: '{"__type":"AccessDeniedException","message":"no"}' });
    const { stderr, exitCode } = await runProgram({
      argv: [...argv.slice(0, 4), "--lifecycle-event-hook-execution-id", "e-1", "--", "true"],
      env: { ...keys, AWS_ENDPOINT_URL: service().url.replace("://", `://${user}@`) },
    });
    expect(exitCode).toBe(255);
    expect(stderr).toMatch(/--endpoint-url 'http:\/\/(\*\*\*:)?\*\*\*@127\.0\.0\.1:\d+'/);
    expect(stderr).not.toContain(secret);
    expect(stderr).not.toContain(secret.replace("'", "'\\''"));
  }
});

test("no part of a token is told by an answer that is cut", async () => {
  const token = "T0ken".repeat(60);
  for (const lead of ["", "x".repeat(100), "x".repeat(187), "x".repeat(192)]) {
    service().script.push({ body: `${lead}${token}`, headers: { "content-type": "text/plain" } });
    const { stderr } = await runProgram({
      argv,
      env: { ...keys, AWS_SESSION_TOKEN: token, AWS_ENDPOINT_URL: service().url },
    });
    expect(stderr).toContain("It begins:");
    expect(stderr).not.toContain("T0ken");
  }
});
