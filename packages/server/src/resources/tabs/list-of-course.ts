import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { Tabs } from './schema.ts';
import { serializeTabs, tabsOfCourses } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/tabs', {
  summary: 'The navigation of a course',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  denied: NotFound,
  returns: Tabs,
  async handle({ ctx, course, params: { include } }) {
    const subjectTabs = include?.includes('course_subject_tabs') === true;
    const tabsOf = await tabsOfCourses(ctx, [course], { subjectTabs });
    return serializeTabs(ctx, tabsOf(course));
  },
});
