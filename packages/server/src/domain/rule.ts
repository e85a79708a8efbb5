/** Whether somebody may do something, from facts that are already loaded. */
export type Rule<Access> = (access: Access) => boolean;

export const any =
  <Access>(...rules: Rule<Access>[]): Rule<Access> =>
  (access) =>
    rules.some((rule) => rule(access));

export const all =
  <Access>(...rules: Rule<Access>[]): Rule<Access> =>
  (access) =>
    rules.every((rule) => rule(access));

export const not =
  <Access>(rule: Rule<Access>): Rule<Access> =>
  (access) =>
    !rule(access);
