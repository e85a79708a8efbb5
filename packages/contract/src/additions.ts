/**
 * What a server answers beside Canvas's documented operations: Easel's own, under /api/easel/v1, and the routes that
 * Canvas's documentation tells of in prose or in examples alone. They are typed and served as the others are, but
 * stand in no list of Canvas's: not in `operations`, in coverage or in docs/openapi.json.
 */
import type { CorrectedOperation } from './corrections.ts';
import { fileRoutes } from './file-routes.ts';
import { type OperationId, type OperationSpec, operations, specOf } from './operations.ts';

const RESOURCE = 'Easel';

const added: readonly CorrectedOperation[] = [
  {
    method: 'GET',
    path: '/api/easel/v1/error_reports/{id}',
    nickname: 'get_error_report',
    returns: 'JSONObject',
    paginated: false,
    path_params: { id: { type: 'integer' } },
    params: {},
  },
  {
    method: 'GET',
    path: '/api/easel/v1/accounts/{account_id}/audit_events',
    nickname: 'list_audit_events',
    returns: 'JSONObject[]',
    paginated: true,
    path_params: { account_id: { type: 'string' } },
    params: {
      category: { type: 'string[]' },
      event_type: { type: 'string[]' },
      user_id: { type: 'string' },
      start_time: { type: 'string', format: 'date-time' },
      end_time: { type: 'string', format: 'date-time' },
    },
  },
];

const keyRoutes: readonly CorrectedOperation[] = [
  {
    // Undocumented: app/controllers/developer_keys_controller.rb regenerate_secret.
    method: 'POST',
    path: '/api/v1/developer_keys/{id}/regenerate_secret',
    nickname: 'regenerate_developer_key_secret',
    returns: 'DeveloperKey',
    paginated: false,
    path_params: { id: { type: 'string' } },
    params: {},
  },
];

const moduleRoutes: readonly CorrectedOperation[] = [
  {
    // Undocumented: where the html_url of an ExternalUrl leads; context_module_items_api_controller.rb redirect.
    method: 'GET',
    path: '/api/v1/courses/{course_id}/module_item_redirect/{id}',
    nickname: 'follow_module_item',
    returns: 'JSONValue',
    paginated: false,
    path_params: { course_id: { type: 'string' }, id: { type: 'string' } },
    params: {},
  },
];

const conversationRoutes: readonly CorrectedOperation[] = [
  {
    // Undocumented, as the two below: app/controllers/conversations_controller.rb deleted_index.
    method: 'GET',
    path: '/api/v1/conversations/deleted',
    nickname: 'list_deleted_messages',
    returns: 'JSONObject[]',
    paginated: true,
    path_params: {},
    params: {
      user_id: { type: 'string' },
      conversation_id: { type: 'string' },
      deleted_before: { type: 'string', format: 'date-time' },
      deleted_after: { type: 'string', format: 'date-time' },
    },
  },
  {
    method: 'PUT',
    path: '/api/v1/conversations/restore',
    nickname: 'restore_message',
    returns: 'JSONObject[]',
    paginated: false,
    path_params: {},
    params: {
      message_id: { type: 'string' },
      user_id: { type: 'string' },
      conversation_id: { type: 'string' },
    },
  },
  {
    method: 'DELETE',
    path: '/api/v1/conversations/{id}/delete_for_all',
    nickname: 'delete_conversation_for_all',
    returns: 'JSONObject',
    paginated: false,
    path_params: { id: { type: 'string' } },
    params: {},
  },
];

const calendarRoutes: readonly CorrectedOperation[] = [
  {
    // Undocumented, as the feed; config/routes.rb.
    method: 'GET',
    path: '/api/v1/calendar_events/{id}/participants',
    nickname: 'list_participants_of_appointment',
    returns: 'JSONObject[]',
    paginated: true,
    path_params: { id: { type: 'string' } },
    params: {},
  },
  {
    method: 'GET',
    path: '/api/v1/calendar_events/visible_contexts',
    nickname: 'list_visible_calendars',
    returns: 'JSONObject',
    paginated: false,
    path_params: {},
    params: {},
  },
  {
    method: 'POST',
    path: '/api/v1/calendar_events/save_selected_contexts',
    nickname: 'save_selected_calendars',
    returns: 'JSONObject',
    paginated: false,
    path_params: {},
    params: { selected_contexts: { type: 'string[]' } },
  },
  {
    method: 'GET',
    path: '/feeds/calendars/{feed_code}',
    nickname: 'get_calendar_feed',
    returns: 'JSONValue',
    paginated: false,
    path_params: { feed_code: { type: 'string' } },
    params: {},
  },
];

/** The address that `podcast_url` of a topic gives. */
const podcast: CorrectedOperation = {
  method: 'GET',
  path: '/feeds/topics/{topic_id}/{feed_code}',
  nickname: 'get_topic_podcast',
  returns: 'JSONValue',
  paginated: false,
  path_params: { topic_id: { type: 'string' }, feed_code: { type: 'string' } },
  params: {},
};

const providedEvents: CorrectedOperation = {
  method: 'PUT',
  path: '/api/easel/v1/calendar_events/provided',
  nickname: 'put_provided_events',
  returns: 'JSONObject[]',
  paginated: false,
  path_params: {},
  params: {
    provided_by: { type: 'string' },
    provider_contact: { type: 'string' },
    'events[][external_id]': { type: 'string' },
    'events[][context_code]': { type: 'string' },
    'events[][title]': { type: 'string' },
    'events[][description]': { type: 'string' },
    'events[][start_at]': { type: 'string', format: 'date-time' },
    'events[][end_at]': { type: 'string', format: 'date-time' },
    'events[][all_day]': { type: 'boolean' },
    'events[][time_zone_edited]': { type: 'string' },
    'events[][location_name]': { type: 'string' },
    'events[][location_address]': { type: 'string' },
    'events[][deleted]': { type: 'boolean' },
  },
};

const ofAssignment = '/api/easel/v1/courses/{course_id}/assignments/{assignment_id}';
const assignmentIds = { course_id: { type: 'string' }, assignment_id: { type: 'string' } };
const postedTo = { graded_only: { type: 'boolean' }, section_ids: { type: 'string[]' } };

/** What Canvas has in its GraphQL API alone. */
const postingRoutes: readonly CorrectedOperation[] = [
  {
    method: 'PUT',
    path: `${ofAssignment}/post_grades`,
    nickname: 'post_grades',
    returns: 'JSONObject',
    paginated: false,
    path_params: assignmentIds,
    params: postedTo,
  },
  {
    method: 'PUT',
    path: `${ofAssignment}/hide_grades`,
    nickname: 'hide_grades',
    returns: 'JSONObject',
    paginated: false,
    path_params: assignmentIds,
    params: postedTo,
  },
  {
    method: 'PUT',
    path: `${ofAssignment}/post_policy`,
    nickname: 'set_post_policy',
    returns: 'JSONObject',
    paginated: false,
    path_params: assignmentIds,
    params: { post_manually: { type: 'boolean' } },
  },
];

export const additions: readonly OperationSpec[] = [
  ...[...added, providedEvents].map((operation) => specOf(operation, RESOURCE)),
  ...postingRoutes.map((operation) => specOf(operation, RESOURCE)),
  ...keyRoutes.map((operation) => specOf(operation, 'Developer Keys')),
  ...moduleRoutes.map((operation) => specOf(operation, 'Modules')),
  ...calendarRoutes.map((operation) => specOf(operation, 'Calendar Events')),
  specOf(podcast, 'Discussion Topics'),
  ...conversationRoutes.map((operation) => specOf(operation, 'Conversations')),
  ...fileRoutes.map((operation) => specOf(operation, 'Files')),
];

/** What a server answers: Canvas's documented operations and Easel's own. */
export const everyOperation: readonly OperationSpec[] = [...operations, ...additions];

export const everyOperationById: ReadonlyMap<OperationId, OperationSpec> = new Map(
  everyOperation.map((operation) => [operation.id, operation]),
);
