import { type CourseContext, contextOf } from '../../domain/contexts.ts';
import type { GroupCategoryRow } from '../../domain/group-access.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Text } from '../../http/schema.ts';
import { csvFile, sentence, showsSis, studentsOf } from './export-rows.ts';
import { groupCategory } from './load.ts';

export default operation('GET /api/v1/group_categories/{group_category_id}/export', {
  summary: 'The students of a course with their groups, as a CSV file ready to be imported',
  load: { category: groupCategory('group_category_id') },
  requires: { category: 'manage' },
  returns: Text,
  async handle({ ctx, category }) {
    if (category.context_type !== 'Course') {
      throw new Refusal(400, { message: 'Only groups of a course can be exported' });
    }
    const { course } = (await contextOf(ctx, category)) as CourseContext;
    const [sis, groupOf] = [await showsSis(ctx, course), await groupsByUser(ctx, category)];
    const hasGroups = groupOf.size > 0;
    const header = [
      ...['name', 'canvas_user_id'],
      ...(sis ? ['user_id'] : []),
      ...['login_id', 'sections', 'group_name'],
      ...(hasGroups ? ['canvas_group_id', ...(sis ? ['group_id'] : [])] : []),
    ];
    const rows = (await studentsOf(ctx, course)).map((student) => {
      const group = groupOf.get(student.id);
      return [
        ...[student.sortable_name, student.id],
        ...(sis ? [student.sis_user_id] : []),
        ...[student.unique_id, sentence(student.sections), group?.name],
        ...(hasGroups ? [group?.id, ...(sis ? [group?.sis_group_id] : [])] : []),
      ];
    });
    return csvFile(`${category.name}.csv`, [header, ...rows]);
  },
});

async function groupsByUser(ctx: Context, { id }: GroupCategoryRow) {
  const rows = await ctx.db
    .selectFrom('group_memberships')
    .innerJoin('groups', 'groups.id', 'group_memberships.group_id')
    .select(['group_memberships.user_id', 'groups.id', 'groups.name', 'groups.sis_group_id'])
    .where('groups.group_category_id', '=', id)
    .where('groups.workflow_state', '<>', 'deleted')
    .where('group_memberships.workflow_state', '<>', 'deleted')
    .orderBy('group_memberships.id')
    .execute();
  return new Map(rows.map((row) => [row.user_id, row]));
}
