import { anyOf } from '../../db/any-of.ts';
import type { GroupCategoryRow } from '../../domain/group-access.ts';
import type { MembershipRow } from '../../domain/group-members.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Either, Id, List, Optional, Shape, type Static, Text } from '../../http/schema.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { assignJob } from './assign-job.ts';
import { assignUnassigned } from './distribute.ts';
import { groupCategory } from './load.ts';
import { ownedByNobody } from './progress.ts';

const NewMember = Shape({
  user_id: Id,
  name: Text,
  display_name: Text,
  sections: Optional(List(Shape({ section_id: Id, section_code: Text }))),
});
type NewMember = Static<typeof NewMember>;

const Assigned = List(Shape({ id: Id, new_members: List(NewMember) }));

export default operation('POST /api/v1/group_categories/{group_category_id}/assign_unassigned_members', {
  summary: 'Put everybody who is in no group of a set into one, at once or in the background',
  load: { category: groupCategory('group_category_id') },
  requires: { category: 'manage' },
  returns: Either(Assigned, Progress),
  async handle({ ctx, category, params }) {
    // These groups are for their members to choose.
    const isRestricted = category.context_type === 'Course' && category.self_signup === 'restricted';
    if (category.role === 'student_organized' || isRestricted) throw new Refusal(400, {});
    if (params.sync) return await assignNow(ctx, category);
    const progress = await enqueue(
      ctx,
      assignJob,
      { group_category_id: category.id },
      {
        progress: {
          context: { type: 'GroupCategory', id: category.id },
          tag: 'assign_unassigned_members',
          completion: 0,
        },
      },
    );
    return serializeProgress(ctx, await ownedByNobody(ctx, progress));
  },
});

async function assignNow(ctx: Context, category: GroupCategoryRow): Promise<Static<typeof Assigned>> {
  const memberships = await assignUnassigned(ctx, category);
  const members = await newMembers(ctx, category, memberships);
  return [...Map.groupBy(memberships, ({ group_id }) => group_id)].map(([id, group]) => ({
    id,
    new_members: group.map(({ user_id }) => members.get(user_id) as NewMember),
  }));
}

async function newMembers(
  ctx: Context,
  category: GroupCategoryRow,
  memberships: readonly MembershipRow[],
): Promise<Map<number, NewMember>> {
  const ids = anyOf(memberships.map(({ user_id }) => user_id));
  const [users, sections] = [
    await ctx.db.selectFrom('users').selectAll().where('id', '=', ids).execute(),
    await ctx.db
      .selectFrom('enrollments')
      .innerJoin('course_sections', 'course_sections.id', 'enrollments.course_section_id')
      .select(['enrollments.user_id', 'course_sections.id', 'course_sections.name'])
      .where('enrollments.course_id', '=', category.context_type === 'Course' ? category.context_id : 0)
      .where('enrollments.user_id', '=', ids)
      .where('enrollments.type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
      .where('enrollments.workflow_state', 'not in', ['rejected', 'completed', 'deleted', 'inactive'])
      .orderBy('enrollments.id')
      .execute(),
  ];
  const byUser = Map.groupBy(sections, ({ user_id }) => user_id);
  return new Map(
    users.map(({ id, sortable_name, short_name }) => {
      const own = byUser.get(id)?.map((each) => ({ section_id: each.id, section_code: each.name }));
      return [
        id,
        { user_id: id, name: sortable_name, display_name: short_name, ...(own && { sections: own }) },
      ];
    }),
  );
}
