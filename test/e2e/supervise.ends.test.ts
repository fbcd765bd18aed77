import { expect, test } from "@jest/globals";
import { runHook } from "../support/hook";
import { executable } from "../support/program";

const sh = (script: string): string[] => ["sh", "-c", script];

test.concurrent.each<[string, string[], string, number, RegExp]>([
  ["exits with 0", sh("exit 0"), "Succeeded", 0, /sh exited with 0 after [\d.]+ seconds$/],
  ["exits with 3", sh("exit 3"), "Failed", 3, /sh exited with 3 after/],
  ["exits with 255", sh("exit 255"), "Failed", 255, /sh exited with 255 after/],
  ["exits with 128 + 15", sh("exit 143"), "Failed", 143, /sh exited with 143 after/],
  ["is not there", ["./nowhere"], "Failed", 127, /\.\/nowhere was not found/],
  ["is not in PATH", ["no-such-command"], "Failed", 127, /no-such-command was not found/],
  ["is an empty word", [""], "Failed", 127, /'' was not found/],
  ["is one word with spaces", ["sh -c true"], "Failed", 127, /'sh -c true' was not found/],
  ["is a folder", ["/"], "Failed", 126, /\/ could not be started \(permission denied: is it executable\?\)/],
  [
    "is not executable",
    ["./data.txt"],
    "Failed",
    126,
    /\.\/data\.txt could not be started \(permission denied: is it executable\?\)/,
  ],
  ["names an interpreter that is not there", ["./bad.sh"], "Failed", 127, /or its interpreter was not found/],
  ["has no interpreter line", ["./plain.sh"], "Failed", 9, /\.\/plain\.sh exited with 9/],
  ["is killed by SIGKILL", sh("kill -KILL $$"), "Failed", 137, /sh was ended by SIGKILL after/],
  ["is killed by SIGSEGV", sh("kill -SEGV $$"), "Failed", 139, /sh was ended by SIGSEGV after/],
  ["is killed by SIGTERM", sh("kill -TERM $$"), "Failed", 143, /sh was ended by SIGTERM after/],
  ["is killed by SIGPIPE", sh("kill -PIPE $$"), "Failed", 141, /sh was ended by SIGPIPE after/],
])("a command that %s", async (_, words, status, exitCode, line) => {
  const files = { "data.txt": "", "bad.sh": "#!/nowhere/sh\n", "plain.sh": "exit 9\n" };
  const setUp = 'chmod +x bad.sh plain.sh; exec "$@"';
  const finished = await runHook({ words, files, program: ["sh", "-c", setUp, "sh", process.execPath, executable] });
  expect(finished).toMatchObject({ exitCode, reported: [status], stdout: "", left: [] });
  expect(finished.line).toMatch(line);
  expect(finished.line).toMatch(`aws-lifecycle-hooks: reported ${status}: `);
  expect(finished.stderr).toMatch(/^aws-lifecycle-hooks: running .*, 3300 seconds at most\n.*\n$/);
});

test.concurrent("the command has the tool's own streams, folder and environment", async () => {
  const words = sh('cat; echo to stderr >&2; pwd; echo "$MINE"; test -t 0 || echo no terminal');
  const finished = await runHook({ words, stdin: "from stdin\n", env: { MINE: "mine" } });
  expect(finished.stdout).toMatch(/^from stdin\n.*cwd\nmine\nno terminal\n$/);
  expect(finished.stderr).toMatch(/^aws-.*: running sh, .*\nto stderr\naws-lifecycle-hooks: reported Succeeded: .*\n$/);
});

test.concurrent("words go to the command as they are", async () => {
  const words = ["node", "-p", "JSON.stringify(process.argv.slice(1))", "--", "--status", "a b", "", "*", "--", "é\n"];
  const { stdout, reported } = await runHook({ words });
  expect(JSON.parse(stdout)).toEqual(["--status", "a b", "", "*", "--", "é\n"]);
  expect(reported).toEqual(["Succeeded"]);
});

test.concurrent.each([
  ["ends on SIGTERM", "sleep 60", "1", /sh was stopped at its limit of 1 second/],
  ["ends with 0 on SIGTERM", "trap 'exit 0' TERM; sleep 60 & wait", "5", /sh was stopped at its limit of 1 second/],
  ["ignores SIGTERM", "trap '' TERM; sleep 60", "1", /, and was gone after ([2-9]|\d\d)/],
  ["is stopped", "kill -STOP $$", "5", /sh was stopped at its limit of 1 second/],
])("a command over its time that %s", async (_, script, grace, line) => {
  const options = ["--cli-command-timeout", "1", "--cli-command-grace", grace];
  const finished = await runHook({ words: sh(script), options });
  expect(finished).toMatchObject({ exitCode: 124, reported: ["Failed"], left: [] });
  expect(finished.line).toMatch(line);
});

test.concurrent.each([
  ["ends on SIGTERM", "sleep 100 & exit 0"],
  ["ignores SIGTERM", "(trap '' TERM; sleep 100) & exit 0"],
])("a child left behind that %s is ended, and the verdict stands", async (_, script) => {
  const finished = await runHook({ words: sh(script), options: ["--cli-command-grace", "1"] });
  expect(finished).toMatchObject({ exitCode: 0, reported: ["Succeeded"], left: [] });
  expect(finished.durationMs).toBeLessThan(50_000);
});

test.concurrent("grandchildren that fork on and ignore signals are all ended", async () => {
  const script =
    "trap '' TERM INT HUP; n=$1; [ $n -eq 0 ] && { while :; do sleep 60; done; }; " +
    'sh "$0" $((n - 1)) & sh "$0" $((n - 1)) & wait';
  const options = ["--cli-command-timeout", "2", "--cli-command-grace", "1"];
  const finished = await runHook({ words: ["sh", "./forks.sh", "4"], files: { "forks.sh": script }, options });
  expect(finished).toMatchObject({ exitCode: 124, reported: ["Failed"], left: [] });
});
