import { NotFound } from '../../errors.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';
import { section } from '../sections/load.ts';
import { addressOf, courseOfOverride } from './redirecting.ts';

export default operation('GET /api/v1/sections/{course_section_id}/assignments/{assignment_id}/override', {
  summary: 'Redirect to the override of an assignment for a section',
  load: { section: section('course_section_id') },
  requires: { section: 'read' },
  // To whoever doesn't see the section there is none.
  denied: NotFound,
  returns: Anything,
  async handle({ ctx, section, path }) {
    const course = await courseOfOverride(ctx, section.course_id);
    const location = await addressOf(ctx, course, path.assignment_id, {
      set_type: 'CourseSection',
      set_id: section.id,
    });
    return new Reply(302, null, { location });
  },
});
