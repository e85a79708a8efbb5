import type { Correction } from '../corrections.ts';
import { flag, integer, json, number, text, texts } from './params.ts';

const standards = 'app/controllers/grading_standards_api_controller.rb';
const periods = 'app/controllers/grading_periods_controller.rb';
const columns = 'app/controllers/custom_gradebook_columns_api_controller.rb';
const columnData = 'app/controllers/custom_gradebook_column_data_api_controller.rb';

export const gradingCorrections: readonly Correction[] = [
  {
    operations: [
      'POST /api/v1/accounts/{account_id}/grading_standards',
      'POST /api/v1/courses/{course_id}/grading_standards',
      'PUT /api/v1/accounts/{account_id}/grading_standards/{grading_standard_id}',
      'PUT /api/v1/courses/{course_id}/grading_standards/{grading_standard_id}',
    ],
    because: 'Bounds and the scaling factor may have a fraction: 89.5.',
    source: `${standards} build_grading_scheme`,
    params: {
      scaling_factor: number,
      'grading_scheme_entry[value]': { type: 'number[]' },
    },
  },
  {
    operations: ['PUT /api/v1/courses/{course_id}/grading_periods/{id}'],
    because: 'The title and the day from which grades stand are read too.',
    source: `${periods} update`,
    params: { 'grading_periods[title]': texts, 'grading_periods[close_date]': { type: 'Date[]' } },
  },
  {
    operations: ['PUT /api/v1/courses/{course_id}/custom_gradebook_columns/{id}'],
    because: 'Documented in words only: it takes what creating one takes.',
    source: `${columns} column_params`,
    params: {
      'column[title]': text,
      'column[position]': integer,
      'column[hidden]': flag,
      'column[teacher_notes]': flag,
      'column[read_only]': flag,
    },
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/custom_gradebook_columns/reorder'],
    because: 'The order may be one text with commas.',
    source: `${columns} reorder`,
    params: { order: json },
  },
  {
    operations: ['PUT /api/v1/courses/{course_id}/custom_gradebook_column_data'],
    because: 'A list of entries, not of texts.',
    source: `${columnData} bulk_update`,
    params: {
      column_data: null,
      'column_data[][user_id]': integer,
      'column_data[][column_id]': integer,
      'column_data[][content]': text,
    },
  },
];
