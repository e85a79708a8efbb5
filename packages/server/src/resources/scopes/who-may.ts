import type { WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/accounts/{account_id}/scopes': ({ college }) => ({
    path: `accounts/${college.id}/scopes`,
    may: ['subAdmin', 'rootAdmin'],
  }),
} satisfies WhoMay;
