import type { Correction } from '../corrections.ts';
import { flag, json, oneOf, text } from './params.ts';

const rubrics = 'app/controllers/rubrics_controller.rb update';
const contexts = ['accounts/{account_id}', 'courses/{course_id}'];
const upload = contexts.map((context) => `POST /api/v1/${context}/rubrics/upload`);

const association = {
  'rubric_association[title]': text,
  'rubric_association[url]': text,
  'rubric_association[hide_points]': flag,
  'rubric_association[hide_outcome_results]': flag,
  'rubric_association[bookmarked]': flag,
};

export const rubricCorrections: readonly Correction[] = [
  {
    operations: ['PUT /api/v1/courses/{course_id}/rubrics/{id}'],
    because: 'skip_updating_points_possible is read beside the rubric, not in it.',
    source: rubrics,
    params: { 'rubric[skip_updating_points_possible]': null },
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/rubrics', 'PUT /api/v1/courses/{course_id}/rubrics/{id}'],
    because:
      'skip_updating_points_possible is read beside the rubric; free_form_criterion_comments is the text 1 or nothing; ' +
      'the pages send more than is documented.',
    source: rubrics,
    params: {
      'rubric[free_form_criterion_comments]': text,
      skip_updating_points_possible: text,
      'rubric[hide_score_total]': flag,
      'rubric[hide_points]': flag,
      'rubric[rating_order]': text,
      'rubric[button_display]': text,
      'rubric[workflow_state]': oneOf('active', 'archived', 'draft'),
      ...association,
    },
  },
  {
    operations: ['DELETE /api/v1/courses/{course_id}/rubrics/{id}'],
    because: 'The rubric comes inside a key of its own.',
    source: 'app/controllers/rubrics_controller.rb destroy',
    returns: 'JSONValue',
  },
  {
    operations: [
      'POST /api/v1/courses/{course_id}/rubric_associations',
      'PUT /api/v1/courses/{course_id}/rubric_associations/{id}',
    ],
    because: 'The rubric and the association come together; a rubric may be changed along with it.',
    source: 'app/controllers/rubric_associations_controller.rb update',
    params: {
      'rubric_association[url]': text,
      'rubric_association[hide_points]': flag,
      'rubric_association[hide_outcome_results]': flag,
      'rubric[title]': text,
      'rubric[criteria]': json,
    },
    returns: 'JSONValue',
  },
  {
    operations: [
      'DELETE /api/v1/courses/{course_id}/rubric_associations/{id}',
      'DELETE /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments/{id}',
    ],
    because: 'What was deleted comes inside a key of its own.',
    source: 'app/controllers/rubric_associations_controller.rb, rubric_assessments_controller.rb',
    returns: 'JSONValue',
  },
  {
    operations: contexts.map((context) => `GET /api/v1/${context}/rubrics`),
    because: 'A list in pages.',
    source: 'app/controllers/rubrics_api_controller.rb index',
    returns: 'Rubric[]',
    paginated: true,
  },
  {
    operations: contexts.map((context) => `GET /api/v1/${context}/rubrics/{id}/used_locations`),
    because: 'A list in pages.',
    source: 'app/controllers/rubrics_api_controller.rb used_locations',
    paginated: true,
  },
  {
    operations: upload,
    because: 'The table comes as a part of the form.',
    source: 'app/controllers/rubrics_api_controller.rb upload',
    params: { attachment: { type: 'File' } },
  },
];
