import { admins, signedIn, staff, type WhoMay } from '../../../testing/who-may.ts';

/** The stage has no appointment groups: nobody gets further than their absence. Their tests say who may. */
const absent = (path: string) => () => ({ path: `appointment_groups/0${path}`, may: [] });

export default {
  'GET /api/v1/appointment_groups': () => ({ path: 'appointment_groups', may: signedIn }),
  'POST /api/v1/appointment_groups': ({ course }) => ({
    path: 'appointment_groups',
    params: { appointment_group: { context_codes: [`course_${course.id}`], title: 'Office hours' } },
    may: [...staff, ...admins],
  }),
  'GET /api/v1/appointment_groups/{id}': absent(''),
  'PUT /api/v1/appointment_groups/{id}': absent(''),
  'DELETE /api/v1/appointment_groups/{id}': absent(''),
  'GET /api/v1/appointment_groups/{id}/users': absent('/users'),
  'GET /api/v1/appointment_groups/{id}/groups': absent('/groups'),
  'GET /api/v1/appointment_groups/next_appointment': () => ({
    path: 'appointment_groups/next_appointment',
    may: signedIn,
  }),
} satisfies WhoMay;
