import { parseUrl } from "@smithy/core/protocols";
import type { HttpRequest } from "@smithy/types";
import { judge, refused, type Question } from "./answer";
import type { ProtocolClass, SdkProtocol } from "./wire";

/**
 * The SDK's protocol with two changes: it sends requests as aws-cli does, and takes only the service's own answers for
 * a success.
 */
export function protocolLikeAwsCli(question: Question, endpointUrl: string | undefined): ProtocolClass {
  const { wire } = question;
  return class extends wire.Protocol {
    /** Keeps the path and query of a configured endpoint. */
    override async serializeRequest(...args: Parameters<SdkProtocol["serializeRequest"]>): Promise<HttpRequest> {
      const request = await super.serializeRequest(...args);
      return endpointUrl === undefined ? request : Object.assign(request, targetOf(endpointUrl));
    }

    /** Lets the SDK read what was judged, so that the body is parsed only once. */
    override deserializeResponse<Output>(...args: Parameters<SdkProtocol["deserializeResponse"]>): Promise<Output> {
      const [{ output }, , answer] = args;
      const tree = judge(answer, question);
      try {
        const members = wire.read(this, output, tree);
        return Promise.resolve({ ...members, $metadata: this.deserializeMetadata(answer) } as Output);
      } catch (error) {
        throw refused(answer, `readable${why(error)}`, question);
      }
    }
  };
}

/** The reason of an error: our own readers' words are shown; the SDK's are about its code. */
function why(error: unknown): string {
  const { message } = error as Error;
  return message.endsWith(" is no number") ? `, as ${message}` : "";
}

function targetOf(url: string): Pick<HttpRequest, "path" | "query"> {
  const { path, query = {} } = parseUrl(url);
  // The signer leaves a name without a value out, which services take for an empty value.
  return { path, query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value ?? ""])) };
}
