import { afterAll, beforeAll, beforeEach } from "@jest/globals";
import { startService, type TestService } from "./service";

/** A service for the tests of a file. Before each of them nothing is scripted and nothing has been seen. */
export function useService(): () => TestService {
  let service: TestService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());
  beforeEach(() => {
    service.requests.length = 0;
    service.script.length = 0;
  });
  return () => service;
}
