import { Failure } from "../failure/failure";
import { loadOperation } from "../operations/load";
import type { PagesModel } from "../operations/model";
import { validate } from "../params/validate";
import type { Io, Json, PageOptions, Params, Ready, Response } from "../types";
import { openCaller, type Caller } from "./caller";
import { show } from "./once";
import { encodeToken, inputOf, startOf } from "./page-token";

/**
 * Makes as many calls as the answer has pages, and prints them: text page by page, other formats all together, as
 * aws-cli does. Throws a Failure.
 */
export async function pages(ready: Ready, io: Io): Promise<number> {
  const { operation, output, invocation } = ready;
  const { model } = operation;
  if (!model.pages) throw new Error(`${operation.name} has no pages`);
  const options = invocation.pages ?? {};
  const walk = await walkOf(ready, { model: model.pages, options });
  const found = walkPages(await openCaller(ready, io, {}), walk);
  if (output.format !== "text") {
    await show(await gathered(found, model.pages), ready, io);
    return 0;
  }
  const { resultKey } = model.pages;
  for await (const { page, shared, resume } of found) {
    await show({ ...shared, [resultKey]: page[resultKey] ?? null }, ready, io);
    if (resume !== undefined) await show({ NextToken: { NextToken: resume } }, ready, io);
  }
  return 0;
}

/** The place to begin, and the limits of the walk. */
interface Walk {
  readonly model: PagesModel;
  readonly options: PageOptions;
  /** The input of the first call. */
  readonly input: Params;
  /** The number of items of the first answer to leave out; undefined if the line has no token to start with. */
  readonly skip: number | undefined;
  /** The token of the first call. */
  readonly token: Json;
}

async function walkOf(ready: Ready, { model, options }: Pick<Walk, "model" | "options">): Promise<Walk> {
  const { params, operation, settings, invocation } = ready;
  const start = options.startingToken === undefined ? undefined : startOf(options.startingToken, model);
  const limit = options.pageSize === undefined ? {} : { [model.limitKey ?? ""]: options.pageSize };
  const input = { ...(start ? inputOf(params, start.members) : params), ...limit };
  const { check } = await loadOperation(invocation.operation);
  const problems = settings.validateParameters ? validate(operation, check, input) : [];
  if (problems.length > 0) throw new Failure({ kind: "parameters-invalid", problems });
  return { model, options, input, skip: start?.skip, token: start?.members[model.inputToken] ?? null };
}

/**
 * A page; with the first one also the members that all pages share, and with the last one, if it is not the end, the
 * token to continue from.
 */
interface Found {
  readonly page: Response;
  readonly shared: Response;
  readonly resume?: string;
}

/** The pages up to `--max-items`, as botocore's paginator finds them. */
async function* walkPages(call: Caller, { model, options, ...start }: Walk): AsyncGenerator<Found> {
  const { inputToken, outputToken, resultKey, moreResults, nonAggregateKeys = [] } = model;
  const { maxItems = Infinity } = options;
  const members = (token: Json): Params => ({ [inputToken]: token });
  let { input, token } = start;
  let skipped = start.skip ?? 0;
  let shared: (page: Response) => Response = (page) => pick(page, nonAggregateKeys);
  for (let seen = 0, last: Json = null, isFirst = true; ; isFirst = false) {
    const answer = await call(input);
    const page = isFirst && start.skip !== undefined ? without(answer, resultKey, skipped) : answer;
    if (!isFirst) skipped = 0;
    const found = { page, shared: shared(page) };
    shared = () => ({});
    const items = itemsOf(page, resultKey);
    const surplus = seen + items.length - maxItems;
    if (surplus > 0) {
      const kept = items.length - surplus;
      const resume = encodeToken({ ...members(token), boto_truncate_amount: kept + skipped });
      yield { ...found, page: { ...page, [resultKey]: items.slice(0, kept) }, resume };
      return;
    }
    seen += items.length;
    const isMore = moreResults === undefined || Boolean(page[moreResults]);
    token = isMore ? page[outputToken] || null : null;
    const isBoundary = token !== null && seen === maxItems;
    yield isBoundary ? { ...found, resume: encodeToken(members(token)) } : found;
    if (token === null || isBoundary) return;
    if (token === last) throw new Failure({ kind: "page-token-twice", members: { [inputToken]: token } });
    input = inputOf(input, members(token));
    last = token;
  }
}

/** All pages as one answer: the items, the members that all pages share, and the token to continue from. */
async function gathered(pages: AsyncIterable<Found>, { resultKey }: PagesModel): Promise<Response> {
  const all: Json[] = [];
  let hasItems = false;
  let rest: Response = {};
  for await (const { page, shared, resume } of pages) {
    hasItems ||= page[resultKey] != null;
    for (const item of itemsOf(page, resultKey)) all.push(item);
    rest = { ...rest, ...shared, ...(resume !== undefined && { NextToken: resume }) };
  }
  return hasItems ? { [resultKey]: all, ...rest } : rest;
}

function itemsOf(page: Response, member: string): readonly Json[] {
  const items = page[member] ?? [];
  return Array.isArray(items) ? (items as readonly Json[]) : [];
}

function without(page: Response, member: string, skip: number): Response {
  return { ...page, [member]: page[member] == null ? null : itemsOf(page, member).slice(skip) };
}

function pick(page: Response, members: readonly string[]): Response {
  return Object.fromEntries(members.map((member) => [member, page[member] ?? null]));
}
