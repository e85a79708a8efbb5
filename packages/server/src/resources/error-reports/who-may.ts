import { everybody, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'POST /api/v1/error_reports': () => ({
    path: 'error_reports',
    params: { error: { subject: 'It broke' } },
    may: everybody,
  }),
  'GET /api/easel/v1/error_reports/{id}': ({ errorReport }) => ({
    path: `/api/easel/v1/error_reports/${errorReport}`,
    may: ['rootAdmin'],
  }),
} satisfies WhoMay;
