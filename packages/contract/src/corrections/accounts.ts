import type { Correction } from '../corrections.ts';
import { flag, integer, json, oneOf, someOf, text, texts } from './params.ts';

const accounts = 'app/controllers/accounts_controller.rb';
const terms = 'app/controllers/terms_controller.rb';

const accountDetails = someOf('lti_guid', 'registration_settings', 'services', 'global_id');

export const accountCorrections: readonly Correction[] = [
  {
    operations: ['GET /api/v1/accounts'],
    because: 'The list once asked for "includes" and still takes it; global_id is not documented.',
    source: `semantics/accounts_terms_courses.md 1.2, 1.3; ${accounts} index`,
    params: { include: accountDetails, includes: accountDetails },
  },
  {
    operations: ['GET /api/v1/accounts/{id}', 'GET /api/v1/course_accounts'],
    because: 'Both take "includes", in the plural, without saying so.',
    source: `semantics/accounts_terms_courses.md 1.2; ${accounts} show`,
    params: { includes: accountDetails },
  },
  {
    operations: ['GET /api/v1/accounts/{account_id}/courses'],
    because: 'A filter nobody documents; ids may be SIS ids.',
    source: `semantics/accounts_terms_courses.md 3.3; ${accounts} courses_api`,
    params: {
      include_crosslisted_courses: flag,
      by_teachers: texts,
      by_subaccounts: texts,
      enrollment_term_id: text,
      teacher_limit: integer,
    },
  },
  {
    operations: ['PUT /api/v1/accounts/{id}'],
    because:
      'Quotas are checked as text ("An integer value is required"); settings and services have any name.',
    source: `semantics/accounts_terms_courses.md 1.4; ${accounts} update_api`,
    params: {
      'account[default_storage_quota_mb]': text,
      'account[default_user_storage_quota_mb]': text,
      'account[default_group_storage_quota_mb]': text,
      'account[services]': null,
      'account[services][<service>]': flag,
      'account[settings][<setting>]': json,
      includes: accountDetails,
    },
  },
  {
    operations: ['POST /api/v1/accounts/{account_id}/sub_accounts'],
    because: 'The new account may hang below a descendant of the account in the URL.',
    source: 'semantics/accounts_terms_courses.md 1.5; app/controllers/sub_accounts_controller.rb create',
    params: { 'account[parent_account_id]': text },
  },
  {
    operations: ['DELETE /api/v1/accounts/{account_id}/users'],
    because: 'The documentation forgets the list it is about.',
    source: `${accounts} remove_users`,
    params: { user_ids: texts },
  },
  {
    operations: ['PUT /api/v1/accounts/{account_id}/users/bulk_update'],
    because: 'The ids are a list.',
    source: `${accounts} update_users`,
    params: { user_ids: texts },
  },
  {
    operations: ['PUT /api/v1/accounts/{account_id}/account_calendars'],
    because: 'The body is a list of calendars; a JSON list arrives under the name _json.',
    source: 'semantics/conventions.md 2; app/controllers/account_calendars_api_controller.rb bulk_update',
    params: { '_json[][id]': text, '_json[][visible]': flag, '_json[][auto_subscribe]': flag },
  },
  {
    operations: ['GET /api/v1/accounts/{account_id}/terms'],
    because: 'The list is paged inside its object; subaccount_id adds used_in_subaccount to each term.',
    source: 'semantics/accounts_terms_courses.md 2.1, 2.2; app/controllers/terms_api_controller.rb index',
    params: { include: someOf('overrides', 'course_count'), subaccount_id: text },
    paginated: true,
  },
  {
    operations: ['POST /api/v1/accounts/{account_id}/terms', 'PUT /api/v1/accounts/{account_id}/terms/{id}'],
    because:
      'A SIS id that is neither text nor number is an error, so it must arrive as sent; it has an alias.',
    source: `semantics/accounts_terms_courses.md 2.2; ${terms} save_and_render_response`,
    params: { 'enrollment_term[sis_term_id]': json, 'enrollment_term[sis_source_id]': json },
  },
  {
    operations: ['GET /api/v1/accounts/{account_id}/admins'],
    because: 'User ids may be SIS ids.',
    source: 'app/controllers/admins_controller.rb index',
    params: { user_id: texts },
  },
  {
    operations: ['POST /api/v1/accounts/{account_id}/admins'],
    because: 'The user id may be a SIS id.',
    source: 'app/controllers/admins_controller.rb create',
    params: { user_id: text },
  },
  {
    operations: ['PUT /api/v1/accounts/{account_id}/roles/{id}'],
    because: 'Locking works on update as on create; only the example shows it.',
    source: 'app/controllers/role_overrides_controller.rb set_permissions_for',
    params: { 'permissions[<X>][locked]': flag },
  },
  {
    operations: ['POST /api/v1/accounts/{account_id}/roles/{id}/activate'],
    because: 'Only its parameter "role" is deprecated.',
    source: 'app/controllers/role_overrides_controller.rb activate_role',
    deprecated: false,
  },
  {
    operations: [
      'GET /api/v1/accounts/{account_id}/roles/permissions',
      'GET /api/v1/accounts/{account_id}/scopes',
    ],
    because: 'The whole list comes at once.',
    source: 'semantics/conventions.md 4',
    paginated: false,
  },
  {
    operations: [
      'GET /api/v1/accounts/{account_id}/permissions',
      'GET /api/v1/courses/{course_id}/permissions',
      'GET /api/v1/groups/{group_id}/permissions',
    ],
    because: 'A flat map from permission to yes or no.',
    source: 'semantics/conventions.md 8',
    returns: 'JSONObject',
  },
  {
    operations: ['GET /api/v1/accounts/{account_id}/logins', 'GET /api/v1/users/{user_id}/logins'],
    because: 'The list is paged; from the account, the user may be named.',
    source: 'app/controllers/pseudonyms_controller.rb index, get_user',
    params: { 'user[id]': text },
    paginated: true,
  },
  {
    operations: ['POST /api/v1/accounts/{account_id}/logins'],
    because: 'The state may be set at once, as on update.',
    source: 'app/controllers/pseudonyms_controller.rb update_pseudonym_from_params',
    params: { 'login[workflow_state]': oneOf('active', 'suspended') },
  },
  {
    operations: ['POST /api/v1/users/reset_password'],
    because: 'The documentation forgets the address it is about.',
    source: 'semantics/users_enrollments_roles.md 2',
    params: { email: text },
    returns: '{ requested: boolean }',
  },
  {
    operations: ['POST /api/v1/accounts/{account_id}/bulk_enrollment'],
    because: 'A custom role may be named; course ids may be SIS ids.',
    source: 'app/controllers/enrollments_api_controller.rb bulk_enrollment',
    params: { enrollment_role_id: integer, course_ids: texts },
  },
];
