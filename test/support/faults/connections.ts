import { callTo, calls, withEnv, type Fault, type FaultRun, type World } from "./fault";
import { afterRequest, end, pours, reset, trickles, writes, type Handle } from "./wire";

const fault = (name: string, prepare: Fault["prepare"], says?: RegExp, more: Partial<Fault> = {}): Fault => ({
  name,
  subject: "Connections",
  prepare,
  ends: "refused",
  ...(says && { says }),
  ...more,
});

/** A call to a server that does this with its connection. */
function to(handle: Handle, ...options: string[]) {
  return async (world: World): Promise<FaultRun> =>
    callTo(`http://127.0.0.1:${await world.listen(handle)}`, "deploy", ...options);
}

const answer = (handle: Handle, ...options: string[]) => to(afterRequest(handle), ...options);

/** A call to such a server with one second for a whole attempt; users have five minutes. */
const limited = (handle: Handle) => async (world: World) =>
  withEnv(await answer(handle, "--cli-read-timeout", "1")(world), { AWS_LIFECYCLE_HOOKS_ATTEMPT_TIMEOUT: "1" });

const ok = calls.deploy.answer;
const status = "HTTP/1.1 200 OK\r\n";
const head = (...lines: string[]): string => `${status}${lines.join("\r\n")}\r\n\r\n`;
const sized = (length: number): string => head("content-type: application/x-amz-json-1.1", `content-length: ${length}`);
const chunked = head("transfer-encoding: chunked");
const spaces = " ".repeat(65_536);

const closed = /Connection was closed before we received a valid response/;
const tooLarge = /longer than \d+ bytes/;
const inTime = /No complete answer within 1 second/;
const silence = /Read timeout/;

/** The faults of a connection before, during and after the answer. */
export const connectionFaults: readonly Fault[] = [
  fault("nothing listens", () => callTo("http://127.0.0.1:1"), /Could not connect/),
  fault("a name that does not exist", () => callTo("http://aws.invalid"), /Could not connect/),
  fault("a name that no host can have", () => callTo(`http://${"a".repeat(70)}.invalid`), undefined),
  fault("reset as soon as connected", to(reset), /Could not connect|Connection was closed/),
  fault("closed as soon as connected", to(end), closed),
  fault("reset after the request", answer(reset), closed),
  fault("closed after the request", answer(end), closed),
  fault("reset within the status line", answer(writes("HTTP/1.1 20", reset)), closed),
  fault("closed within the headers", answer(writes("HTTP/1.1 200 OK\r\ncontent-ty", end)), closed),
  fault("reset within the body", answer(writes(sized(ok.length) + ok.slice(0, 20), reset)), closed),
  fault("closed within the body", answer(writes(sized(ok.length) + ok.slice(0, 20), end)), closed),
  fault("closed one byte before the end", answer(writes(sized(ok.length) + ok.slice(0, -1), end)), closed),
  fault("chunks without their end", answer(writes(`${chunked}27\r\n${ok}\r\n`, end)), closed),
  fault("no length, closed in the middle", answer(writes(head("x: y") + ok.slice(0, 20), end))),
  fault("no length, reset after a whole answer", answer(writes(head("x: y") + ok, reset)), closed),
  fault("reset after a whole answer", answer(writes(sized(ok.length) + ok, reset)), undefined, { ends: "done" }),
  fault("kept open after the answer", answer(writes(sized(ok.length) + ok)), undefined, { ends: "done" }),
  fault(
    "silence instead of an answer",
    to(() => undefined, "--cli-read-timeout", "1"),
    silence,
  ),
  fault("silence within the body", answer(writes(sized(99) + ok), "--cli-read-timeout", "1"), silence),
  fault("a byte at a time in the head", limited(trickles(`${status}x: `, "y")), inTime),
  fault("a byte at a time in the body", limited(trickles(sized(9999), " ")), inTime),
  fault("100 Continue for ever", limited(trickles("", "HTTP/1.1 100 Continue\r\n\r\n")), inTime),
  fault("100 Continue for ever, at full speed", limited(pours("", "HTTP/1.1 100 Continue\r\n\r\n".repeat(999)))),
  fault("a header that never ends", answer(pours(`${status}x: `, "y".repeat(65_536))), tooLarge),
  fault("a header of spaces that never ends", limited(pours(`${status}x: `, spaces)), inTime),
  fault("headers that never end", answer(pours(status, "x: y\r\n".repeat(9999))), tooLarge),
  fault("a body that never ends", answer(pours(head("x: y"), spaces)), tooLarge),
  fault("1 GiB, announced", answer(pours(sized(2 ** 30), spaces)), tooLarge),
  fault("1 GiB in chunks", answer(pours(chunked, `10000\r\n${spaces}\r\n`)), tooLarge),
  fault("1 GiB as an error", answer(pours("HTTP/1.1 500 X\r\n\r\n", spaces)), tooLarge),
  fault("chunk extensions that never end", answer(pours(`${chunked}1;`, "x=y;".repeat(9999)))),
  fault("trailers that never end", answer(pours(`${chunked}27\r\n${ok}\r\n0\r\n`, "x: y\r\n".repeat(9999)))),
  fault("not HTTP", answer(writes("SSH-2.0-OpenSSH_9.2\r\n\r\n")), closed),
  fault("two lengths", answer(writes(head("content-length: 39", "content-length: 3") + ok)), closed),
  fault("a length and chunks", answer(writes(head("content-length: 39", "transfer-encoding: chunked") + ok)), closed),
  fault("a length that is no number", answer(writes(head("content-length: many") + ok)), closed),
  fault("another protocol", answer(writes("HTTP/1.1 101 X\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"))),
];
