import { containing } from '../../db/containing.ts';
import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { SearchTermTooShort } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { Section } from './schema.ts';
import { askedOf, serializeSections } from './serialize.ts';

/** Without one of these, includes are dropped. */
const rosterRights = ['read_roster', 'view_all_grades', 'manage_grades'] as const;

export default operation('GET /api/v1/courses/{course_id}/sections', {
  summary: 'The sections of a course',
  load: { course: course('course_id') },
  requires: { course: ['read', ...rosterRights] },
  returns: List(Section),
  async handle({ ctx, course, params: { include, search_term, all } }) {
    const query = sectionsOf(ctx, course, search_term);
    const sections = all
      ? await query.orderBy('name_key').orderBy('id').execute()
      : await paginate(ctx, query, { key: 'id', kind: 'total', order: [{ by: 'name_key' }] });
    const access = await courseAccess(ctx, course);
    const seesPeople = rosterRights.some((right) => courseGrants(right, access));
    return await serializeSections(ctx, sections, askedOf(course, seesPeople ? include : []));
  },
});

function sectionsOf(ctx: Context, course: CourseRow, search: string | null | undefined) {
  const query = ctx.db
    .selectFrom('course_sections')
    .selectAll()
    .where('course_id', '=', course.id)
    .where('workflow_state', '=', 'active');
  if (!search) return query;
  if (search.length < 2) throw new SearchTermTooShort();
  return query.where('name_key', 'like', containing(sortKey(search)));
}
