import { admins, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/users/{user_id}/page_views': ({ fellow }) => ({
    path: `users/${fellow.id}/page_views`,
    may: admins,
  }),
} satisfies WhoMay;
