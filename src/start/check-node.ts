// This comes before all else in the executable, which old versions must be able to parse: no syntax of the last years,
// and nothing is imported.
if (Number.parseInt(process.version.slice(1)) < 20) {
  process.stderr.write(`aws-lifecycle-hooks needs Node.js 20 or newer; this is ${process.version}\n`);
  process.exit(255);
}

export {};
