import { ofCourse } from '../../domain/contexts.ts';
import { removeAssociation, removeRubricFrom } from '../../domain/rubric-associating.ts';
import type { RubricAssociationRow } from '../../domain/rubrics.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Shape } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { rubricAssociation } from './load.ts';
import { StoredAssociation } from './schema.ts';
import { storedAssociation } from './serialize.ts';

/** With it goes a rubric that nobody listed, once nothing in the course is graded with it any more. */
export default operation('DELETE /api/v1/courses/{course_id}/rubric_associations/{id}', {
  summary: 'Take a rubric away from what it is tied to',
  load: { course: course('course_id'), tied: rubricAssociation('id') },
  requires: { tied: 'manage_rubrics' },
  returns: Shape({ rubric_association: StoredAssociation }),
  async handle({ ctx, course, tied: { association } }) {
    await removeAssociation(ctx, association);
    if (!(await isStillWanted(ctx, association))) {
      const rubric = await ctx.db
        .selectFrom('rubrics')
        .selectAll()
        .where('id', '=', association.rubric_id)
        .executeTakeFirstOrThrow();
      await removeRubricFrom(ctx, rubric, ofCourse(course));
    }
    return { rubric_association: storedAssociation(ctx, { ...association, workflow_state: 'deleted' }) };
  },
});

async function isStillWanted(
  ctx: Context,
  { rubric_id, context_type, context_id }: RubricAssociationRow,
): Promise<boolean> {
  const others = await ctx.db
    .selectFrom('rubric_associations')
    .select(['purpose', 'context_type', 'context_id'])
    .where('rubric_id', '=', rubric_id)
    .where('workflow_state', '=', 'active')
    .where('purpose', 'in', ['bookmark', 'grading'])
    .execute();
  return others.some(
    (other) =>
      other.purpose === 'bookmark' ||
      (other.context_type === context_type && other.context_id === context_id),
  );
}
