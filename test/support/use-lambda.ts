import { afterAll, afterEach } from "@jest/globals";
import { removePackage, startLambda, type Invoked, type Lambda, type LambdaFunction } from "./lambda-runtime";

/** Starts functions for the tests of a file, and stops each after its test. */
export function useLambda() {
  const running: Lambda[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((lambda) => lambda.stop()));
  });
  afterAll(removePackage);
  const start = async (made: LambdaFunction): Promise<Lambda> => {
    const lambda = await startLambda(made);
    running.push(lambda);
    return lambda;
  };
  return {
    start,
    /** Starts a function and invokes it once. */
    invoke: async (made: LambdaFunction, event: unknown, timeoutMs?: number): Promise<Invoked> => {
      const lambda = await start(made);
      return lambda.invoke(event, timeoutMs === undefined ? {} : { timeoutMs });
    },
  };
}
