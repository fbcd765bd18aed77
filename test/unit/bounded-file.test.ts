import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readBounded } from "../../src/io/bounded-file";
import { readBytes } from "../../src/params/file";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bounded-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const posix = process.platform === "win32" ? test.skip : test;

const at = (name: string): string => path.join(folder, name);

/** The two ways in which a file is read: at once, and without keeping the process from doing other things. */
const readers: readonly [string, (file: string, patience: number) => Promise<Buffer> | Buffer][] = [
  ["readBounded", (file, patience) => readBounded(file, { limit: 16 * 1024 * 1024, patience })],
  ["readBytes", (file, patience) => readBytes({ option: "--x", source: file, path: file }, patience)],
];

const read = async (reader: (typeof readers)[number][1], file: string, patience = 200): Promise<string> =>
  (await reader(file, patience)).toString();

describe.each(readers)("%s", (_, reader) => {
  test("reads a file whole", async () => {
    const text = "0123456789".repeat(100_000);
    writeFileSync(at("file"), text);
    expect(await read(reader, at("file"))).toBe(text);
  });

  test("reads an empty file", async () => {
    writeFileSync(at("empty"), "");
    expect(await read(reader, at("empty"))).toBe("");
  });

  posix("refuses what does not end", async () => {
    await expect(read(reader, "/dev/zero")).rejects.toThrow(/longer than 16777216 bytes|file-too-large/);
  });

  posix("refuses a folder, a loop of links and what is not there", async () => {
    symlinkSync("loop", at("loop"));
    await expect(read(reader, folder)).rejects.toThrow(/EISDIR|unreadable/);
    await expect(read(reader, at("loop"))).rejects.toThrow(/ELOOP|unreadable/);
    await expect(read(reader, at("nothing"))).rejects.toThrow(/ENOENT|unreadable/);
    rmSync(at("loop"));
  });

  posix("gives up a pipe that nobody writes to", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    await expect(read(reader, at("pipe"))).rejects.toThrow(/written|unreadable/);
    rmSync(at("pipe"));
  });

  posix("reads a pipe that is written to late and slowly", async () => {
    execFileSync("mkfifo", [at("slow")]);
    spawn("sh", ["-c", "sleep 0.2; { printf a; sleep 0.3; printf b; } >slow"], { cwd: folder });
    expect(await read(reader, at("slow"), 5000)).toBe("ab");
    rmSync(at("slow"));
  });
});

posix("readBytes waits for a writer who says nothing for long", async () => {
  execFileSync("mkfifo", [at("silent")]);
  spawn("sh", ["-c", "{ sleep 1; printf a; } >silent"], { cwd: folder });
  expect(
    await read((file, patience) => readBytes({ option: "--x", source: file, path: file }, patience), at("silent"), 100),
  ).toBe("a");
  rmSync(at("silent"));
});
