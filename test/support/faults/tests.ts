import { describe, expect, test } from "@jest/globals";
import type { Fault } from "./fault";
import { missing, runFault } from "./run";

/** Tests that runs under these faults end as they must, by subject. */
export function testFaults(faults: readonly Fault[]): void {
  const subjects = [...new Set(faults.map(({ subject }) => subject))];
  describe.each(subjects)("%s", (subject) => {
    for (const fault of faults.filter((one) => one.subject === subject)) {
      const absent = missing(fault);
      const name = absent.length === 0 ? fault.name : `${fault.name} (no ${absent.join()} here)`;
      (absent.length === 0 ? test.concurrent : test.skip)(name, async () => {
        const { problems, stderr } = await runFault(fault);
        expect({ problems, stderr }).toEqual({ problems: [], stderr });
      });
    }
  });
}
