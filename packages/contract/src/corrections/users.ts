import type { Correction } from '../corrections.ts';
import { flag, json, oneOf, someOf, text } from './params.ts';

const users = 'app/controllers/users_controller.rb';
const semantics = 'semantics/users_enrollments_roles.md';

export const userCorrections: readonly Correction[] = [
  {
    operations: ['GET /api/v1/accounts/{account_id}/users'],
    because: 'Unnamed in the data; more filters, and includes that only the sources list.',
    source: `${semantics} 1.2; ${users} api_index`,
    nickname: 'list_users_in_account',
    params: {
      include: someOf('avatar_url', 'email', 'last_login', 'time_zone', 'uuid'),
      role_filter_id: text,
      sort: oneOf('username', 'email', 'sis_id', 'integration_id', 'last_login', 'id'),
      temporary_enrollment_providers: flag,
      temporary_enrollment_recipients: flag,
    },
  },
  {
    operations: [
      'POST /api/v1/accounts/{account_id}/users',
      'POST /api/v1/accounts/{account_id}/self_registration',
    ],
    because: 'More is permitted than documented; the type of the first enrollment belongs to the user.',
    source: `${semantics} 1.3; ${users} create_user`,
    params: {
      'communication_channel[confirmation_redirect]': text,
      'pseudonym[password_confirmation]': text,
      'pseudonym[path]': text,
      pseudonym_type: text,
      self_enrollment: text,
      'user[bio]': text,
      'user[initial_enrollment_type]': text,
      'user[self_enrollment_code]': text,
      'user[show_user_services]': flag,
      'user[subscribe_to_emails]': flag,
    },
  },
  {
    operations: ['POST /api/v1/accounts/{account_id}/self_registration'],
    because: 'Its title says "[DEPRECATED]"; it takes the parameters of creating a user.',
    source: `${semantics} 1.3; ${users} create_self_registered_user`,
    nickname: 'self_register_user',
    params: { 'pairing_code[code]': text, 'pseudonym[password]': text },
    deprecated: true,
  },
  {
    operations: ['PUT /api/v1/users/{id}'],
    because: 'A key that is not permitted refuses the whole request, so every key must arrive.',
    source: `semantics/conventions.md 2; ${semantics} 1.4; ${users} update`,
    params: { 'user[terms_of_use]': flag, 'user[<attribute>]': json },
  },
  {
    operations: ['GET /api/v1/users/{id}/settings'],
    because: 'Documented together with the update, whose parameters it does not take.',
    source: `${users} settings`,
    nickname: 'show_user_settings',
    params: {
      collapse_course_nav: null,
      collapse_global_nav: null,
      comment_library_suggestions_enabled: null,
      elementary_dashboard_disabled: null,
      hide_dashcard_color_overlays: null,
      manual_mark_as_read: null,
      release_notes_badge_disabled: null,
      widget_dashboard_user_preference: null,
    },
    returns: 'JSONObject',
  },
  {
    operations: ['PUT /api/v1/users/{id}/settings'],
    because: 'The data hangs some of its parameters on the read of the same page.',
    source: `${semantics} 1.4; ${users} settings, BOOLEAN_PREFS`,
    params: {
      default_to_block_editor: flag,
      widget_dashboard_dark_mode: flag,
      widget_dashboard_user_preference: flag,
    },
    returns: 'JSONObject',
  },
  {
    operations: ['PUT /api/v1/users/{id}/dashboard_positions'],
    because:
      'Only the example shows it; a position that is no number is an error, so it must arrive as sent.',
    source: `${semantics} 1.5; ${users} set_dashboard_positions`,
    params: { 'dashboard_positions[<asset_string>]': json },
  },
  {
    operations: ['GET /api/v1/users/{user_id}/profile'],
    because: 'Its includes are not documented.',
    source: `${semantics} 1.5`,
    params: { include: someOf('user_services', 'links', 'uuid') },
  },
  {
    operations: [
      'POST /api/v1/users/{user_id}/tokens',
      'GET /api/v1/users/{user_id}/tokens/{id}',
      'PUT /api/v1/users/{user_id}/tokens/{id}',
      'DELETE /api/v1/users/{user_id}/tokens/{id}',
    ],
    because: 'All four answer the token.',
    source: `${semantics} 7; app/controllers/tokens_controller.rb`,
    returns: 'Token',
  },
  {
    operations: ['POST /api/v1/users/{user_id}/tokens'],
    because: 'For students a date that cannot be read is an error.',
    source: `${semantics} 7; app/controllers/tokens_controller.rb create`,
    params: { 'token[expires_at]': text },
  },
  {
    operations: [
      'POST /api/v1/users/{user_id}/observees',
      'PUT /api/v1/users/{user_id}/observees/{observee_id}',
      'DELETE /api/v1/users/{user_id}/observees/{observee_id}',
    ],
    because: 'Takes the word "all" and SIS forms of an id too.',
    source: 'app/controllers/user_observees_controller.rb root_account_for_new_link',
    params: { root_account_id: text },
  },
  {
    operations: [
      'DELETE /api/v1/users/{id}/sessions',
      'DELETE /api/v1/users/mobile_sessions',
      'DELETE /api/v1/users/{id}/mobile_sessions',
    ],
    because: 'Answers the JSON string "ok".',
    source: `${semantics} 1.5; ${users} terminate_sessions, expire_mobile_sessions`,
    returns: 'string',
  },
  {
    operations: ['DELETE /api/v1/users/self/course_nicknames'],
    because: 'Answers {"message":"OK"}.',
    source: `${semantics} 1.5`,
    returns: '{ message: string }',
  },
  {
    operations: ['PUT /api/v1/users/self/bookmarks/{id}'],
    because: 'Answers the bookmark; the documentation names the wrong object.',
    source: 'app/controllers/bookmarks/bookmarks_controller.rb update',
    returns: 'Bookmark',
  },
  {
    operations: ['PUT /api/v1/courses/{course_id}/what_if_grades/reset'],
    because: 'Unnamed in the data.',
    source: 'app/controllers/what_if_grades_api_controller.rb',
    nickname: 'reset_what_if_grades',
  },
  {
    operations: ['DELETE /api/v1/groups/{group_id}/users'],
    because: 'Unnamed in the data; it removes several memberships.',
    source: 'app/controllers/group_memberships_controller.rb',
    nickname: 'bulk_delete_memberships',
    params: { user_ids: { type: 'string[]' } },
  },
  {
    operations: ['GET /api/v1/conversations/find_recipients'],
    because: 'Deprecated in words only, for GET /api/v1/search/recipients.',
    source: 'app/controllers/search_controller.rb',
    deprecated: true,
  },
  {
    operations: [
      'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/files',
      'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/files',
      'POST /api/v1/courses/{course_id}/files',
      'POST /api/v1/courses/{course_id}/quizzes/{quiz_id}/submissions/self/files',
      'POST /api/v1/folders/{folder_id}/files',
      'POST /api/v1/groups/{group_id}/files',
      'POST /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/files',
      'POST /api/v1/users/{user_id}/files',
    ],
    because: 'Only the old form of one parameter is deprecated, not the upload.',
    source: 'doc/api/file_uploads.md',
    deprecated: false,
  },
];
