import type { Correction } from '../corrections.ts';
import { flag, json, oneOf, text, texts } from './params.ts';

export const signInCorrections: readonly Correction[] = [
  {
    operations: ['POST /api/v1/accounts/{account_id}/developer_keys', 'PUT /api/v1/developer_keys/{id}'],
    because:
      'One permitted parameter is undocumented. A public client (PKCE) and the key of a client assertion are set at ' +
      'the console or by LTI in Canvas, and here in Easel.',
    source: 'app/controllers/developer_keys_controller.rb developer_key_params; app/models/developer_key.rb',
    params: {
      'developer_key[unified_tool_id]': text,
      'developer_key[client_type]': oneOf('confidential', 'public'),
      'developer_key[public_jwk]': json,
      'developer_key[public_jwk_url]': text,
    },
  },
  {
    operations: ['PUT /api/v1/developer_keys/{id}'],
    because: 'A key is switched off and on again by an event.',
    source: 'app/controllers/developer_keys_controller.rb update',
    params: { 'developer_key[event]': oneOf('activate', 'deactivate') },
  },
  {
    operations: [
      'POST /api/v1/accounts/{account_id}/developer_keys/{developer_key_id}/developer_key_account_bindings',
    ],
    because: 'The state is read from within an object; Rails wraps a JSON body in it.',
    source: 'app/controllers/developer_key_account_bindings_controller.rb workflow_state',
    params: { 'developer_key_account_binding[workflow_state]': text },
  },
  {
    operations: ['GET /api/v1/accounts/{account_id}/scopes'],
    because: 'The list comes whole, grouped or not.',
    source: 'app/controllers/scopes_api_controller.rb index',
    returns: 'JSONValue',
    paginated: false,
  },
  {
    operations: [
      'GET /api/v1/audit/course/accounts/{account_id}',
      'GET /api/v1/audit/course/courses/{course_id}',
      'GET /api/v1/audit/grade_change',
      'GET /api/v1/audit/grade_change/assignments/{assignment_id}',
      'GET /api/v1/audit/grade_change/courses/{course_id}',
      'GET /api/v1/audit/grade_change/graders/{grader_id}',
      'GET /api/v1/audit/grade_change/students/{student_id}',
    ],
    because: 'The events stand inside a compound document.',
    source: 'lib/api/v1/course_event.rb, lib/api/v1/grade_change_event.rb',
    returns: 'JSONValue',
  },
  {
    operations: ['GET /api/v1/audit/grade_change'],
    because: 'Ids come in every form, and an assignment may be "override".',
    source: 'app/controllers/grade_change_audit_api_controller.rb query',
    params: { course_id: text, assignment_id: text, student_id: text, grader_id: text },
  },
  {
    operations: ['POST /api/v1/users/{user_id}/tokens', 'PUT /api/v1/users/{user_id}/tokens/{id}'],
    because: 'Easel narrows a token to courses and to reading as well; Canvas passes both over.',
    source: 'docs/sign-in.md',
    params: { 'token[course_ids]': texts, 'token[read_only]': flag },
  },
];
