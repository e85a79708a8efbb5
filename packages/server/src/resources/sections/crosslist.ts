import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { section } from './load.ts';
import { moveToCourse } from './move.ts';
import { Section } from './schema.ts';
import { serializeSection } from './serialize.ts';

export default operation('POST /api/v1/sections/{id}/crosslist/{new_course_id}', {
  summary: 'Move a section, with its people, into another course',
  load: { section: section('id'), newCourse: course('new_course_id') },
  requires: { section: 'update', newCourse: 'manage' },
  returns: Section,
  async handle({ ctx, section, newCourse, params }) {
    const stays = params.override_sis_stickiness === false || section.course_id === newCourse.id;
    if (stays) return await serializeSection(ctx, section, { course: section.course });
    // However often it moves, it belongs where it was first.
    const moved = await moveToCourse(
      ctx,
      section,
      newCourse,
      section.nonxlist_course_id ?? section.course_id,
    );
    return await serializeSection(ctx, moved, { course: newCourse });
  },
});
