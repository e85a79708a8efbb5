/** What of a request's parameters goes into a group, the same for making and changing one. */

import { anyOf } from '../../db/any-of.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import { type AccountContext, type CourseContext, contextOf } from '../../domain/contexts.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import type { GroupRow } from '../../domain/group-access.ts';
import type { GroupValues } from '../../domain/group-making.ts';
import { addMember } from '../../domain/group-members.ts';
import { Refusal } from '../../errors.ts';
import { INT4_MAX } from '../../http/coerce.ts';
import type { Context, User } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { usersOfContext } from './members-of-context.ts';
import type { Group } from './schema.ts';
import { serializeGroup } from './serialize.ts';

interface GroupParams {
  name?: string | null;
  description?: string | null;
  is_public?: boolean;
  join_level?: string | null;
  storage_quota_mb?: number | null;
  max_membership?: number | null;
}

type Place = Pick<GroupRow, 'context_type' | 'context_id'>;

export async function groupValues(ctx: Context, place: Place, params: GroupParams): Promise<GroupValues> {
  const { name, description, is_public, join_level, storage_quota_mb, max_membership } = params;
  const changesQuota = storage_quota_mb !== undefined && (await mayChangeQuota(ctx, place));
  return {
    ...(name !== undefined && { name: name ?? '' }),
    ...(description !== undefined && { description }),
    ...(is_public !== undefined && { is_public }),
    ...(join_level !== undefined && { join_level: join_level || 'invitation_only' }),
    ...(max_membership !== undefined && { max_membership: within(max_membership) }),
    ...(changesQuota && { storage_quota_mb: within(storage_quota_mb) }),
  };
}

const within = (number: number | null) => number && Math.min(Math.max(number, -INT4_MAX), INT4_MAX);

async function mayChangeQuota(ctx: Context, place: Place): Promise<boolean> {
  const context = (await contextOf(ctx, place)) as CourseContext | AccountContext;
  return context.type === 'Course'
    ? await mayInCourse(ctx, context.course, 'manage_storage_quotas')
    : await mayInAccount(ctx, context.account, 'manage_storage_quotas');
}

/** @throws Refusal where a SIS id is given without the right to it */
export async function demandSisRight(
  ctx: Context,
  sisId: string | null | undefined,
  verb: 'set' | 'update',
): Promise<void> {
  if (sisId === undefined || (await mayInAccount(ctx, ctx.rootAccount, 'manage_sis'))) return;
  throw new Refusal(401, { message: `You must have manage_sis permission to ${verb} sis attributes` });
}

/** Those of some ids who are in the course or account of a group. */
export async function peopleAround(ctx: Context, place: Place, texts: readonly string[]): Promise<User[]> {
  const ids = texts.flatMap((text) => parseNumber(text) ?? []);
  if (ids.length === 0) return [];
  return await ctx.db
    .selectFrom('users')
    .selectAll('users')
    .where('users.id', '=', anyOf(ids))
    .where('users.workflow_state', '<>', 'deleted')
    .where(await usersOfContext(ctx, place))
    .orderBy('users.id')
    .execute();
}

export async function inviteAll(ctx: Context, group: GroupRow, users: readonly User[]): Promise<void> {
  for (const user of users) await addMember(ctx, group, user, { state: 'invited' });
}

/** What making and changing a group answer. */
export async function serializeWritten(ctx: Context, { id }: GroupRow): Promise<Group> {
  const group = await ctx.db.selectFrom('groups').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return await serializeGroup(ctx, group, { includes: ['users', 'group_category', 'permissions'] });
}
