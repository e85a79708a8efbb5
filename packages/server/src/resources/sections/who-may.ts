import { admins, type CastMember, members, type WhoMay } from '../../../testing/who-may.ts';

/** Who shapes a course; TAs don't. */
const owners: CastMember[] = ['designer', 'teacher'];
/** Observers don't read the roster. */
const readers: CastMember[] = members.filter((name) => name !== 'observer');

export default {
  'GET /api/v1/courses/{course_id}/sections': ({ course }) => ({
    path: `courses/${course.id}/sections`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/sections/{id}': ({ course, section }) => ({
    path: `courses/${course.id}/sections/${section.id}`,
    may: [...readers, ...admins],
  }),
  'GET /api/v1/sections/{id}': ({ section }) => ({
    path: `sections/${section.id}`,
    may: [...readers, ...admins],
  }),
  'POST /api/v1/courses/{course_id}/sections': ({ course }) => ({
    path: `courses/${course.id}/sections`,
    may: [...owners, ...admins],
  }),
  'PUT /api/v1/sections/{id}': ({ section }) => ({
    path: `sections/${section.id}`,
    may: [...owners, ...admins],
  }),
  'DELETE /api/v1/sections/{id}': ({ section }) => ({
    path: `sections/${section.id}`,
    may: [...owners, ...admins],
  }),
  'POST /api/v1/sections/{id}/crosslist/{new_course_id}': ({ section, course }) => ({
    path: `sections/${section.id}/crosslist/${course.id}`,
    may: [...owners, ...admins],
  }),
  'DELETE /api/v1/sections/{id}/crosslist': ({ section }) => ({
    path: `sections/${section.id}/crosslist`,
    may: [...owners, ...admins],
  }),
  'GET /api/v1/sections/{id}/users': ({ section }) => ({
    path: `sections/${section.id}/users`,
    may: [...readers, ...admins],
  }),
} satisfies WhoMay;
