/**
 * The option that sets a member: `LifecycleHookName` becomes `lifecycle-hook-name`, `RoleARN` becomes `role-arn` (the
 * names that botocore's `xform_name` makes of these members).
 */
export function optionName(member: string): string {
  return member
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}
