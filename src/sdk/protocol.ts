import { parseUrl } from "@smithy/core/protocols";
import type { HttpRequest } from "@smithy/types";
import { foreign, judge, type Question } from "./answer";
import type { ProtocolClass } from "./wire";

type Protocol = InstanceType<ProtocolClass>;

/** The SDK's schema of a value that is written as it is. */
const document = 15;

/** The SDK's protocol, with requests as aws-cli sends them and only the service's own answers taken for a success. */
export function protocolLikeAwsCli(question: Question, endpointUrl: string | undefined): ProtocolClass {
  const { Protocol, freeInput } = question.wire;
  return class extends Protocol {
    /** Keeps the path and query of a configured endpoint, and input that the model does not foresee. */
    override async serializeRequest(...args: Parameters<Protocol["serializeRequest"]>): Promise<HttpRequest> {
      const [operation, input, context] = args;
      const written = freeInput ? { ...operation, input: document } : operation;
      const request = await super.serializeRequest(written, input, context);
      return endpointUrl === undefined ? request : Object.assign(request, targetOf(endpointUrl));
    }

    override async deserializeResponse<Output>(...args: Parameters<Protocol["deserializeResponse"]>): Promise<Output> {
      const [operation, context, answer] = args;
      const body = judge(answer, question);
      try {
        return (await super.deserializeResponse(operation, context, { ...answer, body: Buffer.from(body) })) as Output;
      } catch (error) {
        throw foreign(answer.statusCode, `readable, ${String(error)}`, question.mask(body));
      }
    }
  };
}

function targetOf(url: string): Pick<HttpRequest, "path" | "query"> {
  const { path, query = {} } = parseUrl(url);
  // The signer leaves a name without a value out, which services take for an empty value.
  return { path, query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value ?? ""])) };
}
