import { signedIn, type WhoMay } from '../../../testing/who-may.ts';

/** Everybody has only his own, and on the stage nobody has any. */
const absent = (path: string) => () => ({ path, may: [] });

export default {
  'GET /api/v1/planner/items': () => ({ path: 'planner/items', may: signedIn }),
  'GET /api/v1/users/{user_id}/planner/items': ({ people }) => ({
    path: `users/${people.student.id}/planner/items`,
    // A parent is who is linked to the student, which an observer of a course needn’t be.
    may: ['student'],
  }),
  'GET /api/v1/planner_notes': () => ({ path: 'planner_notes', may: signedIn }),
  'POST /api/v1/planner_notes': () => ({
    path: 'planner_notes',
    params: { title: 'Read', todo_date: '2026-10-01' },
    may: signedIn,
  }),
  'GET /api/v1/planner_notes/{id}': absent('planner_notes/0'),
  'PUT /api/v1/planner_notes/{id}': absent('planner_notes/0'),
  'DELETE /api/v1/planner_notes/{id}': absent('planner_notes/0'),
  'GET /api/v1/planner/overrides': () => ({ path: 'planner/overrides', may: signedIn }),
  'POST /api/v1/planner/overrides': ({ assignment }) => ({
    path: 'planner/overrides',
    params: { plannable_type: 'assignment', plannable_id: assignment.id, marked_complete: true },
    may: signedIn,
  }),
  'GET /api/v1/planner/overrides/{id}': absent('planner/overrides/0'),
  'PUT /api/v1/planner/overrides/{id}': absent('planner/overrides/0'),
  'DELETE /api/v1/planner/overrides/{id}': absent('planner/overrides/0'),
} satisfies WhoMay;
