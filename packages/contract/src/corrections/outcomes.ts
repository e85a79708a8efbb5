import type { Correction } from '../corrections.ts';
import { flag, integer, json, number, text, texts } from './params.ts';

const results = 'app/controllers/outcome_results_controller.rb';
const groups = 'app/controllers/outcome_groups_api_controller.rb';

const people = { user_ids: texts, section_id: text, outcome_ids: texts, outcome_group_id: text };

export const outcomeCorrections: readonly Correction[] = [
  {
    operations: [
      'PUT /api/v1/outcomes/{id}',
      ...['accounts/{account_id}', 'courses/{course_id}', 'global'].flatMap((context) => [
        `POST /api/v1/${context}/outcome_groups/{id}/outcomes`,
        `PUT /api/v1/${context}/outcome_groups/{id}/outcomes/{outcome_id}`,
      ]),
    ],
    because: 'Points may be fractions.',
    source: 'app/models/learning_outcome.rb rubric_criterion=',
    params: { mastery_points: number, 'ratings[points]': { type: 'number[]' } },
  },
  {
    operations: [
      'POST /api/v1/accounts/{account_id}/outcome_proficiency',
      'POST /api/v1/courses/{course_id}/outcome_proficiency',
    ],
    because: 'Points may be fractions, mastery is yes or no, and a color is six hexadecimal digits.',
    source: 'app/models/outcome_proficiency_rating.rb; the example of the documentation page',
    params: {
      'ratings[points]': { type: 'number[]' },
      'ratings[mastery]': { type: 'boolean[]' },
      'ratings[color]': { type: 'string[]' },
    },
  },
  {
    operations: [
      'POST /api/v1/accounts/{account_id}/outcome_groups/{id}/import',
      'POST /api/v1/courses/{course_id}/outcome_groups/{id}/import',
      'POST /api/v1/global/outcome_groups/{id}/import',
    ],
    because: 'With async the answer is a Progress.',
    source: groups,
    returns: 'JSONValue',
  },
  {
    operations: [
      'POST /api/v1/accounts/{account_id}/outcome_imports',
      'POST /api/v1/courses/{course_id}/outcome_imports',
    ],
    because: 'The pages import into a group other than the root.',
    source: 'app/controllers/outcome_imports_api_controller.rb',
    params: { learning_outcome_group_id: integer },
  },
  {
    operations: ['GET /api/v1/courses/{course_id}/outcome_results'],
    because: 'User ids may be SIS ids; the pages narrow by section and group too.',
    source: results,
    params: { ...people, add_defaults: flag, rating_percents: flag },
  },
  {
    operations: ['GET /api/v1/courses/{course_id}/outcome_rollups'],
    because: 'User ids may be SIS ids; the pages narrow by section and group, and sort by more.',
    source: results,
    params: { ...people, rating_percents: flag, sort_outcome_id: text, sort_alignment_id: text },
  },
  {
    operations: ['GET /api/v1/courses/{course_id}/outcomes/{outcome_id}/contributing_scores'],
    because: 'User ids may be SIS ids.',
    source: results,
    params: { user_ids: texts, section_id: text },
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/assign_outcome_order'],
    because: 'The body is a list; a JSON list arrives under the name _json.',
    source: `${results} outcome_order`,
    params: { _json: json },
  },
];
