const commands = [
  [
    "aws-lifecycle-hooks deploy put-lifecycle-event-hook-execution-status \\",
    "    --deployment-id d-ABCDEF123 --lifecycle-event-hook-execution-id eyJlbmNyeXB0ZWREYXRh \\",
    "    -- ./smoke-test.sh",
  ],
  [
    "aws-lifecycle-hooks deploy put-lifecycle-event-hook-execution-status \\",
    "    --deployment-id d-GHIJKL456 --lifecycle-event-hook-execution-id bmNyeXB0ZWREYXRhIjoi \\",
    "    -- sh -c 'kill -9 $$'",
  ],
  [
    "aws-lifecycle-hooks autoscaling put-lifecycle-hook --auto-scaling-group-name web \\",
    "    --lifecycle-hook-name wait-for-setup --heartbeat-timeout 10 --default-result STOP",
  ],
  [
    "aws-lifecycle-hooks autoscaling put-lifecycle-hook --auto-scaling-group-name web \\",
    "    --lifecycle-hook-name wait-for-setup --heartbeat-timeout 300 \\",
    "    --lifecycle-transition autoscaling:EC2_INSTANCE_LAUNCHING && echo done",
  ],
];

/** Hooks that are reported and refused. */
export async function hooks(sandbox) {
  const lines = [];
  for (const command of commands) {
    const { output } = await sandbox.run({ shell: "sh", steps: [command.join("\n")] });
    lines.push(...prompt(command), ...outputLines(output));
  }
  return [...lines, ...prompt([""])];
}

const waits = ["d-000000001", "d-000000002"].map((id) => [
  "aws-lifecycle-hooks deploy wait deployment-successful \\",
  `    --deployment-id ${id} --cli-wait-timeout 3600 --cli-wait-interval 2`,
]);

/** Separates what two commands showed. */
const mark = "\u0001";

/**
 * Waits for a deployment that succeeds, and for one that fails, each on a terminal of its own, which util-linux's `script`
 * makes. Each state of a deployment lasts until the wait has shown it, so that every run shows the same.
 */
export async function waiting(sandbox) {
  const [succeeds, fails] = waits.map((command) => `script -qefc ${quoted(command.join("\n"))} /dev/null </dev/null`);
  const step = [
    'shows() { until grep -qs "$1" shown; do sleep 0.1; done; }',
    'begins() { until [ -e "waits-$1" ]; do sleep 0.1; done; }',
    `begins d-000000001 && (${succeeds} >shown) &`,
    "shows InProgress && touch goes-on-d-000000001",
    "shows Ready && aws-lifecycle-hooks deploy continue-deployment --deployment-id d-000000001",
    "wait && cat shown && rm shown",
    "printf 'echo GET /: 200\\necho GET /cart: 500\\nexit 1\\n' >smoke-test.sh",
    "$CREATE_DEPLOYMENT >created",
    `begins d-000000002 && (${fails} >shown) &`,
    "shows InProgress && touch goes-on-d-000000002",
    `wait; printf '${mark}' && cat shown`,
  ].join("\n");
  const { output } = await sandbox.run({ shell: "sh", steps: [step], world: "waiting" });
  const shown = output.split(mark);
  return [...waits.flatMap((command, nth) => [...prompt(command), ...outputLines(shown[nth])]), ...prompt([""])];
}

function prompt(command) {
  return command.map((text, index) => ({ role: "prompt", states: [`${index ? ">" : "$"} ${text}`] }));
}

function outputLines(output) {
  const lines = output.replaceAll("\r\n", "\n").trimEnd().split("\n");
  return lines.map((line) => ({ role: "output", states: statesOf(line) }));
}

/** What a line said, one after the other; of what differs in nothing but the time, the first. */
function statesOf(line) {
  const texts = line.replaceAll("\u001b[K", "").split("\r");
  const states = new Map();
  for (const text of texts.filter((part, index) => part !== "" || index === texts.length - 1)) {
    const untimed = text.replace(/^\d+:\d\d /, "");
    if (!states.has(untimed)) states.set(untimed, text);
  }
  return [...states.values()];
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
