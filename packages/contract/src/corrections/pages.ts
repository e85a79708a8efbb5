import type { Correction } from '../corrections.ts';
import { flag, integer, json, number, oneOf, text, time } from './params.ts';

export const pageCorrections: readonly Correction[] = [
  {
    operations: ['courses/{course_id}', 'groups/{group_id}'].flatMap((context) => [
      `POST /api/v1/${context}/pages`,
      `PUT /api/v1/${context}/pages/{url_or_id}`,
      `PUT /api/v1/${context}/front_page`,
    ]),
    because: 'The date on which students find the page on their to-do list is read and not documented.',
    source: 'app/controllers/wiki_pages_api_controller.rb, assign_todo_date',
    params: {
      'wiki_page[student_todo_at]': time,
      'wiki_page[student_planner_checkbox]': flag,
      'wiki_page[publish_at]': time,
      'wiki_page[front_page]': flag,
    },
  },
  {
    operations: ['courses/{course_id}', 'groups/{group_id}'].map((context) => `GET /api/v1/${context}/pages`),
    because: 'Pages can be listed by their to-do dates too.',
    source: 'app/controllers/wiki_pages_api_controller.rb, index',
    params: { sort: oneOf('title', 'created_at', 'updated_at', 'todo_date') },
  },
];

export const moduleCorrections: readonly Correction[] = [
  {
    operations: ['POST /api/v1/courses/{course_id}/modules', 'PUT /api/v1/courses/{course_id}/modules/{id}'],
    because: 'How many of its requirements complete a module is read and not documented.',
    source: 'app/controllers/context_modules_api_controller.rb, create and update',
    params: { 'module[requirement_count]': integer },
  },
  {
    operations: ['PUT /api/v1/courses/{course_id}/modules/{id}'],
    because: 'Publishing a module publishes its items, unless this says otherwise.',
    source: 'app/controllers/context_modules_api_controller.rb, update',
    params: { 'module[skip_content_tags]': flag },
  },
  {
    operations: [
      'POST /api/v1/courses/{course_id}/modules/{module_id}/items',
      'PUT /api/v1/courses/{course_id}/modules/{module_id}/items/{id}',
    ],
    because: 'Scores have fractions, and a requirement may be a share of the points.',
    source: 'app/models/context_module.rb, validate_completion_requirements',
    params: {
      'module_item[completion_requirement][min_score]': number,
      'module_item[completion_requirement][min_percentage]': number,
    },
  },
  {
    operations: ['GET /api/v1/courses/{course_id}/module_item_sequence'],
    because: 'Of a page it is the slug.',
    source: 'app/controllers/context_module_items_api_controller.rb, item_sequence',
    params: { asset_id: text },
  },
  {
    operations: ['PUT /api/v1/courses/{course_id}/modules/{context_module_id}/assignment_overrides'],
    because: 'What the documentation calls a list of text is a list of objects.',
    source: 'app/controllers/module_assignment_overrides_controller.rb',
    params: { overrides: json },
  },
];
