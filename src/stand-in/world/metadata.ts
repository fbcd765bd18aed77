import { randomUUID } from "node:crypto";
import { plainAnswer, type Answer, type Received } from "../wire";
import type { Instance } from "./lifecycle";
import { account, region, remember, type Setting } from "./setting";

/** The key of the instance's role: whoever asks the instance's metadata for one signs with it. */
export const roleKey = { id: "ASIASTANDIN", secret: "not-a-secret-either", token: "stand-in-role-token" } as const;

/** The name of the instance's role. */
const role = "stand-in-role";

/** The lifetime of a role's keys, in seconds. */
const roleSeconds = 6 * 3600;

/** The metadata of one instance, as it asks for it (EC2 User Guide, "Use the Instance Metadata Service", version 2 only). */
export class Metadata {
  readonly #tokens = new Map<string, number>();
  /** The times at which instances that got a notice will be gone, by id. */
  readonly #notices = new Map<string, number>();

  constructor(
    private readonly setting: Setting,
    /** The instance; undefined if there is none. */
    private readonly instance: () => Instance | undefined,
  ) {}

  /** Tells an instance that it will be taken away at a time, in milliseconds since 1970. */
  notice(id: string, time: number): void {
    this.#notices.set(id, time);
  }

  /** The answer to a request for metadata; undefined for any other request, and if there is no instance. */
  answer({ method, path, headers }: Received): Answer | undefined {
    const [name = ""] = path.split("?");
    if (!name.startsWith("/latest/")) return undefined;
    if (headers["x-forwarded-for"] !== undefined) return plainAnswer(403, "Forbidden\n");
    const instance = this.instance();
    if (!instance) return undefined;
    if (name === "/latest/api/token") {
      return method === "PUT" ? this.#newToken(headers["x-aws-ec2-metadata-token-ttl-seconds"]) : notAllowed;
    }
    if (method !== "GET") return notAllowed;
    const token = headers["x-aws-ec2-metadata-token"];
    const ends = this.#tokens.get(typeof token === "string" ? token : "") ?? 0;
    if (ends < Date.now()) return plainAnswer(401, "Unauthorized: no token, or one that has ended\n");
    const text = this.#read(name.replace(/^\/latest\//, "").replace(/\/$/, ""), instance);
    return text === undefined ? plainAnswer(404, "Not found\n") : plainAnswer(200, text);
  }

  #newToken(ttl: string | readonly string[] | undefined): Answer {
    const seconds = Number(ttl);
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > 21_600) return plainAnswer(400, "Bad Request\n");
    const token = Buffer.from(randomUUID()).toString("base64");
    remember(this.#tokens, token, Date.now() + seconds * 1000);
    const answer = plainAnswer(200, token);
    return { ...answer, headers: { ...answer.headers, "x-aws-ec2-metadata-token-ttl-seconds": String(seconds) } };
  }

  #read(path: string, instance: Instance): string | undefined {
    const { id, group, target } = instance;
    const time = this.#notices.get(id);
    const notice = time === undefined ? undefined : seconds(time);
    const files: Readonly<Record<string, string | undefined>> = {
      "meta-data/instance-id": id,
      "meta-data/placement/region": region,
      "meta-data/placement/availability-zone": `${region}a`,
      "meta-data/tags/instance": ["Name", "aws:autoscaling:groupName"].join("\n"),
      "meta-data/tags/instance/Name": group.name,
      "meta-data/tags/instance/aws:autoscaling:groupName": group.name,
      "meta-data/autoscaling/target-lifecycle-state": target,
      "meta-data/spot/instance-action": notice && JSON.stringify({ action: "terminate", time: notice }),
      "meta-data/spot/termination-time": notice,
      "meta-data/iam/security-credentials": role,
      [`meta-data/iam/security-credentials/${role}`]: this.#roleKeys(),
      "dynamic/instance-identity/document": JSON.stringify({ accountId: account, instanceId: id, region }),
    };
    return Object.hasOwn(files, path) ? files[path] : undefined;
  }

  /** The role's keys, with times of the machine's clock, because clients compare them with theirs. */
  #roleKeys(): string {
    const keys = { AccessKeyId: roleKey.id, SecretAccessKey: roleKey.secret, Token: roleKey.token };
    const [LastUpdated, Expiration] = [seconds(Date.now()), seconds(Date.now() + roleSeconds * 1000)];
    return JSON.stringify({ Code: "Success", LastUpdated, Type: "AWS-HMAC", ...keys, Expiration });
  }
}

const notAllowed = plainAnswer(405, "Method Not Allowed\n");

function seconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}
