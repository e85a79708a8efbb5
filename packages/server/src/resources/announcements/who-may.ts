import { admins, members, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/announcements': ({ course }) => ({
    path: 'announcements',
    params: { context_codes: [`course_${course.id}`] },
    may: [...members, ...admins],
  }),
} satisfies WhoMay;
