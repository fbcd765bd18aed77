import type { AddedOption } from "./operation";
import type { StructureShape } from "./shape";

const text = { kind: "string" } as const;

function structure(...names: readonly string[]): StructureShape {
  return { kind: "structure", required: [], members: Object.fromEntries(names.map((name) => [name, text])) };
}

/**
 * aws-cli's short ways to name a revision. Each replaces a whole `--revision`; of several, the last in this order
 * counts.
 */
export const revisionOptions: Readonly<Record<string, AddedOption>> = {
  "s3-location": {
    shape: structure("bucket", "key", "bundleType", "eTag", "version"),
    needs: ["bucket", "key", "bundleType"],
    member: "revision",
    becomes: (s3Location) => ({ revisionType: "S3", s3Location }),
    about: "The revision's bundle in S3: bucket, key and bundleType; also eTag and version. In place of --revision.",
  },
  "github-location": {
    shape: structure("repository", "commitId"),
    needs: ["repository", "commitId"],
    member: "revision",
    becomes: (gitHubLocation) => ({ revisionType: "GitHub", gitHubLocation }),
    about: "The revision's commit on GitHub: repository, as OWNER/NAME, and commitId. In place of --revision.",
  },
};
