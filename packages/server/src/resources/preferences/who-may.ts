import type { Stage, WhoMay } from '../../../testing/who-may.ts';

const reading = (path: string) => (stage: Stage) => ({
  path: `users/${stage.people.student.id}/${path}`,
  may: ['student' as const, 'rootAdmin' as const],
});
const writing = (path: string, params: object) => (stage: Stage) => ({ ...reading(path)(stage), params });

export default {
  'GET /api/v1/users/{id}/settings': reading('settings'),
  'PUT /api/v1/users/{id}/settings': writing('settings', { manual_mark_as_read: true }),
  'GET /api/v1/users/{id}/colors': reading('colors'),
  // The student has given the course no color, which is 404 for those who may ask.
  'GET /api/v1/users/{id}/colors/{asset_string}': ({ people, course }) => ({
    path: `users/${people.student.id}/colors/course_${course.id}`,
    may: [],
  }),
  'PUT /api/v1/users/{id}/colors/{asset_string}': ({ people, course }) => ({
    path: `users/${people.student.id}/colors/course_${course.id}`,
    params: { hexcode: 'abc123' },
    may: ['student', 'rootAdmin'],
  }),
  'PUT /api/v1/users/{id}/text_editor_preference': writing('text_editor_preference', {
    text_editor_preference: 'rce',
  }),
  'PUT /api/v1/users/{id}/files_ui_version_preference': writing('files_ui_version_preference', {
    files_ui_version: 'v2',
  }),
  'GET /api/v1/users/{id}/dashboard_positions': reading('dashboard_positions'),
  'PUT /api/v1/users/{id}/dashboard_positions': (stage) =>
    writing('dashboard_positions', { dashboard_positions: { [`course_${stage.course.id}`]: 1 } })(stage),
  'POST /api/v1/users/self/pandata_events_token': () => ({
    path: 'users/self/pandata_events_token',
    may: [],
  }),
} satisfies WhoMay;
