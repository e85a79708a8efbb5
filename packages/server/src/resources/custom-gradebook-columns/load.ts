import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { studentIds } from '../../domain/submission-students.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';
import type { ColumnRow } from './serialize.ts';

/** A column of the course that was loaded before it, shown or hidden. */
export const column = loads<ColumnRow, never>({
  async find(ctx, text, { course }) {
    const id = parseNumber(text);
    if (id === undefined) throw new NotFound();
    const found = await ctx.db
      .selectFrom('custom_gradebook_columns')
      .selectAll()
      .where('id', '=', id)
      .where('course_id', '=', (course as CourseRow).id)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
    if (!found) throw new NotFound();
    return found;
  },
  grants: async () => false,
});

/** The students of a course whom the caller sees, past ones too, as a subquery. */
export async function visibleStudents(ctx: Context, course: CourseRow) {
  return studentIds(await courseAccess(ctx, course), { courseId: course.id, sectionId: null, scope: 'all' });
}
