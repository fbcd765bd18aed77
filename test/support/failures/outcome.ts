import type { OutcomeFailure } from "../../../src/failure/outcome";
import type { Examples } from "./examples";

const wouldHave = "The report would have been Failed";
const why = "./check exited with 3 after 2 seconds";

/** Examples of the failures of a command whose end makes a call. */
export const outcomeExamples: Examples<OutcomeFailure> = {
  "report-attempt-late": [{ seconds: 10 }, "The call was not answered within 10 seconds"],
  "report-not-made": [
    {
      undone: "The report could not be made.",
      wouldHave,
      why,
      problem: { kind: "report-attempt-late", seconds: 1 },
      byHand: "aws-lifecycle-hooks deploy x",
    },
    `The report could not be made. The call was not answered within 1 second\n${wouldHave}: ${why}.\nTo make it by hand:\n\n    aws-lifecycle-hooks deploy x`,
  ],
  "done-before": [
    { sentence: "The hook was answered before.", code: "ConflictException", wouldHave, why },
    `The hook was answered before. (ConflictException)\n${wouldHave}: ${why}.`,
  ],
  "value-empty": [{ place: "--deployment-id", file: "id.txt" }, "--deployment-id is empty, from id.txt"],
  "value-unprintable": [
    { place: "--deployment-id", file: undefined, character: "\n" },
    "--deployment-id has a line end in it (\\n)",
  ],
  "not-started": [
    { sentence: "The deployment is Failed.", problem: { kind: "unforeseen", message: "It broke." } },
    "It broke.\nThe deployment is Failed. The command was not started.",
  ],
  "parked-missing": [
    { name: "/hooks/d-1", seconds: 1, problem: undefined, hasCommand: true },
    "The parameter /hooks/d-1 was not there within 1 second. Nothing was reported, and the command was not started.",
  ],
  "ended-meanwhile": [
    { sentence: "The deployment is Failed.", why },
    `The deployment is Failed. Nothing was sent: ${why}.`,
  ],
};
