import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { type SectionInCourse, section } from './load.ts';
import { moveToCourse } from './move.ts';
import { Section } from './schema.ts';
import { serializeSection } from './serialize.ts';

export default operation('DELETE /api/v1/sections/{id}/crosslist', {
  summary: 'Move a cross-listed section back where it was',
  load: { section: section('id') },
  requires: { section: 'update' },
  returns: Section,
  async handle({ ctx, section, params }) {
    const origin = await originOf(ctx, section);
    await demand(ctx, mayInCourse(ctx, origin, 'manage'));
    if (params.override_sis_stickiness === false) {
      return await serializeSection(ctx, section, { course: section.course });
    }
    const course = origin.workflow_state === 'deleted' ? await revive(ctx, origin) : origin;
    return await serializeSection(ctx, await moveToCourse(ctx, section, course, null), { course });
  },
});

async function originOf(ctx: Context, { nonxlist_course_id }: SectionInCourse): Promise<CourseRow> {
  if (nonxlist_course_id === null) throw new Refusal(400, { message: 'section is not cross-listed' });
  return await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', nonxlist_course_id)
    .executeTakeFirstOrThrow();
}

/** The course that was deleted meanwhile comes back, unpublished. */
function revive(ctx: Context, { id }: CourseRow): Promise<CourseRow> {
  return ctx.db
    .updateTable('courses')
    .set({ workflow_state: 'claimed', deleted_at: null, updated_at: ctx.now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
