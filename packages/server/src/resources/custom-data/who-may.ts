import type { WhoMay } from '../../../testing/who-may.ts';

export default {
  'PUT /api/v1/users/{user_id}/custom_data': ({ fellow }) => ({
    path: `users/${fellow.id}/custom_data/shoe_size`,
    params: { ns: 'example', data: 42 },
    may: ['rootAdmin'],
  }),
  'GET /api/v1/users/{user_id}/custom_data': ({ people }) => ({
    path: `users/${people.student.id}/custom_data`,
    params: { ns: 'example' },
    may: ['student', 'rootAdmin'],
  }),
  'DELETE /api/v1/users/{user_id}/custom_data': ({ people }) => ({
    path: `users/${people.student.id}/custom_data`,
    params: { ns: 'example' },
    may: ['student', 'rootAdmin'],
  }),
} satisfies WhoMay;
