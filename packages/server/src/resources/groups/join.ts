import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { demand } from '../../domain/demand.ts';
import { type GroupRow, mayInGroup } from '../../domain/group-access.ts';
import { addMember, insertMembers } from '../../domain/group-members.ts';
import { CanvasError } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params, Reply } from '../../http/operation.ts';
import { Anything, Either, Id, List, Shape, Text } from '../../http/schema.ts';
import { findUser } from '../users/load.ts';
import { group } from './load.ts';
import { mayAddMember } from './memberships.ts';
import { GroupMembership } from './schema.ts';
import { serializeMembership } from './serialize.ts';

const EMPTY = { 'content-type': 'application/json; charset=utf-8' };

/** Of several people for a tag: nothing at all, or who isn't in the course. */
const Partly = Shape({ message: Text, invalid_user_ids: List(Id), membership_errors: List(Anything) });

type JoinParams = Params<'POST /api/v1/groups/{group_id}/memberships'>;

export default operation('POST /api/v1/groups/{group_id}/memberships', {
  summary: 'Join a group, ask to be let in, or put somebody into it',
  load: { group: group('group_id') },
  // Whether it takes a right of one's own or over others depends on whom it is about.
  requires: 'user',
  returns: Either(GroupMembership, Partly, Text),
  async handle({ ctx, group, params }) {
    if (params.members || params.all_in_group_course) return await tagPeople(ctx, group, params);
    const user = await findUser(ctx, params.user_id ?? '');
    await demand(ctx, mayAddMember(ctx, group, user));
    const { membership, created } = await addMember(ctx, group, user);
    const json = await serializeMembership(ctx, group, membership);
    return { ...json, just_created: created };
  },
});

/** Puts many people of a course into a differentiation tag at once. */
async function tagPeople(ctx: Context, group: GroupRow, params: JoinParams) {
  if (group.context_type === 'Account' || !group.non_collaborative) throw new CanvasError(400, '', EMPTY);
  const asked = params.all_in_group_course
    ? await studentsExcept(ctx, group, params.exclude_user_ids ?? [])
    : [...new Set(params.members)];
  if (asked.length === 0) throw new CanvasError(400, '', EMPTY);
  await demand(ctx, mayInGroup(ctx, group, 'create'));
  const present = await ctx.db
    .selectFrom('enrollments')
    .select('user_id')
    .distinct()
    .where('course_id', '=', group.context_id)
    .where('user_id', '=', anyOf(asked))
    .where('workflow_state', 'not in', ['rejected', 'completed', 'deleted', 'inactive'])
    .execute();
  const ids = new Set(present.map(({ user_id }) => user_id));
  await insertMembers(ctx, group, [...ids]);
  const invalid_user_ids = asked.filter((id) => !ids.has(id));
  return invalid_user_ids.length > 0
    ? { message: 'Partial failure encountered', invalid_user_ids, membership_errors: [] }
    : new Reply(200, '', EMPTY);
}

async function studentsExcept(ctx: Context, group: GroupRow, excluded: readonly number[]): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select('user_id')
    .distinct()
    .where('course_id', '=', group.context_id)
    .where('type', '=', 'StudentEnrollment')
    .where('workflow_state', 'not in', ['rejected', 'completed', 'deleted', 'inactive'])
    .where(sql<boolean>`not user_id = ${anyOf(excluded)}`)
    .orderBy('user_id')
    .execute();
  return rows.map(({ user_id }) => user_id);
}
