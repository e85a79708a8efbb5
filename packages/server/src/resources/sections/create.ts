import type { CourseRow } from '../../domain/course-access.ts';
import type { SectionRow } from '../../domain/course-sections.ts';
import { sortKey } from '../../domain/sort-key.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { Section } from './schema.ts';
import { serializeSection } from './serialize.ts';
import { contentChanges, managesSis, refuseTakenSisIds, type SectionChanges } from './write.ts';

type CreateParams = Params<'POST /api/v1/courses/{course_id}/sections'>;

export default operation('POST /api/v1/courses/{course_id}/sections', {
  summary: 'Create a section in a course',
  load: { course: course('course_id') },
  requires: { course: 'manage_sections_add' },
  returns: Section,
  async handle({ ctx, course, params }) {
    const asked = params.course_section ?? {};
    // Ids of the SIS are dropped without the right to set them.
    const sis = (await managesSis(ctx))
      ? { sis_section_id: asked.sis_section_id || null, integration_id: asked.integration_id || null }
      : {};
    const deleted = params.enable_sis_reactivation ? await findDeleted(ctx, course, sis) : undefined;
    await refuseTakenSisIds(ctx, sis, deleted?.id);
    const section = deleted
      ? await revive(ctx, deleted, sis)
      : await insertSection(ctx, course, { ...contentChanges(asked), ...sis });
    return await serializeSection(ctx, section, { course });
  },
});

/** `enable_sis_reactivation`: the deleted section of that SIS id comes back as it was. */
async function findDeleted(
  ctx: Context,
  course: CourseRow,
  { sis_section_id }: Pick<NonNullable<CreateParams['course_section']>, 'sis_section_id'>,
): Promise<SectionRow | undefined> {
  if (!sis_section_id) return undefined;
  return await ctx.db
    .selectFrom('course_sections')
    .selectAll()
    .where('course_id', '=', course.id)
    .where('sis_section_id', '=', sis_section_id)
    .where('workflow_state', '=', 'deleted')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

function revive(ctx: Context, { id }: SectionRow, sis: SectionChanges): Promise<SectionRow> {
  return ctx.db
    .updateTable('course_sections')
    .set({ ...sis, workflow_state: 'active', updated_at: ctx.now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

function insertSection(ctx: Context, course: CourseRow, changes: SectionChanges): Promise<SectionRow> {
  const zone = ctx.user?.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC';
  // Without a name of its own: the course's, and the day in the caller's zone (sv-SE writes it 2026-09-15).
  const name =
    changes.name ?? `${course.name} ${new Date(ctx.now).toLocaleDateString('sv-SE', { timeZone: zone })}`;
  return ctx.db
    .insertInto('course_sections')
    .values({
      ...changes,
      name,
      name_key: sortKey(name),
      course_id: course.id,
      root_account_id: course.root_account_id,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
