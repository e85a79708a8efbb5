import { admins, type WhoMay } from '../../../testing/who-may.ts';

const graders = ['ta', 'teacher', ...admins] as const;

export default {
  'GET /api/v1/courses/{course_id}/custom_gradebook_columns': ({ course }) => ({
    path: `courses/${course.id}/custom_gradebook_columns`,
    may: graders,
  }),
  'POST /api/v1/courses/{course_id}/custom_gradebook_columns': ({ course }) => ({
    path: `courses/${course.id}/custom_gradebook_columns`,
    params: { column: { title: 'Notes' } },
    may: graders,
  }),
  'PUT /api/v1/courses/{course_id}/custom_gradebook_columns/{id}': ({ course, gradebookColumn }) => ({
    path: `courses/${course.id}/custom_gradebook_columns/${gradebookColumn.id}`,
    params: { column: { title: 'Notes' } },
    may: graders,
  }),
  'DELETE /api/v1/courses/{course_id}/custom_gradebook_columns/{id}': ({ course, gradebookColumn }) => ({
    path: `courses/${course.id}/custom_gradebook_columns/${gradebookColumn.id}`,
    may: graders,
  }),
  'POST /api/v1/courses/{course_id}/custom_gradebook_columns/reorder': ({ course, gradebookColumn }) => ({
    path: `courses/${course.id}/custom_gradebook_columns/reorder`,
    params: { order: [gradebookColumn.id] },
    may: graders,
  }),
  'GET /api/v1/courses/{course_id}/custom_gradebook_columns/{id}/data': ({ course, gradebookColumn }) => ({
    path: `courses/${course.id}/custom_gradebook_columns/${gradebookColumn.id}/data`,
    may: graders,
  }),
  'PUT /api/v1/courses/{course_id}/custom_gradebook_columns/{id}/data/{user_id}': ({
    course,
    fellow,
    gradebookColumn,
  }) => ({
    path: `courses/${course.id}/custom_gradebook_columns/${gradebookColumn.id}/data/${fellow.id}`,
    params: { column_data: { content: 'x' } },
    may: graders,
  }),
  'PUT /api/v1/courses/{course_id}/custom_gradebook_column_data': ({ course, fellow, gradebookColumn }) => ({
    path: `courses/${course.id}/custom_gradebook_column_data`,
    params: { column_data: [{ column_id: gradebookColumn.id, user_id: fellow.id, content: 'x' }] },
    may: graders,
  }),
} satisfies WhoMay;
