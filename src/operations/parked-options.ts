import { optionName } from "./option-name";
import type { Parked } from "./operation";
import type { OptionDeclaration } from "./options";

/** The options of an operation with a member that may be parked. Times in seconds. */
export function parkedOptions({ member, by }: Parked): readonly OptionDeclaration[] {
  return [
    {
      name: "cli-parked-in",
      value: "PREFIX",
      about: `Reads the value of --${optionName(member)} from the parameter PREFIX/ID of Systems Manager, where ID is the value of --${optionName(by)}, and removes the parameter once the call is made.`,
    },
    {
      name: "cli-parked-wait",
      value: "SECONDS",
      about: "How long to look for the parameter, each 2 seconds. 300 by default.",
    },
  ];
}
