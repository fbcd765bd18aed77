import { release, type } from "node:os";
import { version } from "../package.json";

/** The line of `--version`. Its last part is for scripts that look for `aws-cli/1`. */
export function versionText(): string {
  return `aws-lifecycle-hooks/${version} node/${process.versions.node} ${type()}/${release()} aws-cli/1.45\n`;
}
