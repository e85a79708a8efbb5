import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { user } from '../users/load.ts';
import { licenses } from './licenses.ts';
import { License } from './schema.ts';

export const licensesOfCourse = operation('GET /api/v1/courses/{course_id}/content_licenses', {
  summary: 'The licenses that files of a course can have',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: List(License),
  handle: async () => [...licenses],
});

export const licensesOfUser = operation('GET /api/v1/users/{user_id}/content_licenses', {
  summary: 'The licenses that files of a user can have',
  load: { user: user('user_id') },
  requires: { user: 'read' },
  returns: List(License),
  handle: async () => [...licenses],
});
