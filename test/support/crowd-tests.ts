import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { inCrowd, numberedIds, numberedReport, numberedReportInRole, reportedIds, roleConfig } from "./crowd";
import { calls } from "./faults/fault";

const answer = calls.deploy.stdout.replace("e-1", "eyJlbmNyeXB0ZWREYXRhIjoi-exec-1");

/** The time that a crowd may take for each run on a busy machine, in milliseconds. */
const patience = 3000;

/** Tests of so many runs, so many at once: each is answered, none is lost or doubled, and nothing is left over. */
export function testCrowd(count: number, width: number): void {
  test(
    `${count} reports, ${width} at once`,
    () =>
      inCrowd({ count, width, run: numberedReport }, ({ finished, service, left, running }) => {
        const others = finished.filter(
          ({ exitCode, stdout, stderr }) => exitCode !== 0 || stdout !== answer || stderr !== "",
        );
        expect(others).toEqual([]);
        expect(reportedIds(service)).toEqual(numberedIds(count));
        expect(service.requests.every(({ auth }) => auth?.valid)).toBe(true);
        expect(running).toEqual([]);
        expect(
          left.filter(
            (name) => !/\.cache\/aws-lifecycle-hooks\/[\w-]+\.js-[0-9a-f]{16}-v[\d.]+-\w+(-[\d.]+)+$/.test(name),
          ),
        ).toEqual([]);
      }),
    count * patience,
  );

  test(
    `${count} reports in a role, ${width} at once, share its credentials`,
    () =>
      inCrowd(
        { count, width, config: roleConfig, run: numberedReportInRole },
        ({ finished, service, left, folders }) => {
          expect(finished.filter(({ exitCode, stderr }) => exitCode !== 0 || stderr !== "")).toEqual([]);
          expect(reportedIds(service)).toEqual(numberedIds(count));
          const kept = left.filter((name) => !name.includes(".cache/"));
          expect(kept).toEqual([expect.stringMatching(/^home\/\.aws\/cli\/cache\/[0-9a-f]{40}\.json$/)]);
          const file = path.join(path.dirname(folders.cwd), kept[0] ?? "");
          expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ Credentials: { AccessKeyId: "AKIDSTS" } });
          if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
          const assumed = service.requests.filter(({ body }) => body && "form" in body).length;
          expect(assumed).toBeLessThanOrEqual(width);
        },
      ),
    count * patience,
  );
}
