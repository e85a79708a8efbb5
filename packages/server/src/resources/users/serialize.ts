import type { Context, User as UserRow } from '../../http/context.ts';
import { knownIncludes, loadIncludes } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import { type UserInclude, type UserView, userIncludes } from './includes.ts';
import { type MainLogin, mainLogins } from './logins-of.ts';
import { User } from './schema.ts';
import { type Shown, shownIn } from './shown.ts';

/**
 * Users as the caller may see them in a course or an account, in a number of queries that doesn't grow with the list:
 * `serializeUsers(ctx, users, { context: { course }, includes: ['email'] })`.
 */
export async function serializeUsers(
  ctx: Context,
  users: readonly UserRow[],
  view: UserView = {},
): Promise<User[]> {
  if (users.length === 0) return [];
  const [logins, included] = await Promise.all([
    loginFields(ctx, users, view),
    loadIncludes(ctx, users, view.includes ?? [], userIncludes, view),
  ]);
  return users.map((user) =>
    inOrderOf(User, {
      id: user.id,
      name: user.name,
      created_at: user.created_at,
      sortable_name: user.sortable_name,
      short_name: user.short_name,
      ...logins(user),
      ...(user.pronouns && { pronouns: user.pronouns }),
      ...(user.workflow_state === 'deleted' &&
        user.merged_into_user_id !== null && { merged_into_user_id: user.merged_into_user_id }),
      ...(view.enrollments && { enrollments: view.enrollments.get(user.id) ?? [] }),
      ...included(user),
    }),
  );
}

/** Those of a request's `include[]` that users know. */
export const knownUserIncludes = (asked: readonly string[] | undefined): UserInclude[] =>
  knownIncludes(asked, userIncludes);

export async function serializeUser(ctx: Context, user: UserRow, view?: UserView): Promise<User> {
  const [json] = await serializeUsers(ctx, [user], view);
  return json as User;
}

/** SIS ids and the login's name, each by its own right; looked up only for somebody who sees any of it. */
async function loginFields(
  ctx: Context,
  users: readonly UserRow[],
  view: UserView,
): Promise<(user: UserRow) => Partial<User>> {
  const shown = await shownIn(ctx, view.context);
  const login = shown.login && !view.excludes?.includes('login');
  const sis = shown.sis && (login || view.includes?.includes('sis_user_id') === true);
  if (!login && !sis) return () => ({});
  const found = await mainLogins(
    ctx,
    users.map(({ id }) => id),
    view.deletedLogins,
  );
  return ({ id }) => fieldsOf(found.get(id), shown, { login, sis });
}

function fieldsOf(
  row: MainLogin | undefined,
  shown: Shown,
  wanted: { login: boolean; sis: boolean },
): Partial<User> {
  return {
    ...(wanted.sis && {
      sis_user_id: row?.sis_user_id ?? null,
      integration_id: row?.integration_id ?? null,
    }),
    ...(wanted.login && shown.sisImportId && { sis_import_id: row?.sis_import_id ?? null }),
    ...(wanted.login && shown.loginId && row && { login_id: row.unique_id }),
  };
}
