/**
 * The option that sets a member, or the word of an operation: `LifecycleHookName` becomes `lifecycle-hook-name`,
 * `RoleARN` becomes `role-arn` (the names that botocore's `xform_name` makes). It looks at each character, because the
 * first use of a pattern costs more.
 */
export function optionName(member: string): string {
  let name = "";
  let from = 0;
  for (let at = 1; at < member.length; at++) {
    if (!startsWord(member, at)) continue;
    name += `${member.slice(from, at)}-`;
    from = at;
  }
  return (name + member.slice(from)).toLowerCase();
}

/** Whether a further word starts here: a capital behind anything else, or before a small letter. */
function startsWord(name: string, at: number): boolean {
  return isCapital(name.charAt(at)) && (!isCapital(name.charAt(at - 1)) || name.charAt(at + 1) >= "a");
}

function isCapital(character: string): boolean {
  return character >= "A" && character <= "Z";
}
