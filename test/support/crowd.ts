import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { callTo, createWorld, withEnv, type FaultRun } from "./faults/fault";
import { createFolders, runProgram, type Finished, type Folders } from "./program";
import type { TestService } from "./service";

/** The results of a crowd of runs that share a HOME. */
export interface Crowd {
  readonly finished: readonly Finished[];
  readonly service: TestService;
  /** Files below HOME, the working folder and the folder for temporary files, except those that were put there. */
  readonly left: readonly string[];
  /** Processes that still run. */
  readonly running: readonly string[];
  readonly folders: Folders;
}

/** The size and width of a crowd, and what run `index` of it does to a service. */
export interface CrowdPlan {
  readonly count: number;
  readonly width: number;
  /** The content of ~/.aws/config. */
  readonly config?: string;
  readonly run: (index: number, service: TestService) => FaultRun;
}

/** Makes so many runs, so many at once, all of one user; `look` sees what they did before it is cleared away. */
export async function inCrowd(plan: CrowdPlan, look: (crowd: Crowd) => void): Promise<void> {
  const world = createWorld();
  const folders = await createFolders();
  const service = await world.service([]);
  mkdirSync(path.join(folders.home, ".aws"));
  writeFileSync(path.join(folders.home, ".aws", "config"), plan.config ?? "");
  const mark = path.basename(path.dirname(folders.cwd));
  try {
    const finished: Finished[] = [];
    let next = 0;
    const lane = async (): Promise<void> => {
      while (next < plan.count) {
        const index = next++;
        const run = withEnv(plan.run(index, service), { TMPDIR: folders.cwd, CROWD: mark });
        finished[index] = await runProgram({ ...run, folders });
      }
    };
    await Promise.all(Array.from({ length: plan.width }, lane));
    look({ finished, service, left: filesBelow(path.dirname(folders.cwd)), running: processesWith(mark), folders });
  } finally {
    rmSync(path.dirname(folders.cwd), { recursive: true, force: true });
    await world.close();
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.endsWith(".aws/config") && statSync(path.join(folder, name)).isFile())
    .sort();
}

/** The command lines of processes that have a text in their environment, if the system tells. */
function processesWith(mark: string): string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((pid) => {
    try {
      const has = readFileSync(`/proc/${pid}/environ`, "latin1").includes(`CROWD=${mark}`);
      return has ? [readFileSync(`/proc/${pid}/cmdline`, "latin1")] : [];
    } catch {
      return [];
    }
  });
}

/** A report with an id of its own. */
export function numberedReport(index: number, service: TestService): FaultRun {
  return callTo(service.url, "deploy", "--lifecycle-event-hook-execution-id", `e-${index}`);
}

/** A report with an id of its own through a role, whose credentials are kept. */
export function numberedReportInRole(index: number, service: TestService): FaultRun {
  const env = { AWS_ACCESS_KEY_ID: null, AWS_SECRET_ACCESS_KEY: null, AWS_ENDPOINT_URL: service.url };
  return withEnv(numberedReport(index, service), env);
}

/** The config file of a user who is always in that role. */
export const roleConfig = `[default]
role_arn = arn:aws:iam::123456789012:role/r
role_session_name = crowd
source_profile = base
[profile base]
aws_access_key_id = AKIDFILE
aws_secret_access_key = secret-file
`;

/** The ids of the reports that a service got, in order. */
export function reportedIds({ requests }: TestService): string[] {
  return requests
    .flatMap(({ body }) => (body && "json" in body ? [body.json as Record<string, string>] : []))
    .map((input) => input["lifecycleEventHookExecutionId"] ?? "")
    .sort();
}

/** The ids of so many numbered reports, in order. */
export const numberedIds = (count: number): string[] => Array.from({ length: count }, (_, at) => `e-${at}`).sort();
