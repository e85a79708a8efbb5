/**
 * `include[]` of users. Custom links of a roster, which Easel doesn't have yet, are as of a user without any.
 */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { nameParts } from '../../domain/person-names.ts';
import { toRails } from '../../domain/time-zones.ts';
import { mayToUser } from '../../domain/user-access.ts';
import type { Context, User as UserRow } from '../../http/context.ts';
import type { IncludeLoader, IncludeLoaders } from '../../http/includes.ts';
import { avatarUrl } from './display.ts';
import type { User } from './schema.ts';
import { shownIn, type UserContext } from './shown.ts';

export interface UserView {
  includes?: readonly UserInclude[];
  /** The course or account whose rights decide what the caller sees; without one no login, SIS id or e-mail. */
  context?: UserContext | undefined;
  /** `enrollments[]` of each user, already serialized; absent from the answer where it isn't given. */
  enrollments?: ReadonlyMap<number, unknown[]> | undefined;
  /** `login`: neither login nor SIS fields. `personal_info`: no e-mail, bio or title. */
  excludes?: readonly ('login' | 'personal_info')[];
  /** Shows the deleted login of a user who has no other. */
  deletedLogins?: boolean;
}

export type UserInclude =
  | 'avatar_state'
  | 'avatar_url'
  | 'bio'
  | 'confirmation_url'
  | 'custom_links'
  | 'effective_locale'
  | 'email'
  | 'first_name'
  | 'group_ids'
  | 'last_login'
  | 'last_name'
  | 'locale'
  | 'lti_id'
  | 'permissions'
  | 'sections'
  | 'sis_user_id'
  | 'terms_of_use'
  | 'time_zone'
  | 'title'
  | 'uuid';

type Loader = IncludeLoader<UserRow, Partial<User>, UserView>;

/** An include that needs nothing but the row. */
const ofRow =
  (fields: (user: UserRow, ctx: Context) => Partial<User>): Loader =>
  async (ctx) =>
  (user) =>
    fields(user, ctx);

const ids = (users: readonly UserRow[]) => anyOf(users.map(({ id }) => id));

const avatarsOn = (ctx: Context) => ctx.rootAccount.services['avatars'] !== false;

const avatarState: Loader = async (ctx, users) => {
  const managed = new Set<number>();
  for (const user of avatarsOn(ctx) ? users : []) {
    if (await mayToUser(ctx, user, 'manage_user_details')) managed.add(user.id);
  }
  return (user) =>
    managed.has(user.id) ? { avatar_state: user.avatar_state as NonNullable<User['avatar_state']> } : {};
};

const profileField =
  (field: 'bio' | 'title'): Loader =>
  async (ctx, _users, { excludes }) => {
    const shown =
      ctx.rootAccount.settings['enable_profiles'] === true && !excludes?.includes('personal_info');
    return (user) => (shown ? { [field]: user[field] } : {});
  };

/** The first address that isn't retired, where the context lets the caller see it. */
const email: Loader = async (ctx, users, { context, excludes }) => {
  if (excludes?.includes('personal_info') || !(await shownIn(ctx, context)).email) return () => ({});
  const addresses = await emailsOf(ctx, users);
  return ({ id }) => ({ email: addresses.get(id) ?? null });
};

export async function emailsOf(ctx: Context, users: readonly UserRow[]): Promise<Map<number, string>> {
  const rows = await ctx.db
    .selectFrom('communication_channels')
    .select(['user_id', 'address'])
    .distinctOn('user_id')
    .where('user_id', '=', ids(users))
    .where('type', '=', 'email')
    .where('workflow_state', '<>', 'retired')
    .orderBy('user_id')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ user_id, address }) => [user_id, address]));
}

const lastLogin: Loader = async (ctx, users) => {
  const rows = await ctx.db
    .selectFrom('pseudonyms')
    .select(['user_id', (eb) => eb.fn.max('last_login_at').as('last_login_at')])
    .where('user_id', '=', ids(users))
    .where('workflow_state', '<>', 'deleted')
    .groupBy('user_id')
    .execute();
  const times = new Map(rows.map(({ user_id, last_login_at }) => [user_id, last_login_at]));
  return ({ id }) => ({ last_login: times.get(id) ?? null });
};

/** The names of the sections in which the user is enrolled, anywhere. */
const sections: Loader = async (ctx, users) => {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .innerJoin('course_sections', 'course_sections.id', 'enrollments.course_section_id')
    .select(['enrollments.user_id', sql<number>`min(enrollments.id)`.as('first'), 'course_sections.name'])
    .where('enrollments.user_id', '=', ids(users))
    .where('enrollments.workflow_state', '<>', 'deleted')
    .groupBy(['enrollments.user_id', 'course_sections.id', 'course_sections.name'])
    .orderBy('first')
    .execute();
  const byUser = Map.groupBy(rows, ({ user_id }) => user_id);
  return ({ id }) => ({ sections: (byUser.get(id) ?? []).map(({ name }) => name).join(', ') });
};

/** The groups of the course in which the user is; tags are kept from those whom they are about. */
const groupIds: Loader = async (ctx, users, { context }) => {
  const courseId = context && 'course' in context ? context.course.id : 0;
  const rows = await ctx.db
    .selectFrom('group_memberships')
    .innerJoin('groups', 'groups.id', 'group_memberships.group_id')
    .select(['group_memberships.user_id', 'group_memberships.group_id'])
    .where('groups.context_type', '=', 'Course')
    .where('groups.context_id', '=', courseId)
    .where('groups.workflow_state', '=', 'available')
    .where('groups.non_collaborative', '=', false)
    .where('group_memberships.user_id', '=', ids(users))
    .where('group_memberships.workflow_state', '<>', 'deleted')
    .orderBy('group_memberships.id')
    .execute();
  const byUser = Map.groupBy(rows, ({ user_id }) => user_id);
  return ({ id }) => ({ group_ids: (byUser.get(id) ?? []).map(({ group_id }) => group_id) });
};

const confirmationUrl: Loader = async (ctx, users) => {
  const rows = await ctx.db
    .selectFrom('communication_channels')
    .select(['user_id', 'confirmation_code'])
    .distinctOn('user_id')
    .where('user_id', '=', ids(users))
    .where('type', '=', 'email')
    .orderBy('user_id')
    .orderBy('position')
    .orderBy('id')
    .execute();
  const codes = new Map(rows.map(({ user_id, confirmation_code }) => [user_id, confirmation_code]));
  return ({ id }) => {
    const code = codes.get(id);
    return { confirmation_url: code ? ctx.url(`/register/${code}`) : null };
  };
};

/** What the user may change of himself, by the settings of the institution. */
const permissions: Loader = ofRow(({ avatar_state }, ctx) => ({
  permissions: {
    can_update_name: ctx.rootAccount.settings['users_can_edit_name'] !== false,
    can_update_avatar: avatarsOn(ctx) && avatar_state !== 'locked',
    limit_parent_app_web_access: ctx.rootAccount.settings['limit_parent_app_web_access'] === true,
  },
}));

/** What a tool in the context knew the user by before he was merged. */
async function pastIds(ctx: Context, users: readonly UserRow[], context: UserContext | undefined) {
  if (!context || 'user' in context) return new Map<number, never>();
  const [type, id] =
    'course' in context
      ? (['Course', context.course.id] as const)
      : (['Account', context.account.id] as const);
  const rows = await ctx.db
    .selectFrom('user_past_lti_ids')
    .selectAll()
    .where('user_id', '=', ids(users))
    .where('context_type', '=', type)
    .where('context_id', '=', id)
    .execute();
  return new Map(rows.map((row) => [row.user_id, row]));
}

const ltiId: Loader = async (ctx, users, { context }) => {
  const past = await pastIds(ctx, users, context);
  return (user) => ({ lti_id: past.get(user.id)?.user_lti_context_id ?? user.lti_context_id });
};

const uuid: Loader = async (ctx, users, { context }) => {
  const past = await pastIds(ctx, users, context);
  return (user) => {
    const earlier = past.get(user.id)?.user_uuid;
    return { ...(earlier && earlier !== user.uuid && { past_uuid: earlier }), uuid: user.uuid };
  };
};

export const userIncludes: IncludeLoaders<UserInclude, UserRow, Partial<User>, UserView> = {
  avatar_state: avatarState,
  avatar_url: ofRow((user, ctx) => (avatarsOn(ctx) ? { avatar_url: avatarUrl(ctx, user) } : {})),
  bio: profileField('bio'),
  confirmation_url: confirmationUrl,
  custom_links: ofRow(() => ({ custom_links: [] })),
  effective_locale: ofRow((user, ctx) =>
    user.id === ctx.user?.id ? { effective_locale: effectiveLocale(ctx, user) } : {},
  ),
  email,
  first_name: ofRow(({ sortable_name }) => ({
    first_name: nameParts(sortable_name, { sortable: true }).given,
  })),
  group_ids: groupIds,
  last_login: lastLogin,
  last_name: ofRow(({ sortable_name }) => ({
    last_name: nameParts(sortable_name, { sortable: true }).surname,
  })),
  locale: ofRow(({ locale }) => ({ locale })),
  lti_id: ltiId,
  permissions,
  sections,
  // Given with the login: see serialize.ts.
  sis_user_id: ofRow(() => ({})),
  terms_of_use: ofRow(({ terms_accepted_at }) => ({ terms_of_use: terms_accepted_at !== null })),
  // Canvas prefers its own names here, and the IANA's in profiles.
  time_zone: ofRow((user, ctx) => ({ time_zone: toRails(timeZoneOf(ctx, user)) })),
  title: profileField('title'),
  uuid,
};

/** The language in which the user is spoken to. */
export const effectiveLocale = (ctx: Context, user: UserRow): string =>
  user.locale ?? ctx.rootAccount.default_locale ?? 'en';

export const timeZoneOf = (ctx: Context, user: UserRow): string =>
  user.time_zone ?? ctx.rootAccount.default_time_zone ?? 'America/Denver';
