/**
 * What is written down of which operation, in its own transaction. An operation that isn't here leaves no event; what
 * is no operation (signing in, granting a token) writes its own.
 */
import type { OperationId } from '@easel/contract';
import { type AuditEvent, recordEvents } from '../../domain/audit.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';
import type { Operation } from '../../http/operation.ts';
import type { Happened } from '../../http/pipeline.ts';
import { courseChanges, courseCreated, courseReset } from './course-events.ts';

type Account = { id: number };
type Row = Record<string, unknown>;
type Recorder = (ctx: Context, happened: Happened) => AuditEvent[] | Promise<AuditEvent[]>;

export async function record(ctx: Context, operation: Operation, happened: Happened): Promise<void> {
  const recorder = recorders[operation.id];
  if (recorder) await recordEvents(ctx, await recorder(ctx, happened));
}

const enrollment =
  (event_type: string): Recorder =>
  (_ctx, { loaded, result }) => {
    const row = (loaded['enrollment'] ?? result) as Row;
    const { id, type, role, enrollment_state } = result as Row;
    return [
      {
        category: 'enrollment',
        event_type,
        course_id: row['course_id'] as number,
        user_id: row['user_id'] as number,
        event_data: { enrollment_id: id ?? row['id'], type: type ?? row['type'], role, enrollment_state },
      },
    ];
  };

const role =
  (event_type: string): Recorder =>
  (_ctx, { loaded, params, result }) => {
    const { id, role: name, label } = result as Row;
    const { permissions } = params;
    return [
      {
        category: 'role',
        event_type,
        account_id: (loaded['account'] as Account).id,
        event_data: { role_id: id, role: name, label, ...(permissions !== undefined && { permissions }) },
      },
    ];
  };

const administrator =
  (event_type: string): Recorder =>
  (_ctx, { loaded, result }) => {
    const { id, role: name, role_id, user } = result as Row & { user: { id: number } };
    return [
      {
        category: 'role',
        event_type,
        account_id: (loaded['account'] as Account).id,
        user_id: user.id,
        event_data: { account_user_id: id, role: name, role_id },
      },
    ];
  };

const token =
  (event_type: string): Recorder =>
  (_ctx, { params, result }) => {
    const { id, user_id, purpose, scopes, expires_at, course_ids, read_only } = result as Row;
    const renewed = (params['token'] as { regenerate?: boolean } | undefined)?.regenerate === true;
    return [
      {
        category: 'token',
        event_type: renewed ? 'regenerated' : event_type,
        user_id: user_id as number,
        access_token_id: id as number,
        event_data: { purpose, scopes, expires_at, course_ids, read_only },
      },
    ];
  };

const developerKey =
  (event_type: string): Recorder =>
  (ctx, { result }) => {
    const { id, name, developer_key_id, workflow_state, scopes, redirect_uris } = result as Row;
    return [
      {
        category: 'developer_key',
        event_type,
        account_id: ctx.rootAccount.id,
        event_data: { developer_key_id: developer_key_id ?? id, name, workflow_state, scopes, redirect_uris },
      },
    ];
  };

/** Of a login its new password counts, and who may use it. */
const login: Recorder = (_ctx, { loaded, params, result }) => {
  const { id, user_id, unique_id, workflow_state } = (result ?? loaded['login']) as Row;
  const asked = (params['login'] ?? {}) as Row;
  return [
    {
      category: 'authentication',
      event_type: asked['password'] ? 'password_changed' : 'login_changed',
      user_id: user_id as number,
      pseudonym_id: id as number,
      event_data: { unique_id, workflow_state, changed: Object.keys(asked) },
    },
  ];
};

const BINDINGS =
  'POST /api/v1/accounts/{account_id}/developer_keys/{developer_key_id}/developer_key_account_bindings';

const recorders: { readonly [Id in OperationId]?: Recorder } = {
  'POST /api/v1/accounts/{account_id}/courses': courseCreated,
  'PUT /api/v1/courses/{id}': (ctx, { loaded }) => courseChanges(ctx, loaded['course'] as CourseRow),
  'DELETE /api/v1/courses/{id}': (ctx, { loaded }) => courseChanges(ctx, loaded['course'] as CourseRow),
  'POST /api/v1/courses/{course_id}/reset_content': courseReset,

  'POST /api/v1/courses/{course_id}/enrollments': enrollment('created'),
  'POST /api/v1/sections/{section_id}/enrollments': enrollment('created'),
  'DELETE /api/v1/courses/{course_id}/enrollments/{id}': enrollment('ended'),
  'PUT /api/v1/courses/{course_id}/enrollments/{id}/reactivate': enrollment('reactivated'),
  'POST /api/v1/courses/{course_id}/enrollments/{id}/accept': enrollment('accepted'),
  'POST /api/v1/courses/{course_id}/enrollments/{id}/reject': enrollment('rejected'),

  'POST /api/v1/accounts/{account_id}/roles': role('created'),
  'PUT /api/v1/accounts/{account_id}/roles/{id}': role('updated'),
  'DELETE /api/v1/accounts/{account_id}/roles/{id}': role('deactivated'),
  'POST /api/v1/accounts/{account_id}/roles/{id}/activate': role('activated'),
  'POST /api/v1/accounts/{account_id}/admins': administrator('administrator_added'),
  'DELETE /api/v1/accounts/{account_id}/admins/{user_id}': administrator('administrator_removed'),

  'POST /api/v1/users/{user_id}/tokens': token('created'),
  'PUT /api/v1/users/{user_id}/tokens/{id}': token('updated'),
  'DELETE /api/v1/users/{user_id}/tokens/{id}': token('revoked'),

  'POST /api/v1/accounts/{account_id}/developer_keys': developerKey('created'),
  'PUT /api/v1/developer_keys/{id}': developerKey('updated'),
  'DELETE /api/v1/developer_keys/{id}': developerKey('deleted'),
  'POST /api/v1/developer_keys/{id}/regenerate_secret': developerKey('secret_regenerated'),
  [BINDINGS]: developerKey('bound'),

  'PUT /api/v1/accounts/{account_id}/logins/{id}': login,
};
