import type { CourseRow } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Text } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { csvFile, showsSis, studentsOf } from './export-rows.ts';

export default operation('GET /api/v1/courses/{course_id}/group_categories/export_tags', {
  summary: 'The students of a course with their differentiation tags, as a CSV file ready to be imported',
  load: { course: course('course_id') },
  requires: { course: 'manage_tags_manage' },
  returns: Text,
  async handle({ ctx, course }) {
    const [sis, tagsOf] = [await showsSis(ctx, course), await tagsByUser(ctx, course)];
    const withSis = (...names: string[]) => (sis ? names : []);
    const header = [
      ...['name', 'canvas_user_id', ...withSis('user_id'), 'login_id'],
      ...['tag_name', 'canvas_tag_id', ...withSis('tag_id')],
      ...['tag_set_name', 'canvas_tag_set_id', ...withSis('tag_set_id')],
    ];
    const rows = (await studentsOf(ctx, course)).flatMap((student) => {
      const person = [
        student.sortable_name,
        student.id,
        ...(sis ? [student.sis_user_id] : []),
        student.unique_id,
      ];
      const tags = tagsOf.get(student.id) ?? [];
      if (tags.length === 0) return [person];
      return tags.map((tag) => [
        ...person,
        ...[tag.name, tag.id, ...(sis ? [tag.sis_group_id] : [])],
        ...[tag.set_name, tag.set_id, ...(sis ? [tag.sis_group_category_id] : [])],
      ]);
    });
    return csvFile(`${course.name} Tags.csv`, [header, ...rows]);
  },
});

async function tagsByUser(ctx: Context, { id }: CourseRow) {
  const rows = await ctx.db
    .selectFrom('group_memberships')
    .innerJoin('groups', 'groups.id', 'group_memberships.group_id')
    .innerJoin('group_categories', 'group_categories.id', 'groups.group_category_id')
    .select([
      'group_memberships.user_id',
      'groups.id',
      'groups.name',
      'groups.sis_group_id',
      'group_categories.id as set_id',
      'group_categories.name as set_name',
      'group_categories.sis_group_category_id',
    ])
    .where('groups.context_type', '=', 'Course')
    .where('groups.context_id', '=', id)
    .where('groups.non_collaborative', '=', true)
    .where('groups.workflow_state', '<>', 'deleted')
    .where('group_memberships.workflow_state', '<>', 'deleted')
    .orderBy('group_memberships.id')
    .execute();
  return Map.groupBy(rows, ({ user_id }) => user_id);
}
