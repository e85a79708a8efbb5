import {
  admins,
  everybody,
  members,
  type Stage,
  signedIn,
  staff,
  type WhoMay,
} from '../../../testing/who-may.ts';

const managers = [...staff, ...admins];

/** A student's own due date is staff's to move; the event of an assignment is one that is always there. */
const assignmentEvent = ({ assignment }: Stage) => `calendar_events/assignment_${assignment.id}`;

export default {
  'GET /api/v1/calendar_events': ({ course }) => ({
    path: 'calendar_events',
    params: { context_codes: [`course_${course.id}`] },
    may: [...members, ...admins],
  }),
  'GET /api/v1/users/{user_id}/calendar_events': ({ people }) => ({
    path: `users/${people.student.id}/calendar_events`,
    // Seeing a user takes a role of the institution.
    may: ['student', 'observer', 'rootAdmin'],
  }),
  'POST /api/v1/calendar_events': ({ course }) => ({
    path: 'calendar_events',
    params: { calendar_event: { context_code: `course_${course.id}`, title: 'Lecture' } },
    may: managers,
  }),
  'GET /api/v1/calendar_events/{id}': (stage) => ({
    path: assignmentEvent(stage),
    may: [...members, ...admins],
  }),
  // The stage has no slots: nobody gets further than their absence.
  'POST /api/v1/calendar_events/{id}/reservations': () => ({
    path: 'calendar_events/0/reservations',
    may: [],
  }),
  'POST /api/v1/calendar_events/{id}/reservations/{participant_id}': () => ({
    path: 'calendar_events/0/reservations/1',
    may: [],
  }),
  'PUT /api/v1/calendar_events/{id}': (stage) => ({
    path: assignmentEvent(stage),
    params: { calendar_event: { start_at: '2026-10-01T12:00:00Z' } },
    may: managers,
  }),
  'DELETE /api/v1/calendar_events/{id}': () => ({ path: 'calendar_events/0', may: [] }),
  'GET /api/v1/calendar_events/{id}/participants': () => ({
    path: 'calendar_events/0/participants',
    may: [],
  }),
  'POST /api/v1/calendar_events/save_enabled_account_calendars': () => ({
    path: 'calendar_events/save_enabled_account_calendars',
    params: { enabled_account_calendars: ['1'] },
    may: signedIn,
  }),
  'GET /api/v1/calendar_events/visible_contexts': () => ({
    path: 'calendar_events/visible_contexts',
    may: signedIn,
  }),
  'POST /api/v1/calendar_events/save_selected_contexts': () => ({
    path: 'calendar_events/save_selected_contexts',
    params: { selected_contexts: ['user_1'] },
    may: signedIn,
  }),
  'GET /api/v1/courses/{course_id}/calendar_events/timetable': ({ course }) => ({
    path: `courses/${course.id}/calendar_events/timetable`,
    may: managers,
  }),
  'POST /api/v1/courses/{course_id}/calendar_events/timetable': ({ course }) => ({
    path: `courses/${course.id}/calendar_events/timetable`,
    params: {
      timetables: {
        all: [
          {
            weekdays: 'Mon',
            start_time: '9:00 am',
            end_time: '10:00 am',
            course_start_at: '2026-09-01',
            course_end_at: '2026-10-01',
          },
        ],
      },
    },
    may: managers,
  }),
  'POST /api/v1/courses/{course_id}/calendar_events/timetable_events': ({ course }) => ({
    path: `courses/${course.id}/calendar_events/timetable_events`,
    params: { events: [] },
    may: managers,
  }),
  // Each event is allowed or refused by itself.
  'PUT /api/easel/v1/calendar_events/provided': () => ({
    path: '/api/easel/v1/calendar_events/provided',
    params: { provided_by: 'curriculum', events: [] },
    may: signedIn,
  }),
  'GET /feeds/calendars/{feed_code}': ({ course }) => ({
    path: `/feeds/calendars/course_${course.uuid}.ics`,
    may: everybody,
  }),
  'GET /api/v1/users/self/upcoming_events': () => ({ path: 'users/self/upcoming_events', may: signedIn }),
} satisfies WhoMay;
