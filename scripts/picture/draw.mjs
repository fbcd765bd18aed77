const cell = { width: 8.4, height: 19 };
const margin = { left: 18, top: 46, bottom: 18 };

/** The columns of the terminal, after which a line goes on in the next row. */
const columns = 110;

/** How many seconds each state of a line that is rewritten is shown, and how many the whole is. */
const seconds = { state: 1.5, whole: 5 };

/**
 * Draws lines of a terminal: `{ role, states }`, the role being `prompt` or `output`, the states what the line says, one
 * after the other; what is below it comes after them. Where nothing moves, the end is shown.
 */
export function draw(title, lines) {
  const { rows, count } = played(lines);
  const width = Math.ceil(Math.max(...rows.map(({ text }) => text.length)) * cell.width + 2 * margin.left);
  const height = margin.top + (rows.at(-1).at + 1) * cell.height + margin.bottom;
  const dots = ["#ff5f57", "#febc2e", "#28c840"].map(
    (color, index) => `  <circle cx="${22 + index * 20}" cy="20" r="6" fill="${color}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `  <title>${title}</title>`,
    "  <style>",
    "    text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; white-space: pre }",
    "    .output { fill: #c8ccd4 } .prompt { fill: #ffffff; font-weight: 600 } .sign { fill: #28c840 }",
    ...motion(rows, count),
    "  </style>",
    `  <rect width="${width}" height="${height}" rx="10" fill="#1d2129"/>`,
    ...dots,
    ...rows.filter(({ text }) => text !== "").map(drawRow),
    "</svg>",
    "",
  ].join("\n");
}

/** The rows `{ at, role, text, from, to }`, each shown from one moment until before another, and how many moments there are. */
function played(lines) {
  let at = 0;
  let moment = 0;
  const rows = [];
  for (const { role, states } of lines) {
    const parts = states.at(-1).match(new RegExp(`.{1,${columns}}`, "g")) ?? [""];
    for (const state of states.slice(0, -1)) rows.push({ at, role, text: state, from: moment, to: ++moment });
    for (const part of parts) rows.push({ at: at++, role, text: part, from: moment, to: Infinity });
  }
  return { rows, count: moment + 1 };
}

/** The styles that show each row at its moments, for those who want to see things move. */
function motion(rows, count) {
  if (count === 1) return [];
  const whole = (count - 1) * seconds.state + seconds.whole;
  const percent = (moment) => `${((moment * seconds.state * 100) / whole).toFixed(1)}%`;
  const names = new Map(rows.filter((row) => !isAlways(row)).map((row) => [nameOf(row), row]));
  const frames = [...names].map(([name, { from, to }]) => {
    const hidden = ["0%", ...(to < Infinity ? [percent(to)] : [])].filter((time) => from > 0 || time !== "0%");
    return `      @keyframes ${name} { ${hidden.join(", ")} { visibility: hidden } ${percent(from)} { visibility: visible } }`;
  });
  return [
    "    .over { visibility: hidden }",
    "    @media (prefers-reduced-motion: no-preference) {",
    ...[...names.keys()].map((name) => `      .${name} { animation: ${name} ${whole}s step-end infinite }`),
    ...frames,
    "    }",
  ];
}

const isAlways = ({ from, to }) => from === 0 && to === Infinity;
const nameOf = ({ from, to }) => `from-${from}${to < Infinity ? `-to-${to}` : ""}`;

/** `textLength` keeps the columns whatever monospaced font there is. */
function drawRow(row) {
  const { role, text, at, to } = row;
  const classes = [role, ...(isAlways(row) ? [] : [nameOf(row)]), ...(to < Infinity ? ["over"] : [])].join(" ");
  const y = margin.top + at * cell.height + 14;
  const length = (text.length * cell.width).toFixed(1);
  const place = `class="${classes}" x="${margin.left}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs" xml:space="preserve"`;
  if (role === "output") return `  <text ${place}>${escape(text)}</text>`;
  const [sign, rest] = [text.slice(0, 1), text.slice(1)];
  return `  <text ${place}><tspan class="sign">${escape(sign)}</tspan>${escape(rest)}</text>`;
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
