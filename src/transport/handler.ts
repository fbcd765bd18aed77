import type { HttpHandlerOptions, HttpRequest, HttpResponse } from "@smithy/types";
import type { Trace } from "../io/trace";
import type { KeptConnections, TransportSettings } from "../types";
import { exchange, type Answer } from "./exchange";
import { plan, urlOf } from "./plan";

/** The transport as the SDK sees it. Answers have been read to their end: the body is a Buffer. */
export interface RequestHandler {
  readonly metadata: { readonly handlerProtocol: string };
  /** Makes one attempt. Throws a Failure for whatever keeps a whole answer from arriving, or the reason of the abort. */
  handle(request: HttpRequest, options?: HttpHandlerOptions): Promise<{ response: HttpResponse }>;
  destroy(): void;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): object;
}

/**
 * The one way to the network, for every client. Each attempt has a connection of its own, which is closed when its
 * answer has been read, unless there are kept connections.
 */
export function createRequestHandler(
  settings: TransportSettings,
  trace: Trace,
  kept?: KeptConnections,
): RequestHandler {
  const attempt = async (request: HttpRequest, options: HttpHandlerOptions = {}): Promise<Answer> => {
    const planned = await plan(request, settings, kept);
    trace.hide(planned.proxy?.authorization?.replace(/^Basic /, ""));
    return withNearDate(await exchange(planned, settings, options.abortSignal as AbortSignal | undefined));
  };
  return {
    metadata: { handlerProtocol: "http/1.1" },
    handle: async (request, options) => ({
      response: await traced(request, trace, () => attempt(request, options)),
    }),
    destroy: () => undefined,
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
}

/** The greatest difference between a service's time and ours, in milliseconds, that is corrected. */
const farthestDate = 7 * 24 * 3_600_000;

/**
 * The answer, without its date if that is far from ours. The SDK signs by the service's time if ours is refused. Over
 * http, whoever answers chooses that time, and a signature for a time years from now would then be valid.
 */
function withNearDate(answer: Answer): Answer {
  const { date, ...headers } = answer.headers;
  const isNear = date === undefined || Math.abs(Date.parse(date) - Date.now()) <= farthestDate;
  return isNear ? answer : { ...answer, headers };
}

/** Logs how an attempt ended: the target without its headers, status, time and request id, or the fault and its cause. */
async function traced(request: HttpRequest, trace: Trace, attempt: () => Promise<Answer>): Promise<Answer> {
  const start = process.hrtime.bigint();
  const log = (outcome: string): void => {
    const milliseconds = (process.hrtime.bigint() - start) / 1_000_000n;
    trace.log(`${request.method} ${urlOf(request)}: ${outcome} after ${milliseconds} ms`);
  };
  try {
    const answer = await attempt();
    const id = answer.headers["x-amzn-requestid"];
    log(`status ${answer.statusCode}${id ? `, request id ${id}` : ""}, ${answer.body.length} bytes`);
    return answer;
  } catch (error) {
    log([error, (error as Error).cause].filter(Boolean).map(String).join(": "));
    throw error;
  }
}
