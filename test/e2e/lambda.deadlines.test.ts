import { afterAll, expect, test } from "@jest/globals";
import { hangs } from "../support/deadlines";
import { useHookService } from "../support/hook-service";
import { removePackage } from "../support/lambda-runtime";
import { onLinux } from "../support/posix";

const services = useHookService();
afterAll(removePackage);

onLinux("work that never ends", () => {
  test("is a Failed before the function's deadline, whenever that is", async () => {
    const hung = await hangs(20, services);
    expect(hung.filter(({ told }) => told.join() !== "Failed")).toEqual([]);
  });
});
