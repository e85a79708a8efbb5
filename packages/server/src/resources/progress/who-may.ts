import { admins, members, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/progress/{id}': ({ progress }) => ({
    path: `progress/${progress.id}`,
    may: [...members, ...admins],
  }),
  'POST /api/v1/progress/{id}/cancel': ({ progress }) => ({
    path: `progress/${progress.id}/cancel`,
    may: ['teacher'],
  }),
} satisfies WhoMay;
