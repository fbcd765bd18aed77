import { afterAll, expect, test } from "@jest/globals";
import { hangs } from "../support/deadlines";
import { useHookService } from "../support/hook-service";
import { removePackage } from "../support/lambda-runtime";
import { onLinux } from "../support/posix";

const services = useHookService();
afterAll(removePackage);

onLinux("200 random deadlines", () => {
  test("there is no silence: each hook has its Failed, once, before the function's deadline", async () => {
    const hung = await hangs(200, services);
    expect(hung.filter(({ told }) => told.join() !== "Failed")).toEqual([]);
  }, 3_600_000);
});
