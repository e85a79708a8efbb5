import type { Correction } from '../corrections.ts';
import { type DocumentedParams, documentedOperations } from '../data.ts';
import { assignmentCorrections } from './assignments.ts';
import { flag, integer, oneOf, text, texts, time } from './params.ts';

const controller = 'app/controllers/discussion_topics_controller.rb';
const api = 'app/controllers/discussion_topics_api_controller.rb';

const CREATE_ASSIGNMENT = { method: 'POST', path: '/api/v1/courses/{course_id}/assignments' };

/** What may stand below `assignment` where an assignment is made, our corrections of it included. */
function assignmentParams(): DocumentedParams {
  const { method, path } = CREATE_ASSIGNMENT;
  const documented = documentedOperations.find((each) => each.method === method && each.path === path);
  const corrected = assignmentCorrections
    .filter(({ operations }) => operations.includes(`${method} ${path}`))
    .map(({ params }) => params ?? {});
  const params = Object.entries(Object.assign({}, documented?.form, ...corrected) as DocumentedParams);
  return Object.fromEntries(params.filter(([name, param]) => name.startsWith('assignment[') && param));
}

const inBoth = (template: string) =>
  ['courses/{course_id}', 'groups/{group_id}'].map((context) => template.replace('{context}', context));

const SILENT_FIELDS = {
  anonymous_state: text,
  is_anonymous_author: flag,
  locked: flag,
  position_at: integer,
  remove_attachment: text,
  todo_date: time,
  group_category_id: text,
};

export const discussionCorrections: readonly Correction[] = [
  {
    operations: [
      ...inBoth('POST /api/v1/{context}/discussion_topics'),
      ...inBoth('PUT /api/v1/{context}/discussion_topics/{topic_id}'),
    ],
    because:
      'Parameters that the action reads without documenting them; `assignment` is an object of the fields of an assignment.',
    source: controller,
    params: {
      ...SILENT_FIELDS,
      assignment: null,
      ...assignmentParams(),
      'assignment[set_assignment]': flag,
    },
  },
  {
    operations: inBoth('GET /api/v1/{context}/discussion_topics'),
    because: 'Parameters that the action reads without documenting them.',
    source: controller,
    params: { plain_messages: flag, exclude_assignment_descriptions: flag },
  },
  {
    operations: inBoth('GET /api/v1/{context}/discussion_topics/{topic_id}/view'),
    because: 'Parameters that the action reads without documenting them.',
    source: api,
    params: { include_new_entries: flag, include_enrollment_state: flag, include_context_card_info: flag },
  },
  {
    operations: inBoth('PUT /api/v1/{context}/discussion_topics/read_all'),
    because: 'Reads announcements instead of discussions where it is asked to.',
    source: api,
    params: { only_announcements: text },
  },
  {
    operations: [
      ...inBoth('GET /api/v1/{context}/discussion_topics/{topic_id}/entries'),
      ...inBoth('GET /api/v1/{context}/discussion_topics/{topic_id}/entries/{entry_id}/replies'),
      ...inBoth('GET /api/v1/{context}/discussion_topics/{topic_id}/entry_list'),
    ],
    because: 'Said to be paginated in their texts, without the mark of the others.',
    source: api,
    paginated: true,
  },
  {
    operations: inBoth('POST /api/v1/{context}/discussion_topics/reorder'),
    because: 'The documentation’s own example sends one text with commas, its heading a list.',
    source: controller,
    params: { order: texts },
  },
  {
    operations: ['GET /api/v1/announcements'],
    because: '`include` is a list.',
    source: 'app/controllers/announcements_api_controller.rb',
    params: { include: texts },
  },
  {
    operations: inBoth('POST /api/v1/{context}/external_feeds'),
    because: 'Called a boolean, and a text in its own description.',
    source: 'app/controllers/external_feeds_controller.rb',
    params: { header_match: text, verbosity: oneOf('full', 'truncate', 'link_only') },
  },
];
