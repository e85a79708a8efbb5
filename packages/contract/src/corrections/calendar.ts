import type { Correction } from '../corrections.ts';
import { flag, integer, text, texts, time } from './params.ts';

const controller = 'app/controllers/calendar_events_api_controller.rb';

export const calendarCorrections: readonly Correction[] = [
  {
    operations: ['GET /api/v1/calendar_events', 'GET /api/v1/users/{user_id}/calendar_events'],
    because:
      'The code reads include[]; slots can be named as a list; types of assignments narrow both lists.',
    source: controller,
    params: {
      include: texts,
      appointment_group_ids: text,
      submission_types: texts,
      exclude_submission_types: texts,
    },
  },
  {
    operations: ['GET /api/v1/calendar_events/{id}'],
    because: 'What is included is read and not documented.',
    source: controller,
    params: { include: texts, excludes: texts },
  },
  {
    operations: ['POST /api/v1/calendar_events', 'PUT /api/v1/calendar_events/{id}'],
    because:
      'Some fields are read and not documented; the provider of an event (provided_by, external_id, provider_contact) is an addition of Easel’s.',
    source: 'app/models/calendar_event.rb PERMITTED_ATTRIBUTES; docs/differences.md',
    params: {
      'calendar_event[important_dates]': flag,
      'calendar_event[remove_child_events]': flag,
      'calendar_event[comments]': text,
      'calendar_event[participants_per_appointment]': integer,
      'calendar_event[provided_by]': text,
      'calendar_event[external_id]': text,
      'calendar_event[provider_contact]': text,
    },
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/calendar_events/timetable'],
    because: 'The span of a timetable can be given.',
    source: 'app/models/courses/timetable_event_builder.rb ALLOWED_TIMETABLE_KEYS',
    params: {
      'timetables[<course_section_id>][][course_start_at]': time,
      'timetables[<course_section_id>][][course_end_at]': time,
    },
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/calendar_events/timetable_events'],
    because: 'The times of the events are times.',
    source: controller,
    params: { 'events[][start_at]': time, 'events[][end_at]': time },
  },
  {
    operations: ['POST /api/v1/planner_notes', 'PUT /api/v1/planner_notes/{id}'],
    because: 'The date of a note has a time.',
    source: 'app/models/planner_note.rb; the example of the documentation page',
    params: { todo_date: time },
  },
  {
    operations: ['PUT /api/v1/planner/overrides/{id}'],
    because: 'Both are yes or no.',
    source: 'app/controllers/planner_overrides_controller.rb update',
    params: { marked_complete: flag, dismissed: flag },
  },
  {
    operations: ['GET /api/v1/planner/items', 'GET /api/v1/users/{user_id}/planner/items'],
    because: 'The order and what is included are read and not documented.',
    source: 'app/controllers/planner_controller.rb',
    params: { order: text, include: texts },
  },
];
