import { forgetCourseAccess } from '../../domain/course-access.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { type SectionInCourse, section } from './load.ts';
import { Section } from './schema.ts';
import { serializeSection } from './serialize.ts';
import {
  contentChanges,
  managesSis,
  refuseTakenSisIds,
  type SectionChanges,
  type SectionParams,
} from './write.ts';

export default operation('PUT /api/v1/sections/{id}', {
  summary: 'Change a section',
  load: { section: section('id') },
  requires: { section: 'update' },
  returns: Section,
  async handle({ ctx, section, params }) {
    const changes = {
      ...contentChanges(withoutSticky(params), section),
      ...(await sisChanges(ctx, params.course_section ?? {})),
    };
    const changed = await apply(ctx, section, changes);
    forgetCourseAccess(ctx);
    return await serializeSection(ctx, changed, { course: section.course });
  },
});

/** `override_sis_stickiness=false` leaves alone what a SIS import would have to respect. */
function withoutSticky({
  course_section = {},
  override_sis_stickiness,
}: Params<'PUT /api/v1/sections/{id}'>): SectionParams {
  if (override_sis_stickiness !== false) return course_section;
  const { restrict_enrollments_to_section_dates: restrict } = course_section;
  return restrict === undefined ? {} : { restrict_enrollments_to_section_dates: restrict };
}

/** An empty id clears; null is "leave it". */
async function sisChanges(
  ctx: Context,
  { sis_section_id, integration_id }: SectionParams,
): Promise<SectionChanges> {
  if (sis_section_id == null && integration_id == null) return {};
  if (!(await managesSis(ctx))) {
    throw new Refusal(401, { message: 'You must have manage_sis permission to update sis attributes' });
  }
  return {
    ...(sis_section_id != null && { sis_section_id: sis_section_id || null }),
    ...(integration_id != null && { integration_id: integration_id || null }),
  };
}

async function apply(ctx: Context, section: SectionInCourse, changes: SectionChanges) {
  if (Object.keys(changes).length === 0) return section;
  await refuseTakenSisIds(ctx, changes, section.id);
  return await ctx.db
    .updateTable('course_sections')
    .set({ ...changes, updated_at: ctx.now })
    .where('id', '=', section.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
