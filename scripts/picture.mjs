import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createSandbox } from "./docs/sandbox.mjs";

/**
 * Makes docs/terminal.svg, the README's picture, from a real run against the stand-in service. With --check it changes
 * nothing and exits 1 if a new picture would differ in more than how long the check ran.
 */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const file = path.join(root, "docs", "terminal.svg");

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

const cell = { width: 8.4, height: 19 };
const margin = { left: 18, top: 46, bottom: 18 };

/** The lines of the terminal: `{ text, role }`, the role being `prompt` or `output`. */
async function session() {
  const sandbox = await createSandbox(root);
  try {
    const lines = [];
    for (const command of commands) {
      const { output } = await sandbox.run({ shell: "sh", steps: [command.join("\n")] });
      lines.push(...command.map((text, index) => ({ role: "prompt", text: `${index ? ">" : "$"} ${text}` })));
      lines.push(
        ...output
          .trimEnd()
          .split("\n")
          .map((text) => ({ role: "output", text })),
      );
    }
    return [...lines, { role: "prompt", text: "$ " }];
  } finally {
    await sandbox.remove();
  }
}

function draw(lines) {
  const columns = Math.max(...lines.map(({ text }) => text.length));
  const width = Math.ceil(columns * cell.width + 2 * margin.left);
  const height = margin.top + lines.length * cell.height + margin.bottom;
  const dots = ["#ff5f57", "#febc2e", "#28c840"].map(
    (color, index) => `  <circle cx="${22 + index * 20}" cy="20" r="6" fill="${color}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    "  <title>aws-lifecycle-hooks in a terminal</title>",
    "  <style>",
    "    text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; white-space: pre }",
    "    .output { fill: #c8ccd4 } .prompt { fill: #ffffff; font-weight: 600 } .sign { fill: #28c840 }",
    "  </style>",
    `  <rect width="${width}" height="${height}" rx="10" fill="#1d2129"/>`,
    ...dots,
    ...lines.map(drawLine),
    "</svg>",
    "",
  ].join("\n");
}

/** Draws a line; `textLength` keeps the columns in any monospaced font. */
function drawLine({ role, text }, row) {
  const y = margin.top + row * cell.height + 14;
  const position = (length) =>
    `x="${margin.left}" y="${y}" textLength="${(length * cell.width).toFixed(1)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve"`;
  if (text === "") return "";
  if (role === "output") return `  <text class="output" ${position(text.length)}>${escape(text)}</text>`;
  const [sign, rest] = [text.slice(0, 1), text.slice(1)];
  return `  <text class="prompt" ${position(text.length)}><tspan class="sign">${escape(sign)}</tspan>${escape(rest)}</text>`;
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A picture without times and without the widths that follow from them. */
function timeless(svg) {
  return svg.replace(/ textLength=".*?"/g, "").replace(/after [\d.]+ seconds?/g, "after a while");
}

const picture = draw(await session());
if (!process.argv.includes("--check")) await writeFile(file, picture);
else if (timeless(picture) !== timeless(await readFile(file, "utf8"))) {
  console.log("docs/terminal.svg is not what the program prints now: run `npm run docs:picture`");
  process.exitCode = 1;
}
