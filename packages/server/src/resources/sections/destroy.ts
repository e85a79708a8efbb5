import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { type SectionInCourse, section } from './load.ts';
import { Section } from './schema.ts';
import { serializeSection } from './serialize.ts';

export default operation('DELETE /api/v1/sections/{id}', {
  summary: 'Delete a section that nobody is in',
  load: { section: section('id') },
  requires: { section: 'delete' },
  returns: Section,
  async handle({ ctx, section }) {
    if (await hasPeople(ctx, section)) {
      throw new Refusal(400, { message: "You can't delete a section that has enrollments" });
    }
    for (const [table, column] of [
      ['course_sections', 'id'],
      ['enrollments', 'course_section_id'],
    ] as const) {
      await ctx.db
        .updateTable(table)
        .set({ workflow_state: 'deleted', updated_at: ctx.now })
        .where(column, '=', section.id)
        .execute();
    }
    return await serializeSection(ctx, section, { course: section.course });
  },
});

/** The Test Student and those who declined don't keep a section. */
async function hasPeople(ctx: Context, { id }: SectionInCourse): Promise<boolean> {
  const enrollment = await ctx.db
    .selectFrom('enrollments')
    .select('id')
    .where('course_section_id', '=', id)
    .where('workflow_state', 'not in', ['deleted', 'rejected'])
    .where('type', '<>', 'StudentViewEnrollment')
    .limit(1)
    .executeTakeFirst();
  return enrollment !== undefined;
}
