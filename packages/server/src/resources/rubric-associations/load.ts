import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import type { CourseRight } from '../../domain/course-rights.ts';
import type { RubricAssociationRow } from '../../domain/rubrics.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

interface InCourse {
  readonly course: CourseRow;
  readonly association: RubricAssociationRow;
}

/** Undefined where the course has none of that id. */
export async function findAssociation(
  ctx: Context,
  course: CourseRow,
  text: string,
): Promise<RubricAssociationRow | undefined> {
  return await ctx.db
    .selectFrom('rubric_associations')
    .selectAll()
    .where('id', '=', parseNumber(text) ?? 0)
    .where('context_type', '=', 'Course')
    .where('context_id', '=', course.id)
    .where('workflow_state', '=', 'active')
    .executeTakeFirst();
}

/** `load: { course: course('course_id'), tied: rubricAssociation('id') }`: one of the course loaded before. */
export const rubricAssociation = loads<InCourse, CourseRight>({
  async find(ctx, text, loaded) {
    const course = loaded['course'] as CourseRow;
    const association = await findAssociation(ctx, course, text);
    if (!association) throw new NotFound();
    return { course, association };
  },
  grants: (ctx, { course }, right) => mayInCourse(ctx, course, right),
});
