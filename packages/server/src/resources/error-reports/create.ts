import { randomUUID } from 'node:crypto';
import type { JsonValue } from '../../db/json-columns.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { Logged } from './schema.ts';

type Written = NonNullable<Params<'POST /api/v1/error_reports'>['error']>;

export default operation('POST /api/v1/error_reports', {
  summary: 'Report a problem',
  // Also by those who can't sign in: that may be the problem.
  requires: 'public',
  returns: Logged,
  async handle({ ctx, params: { error = {} } }) {
    // A field that people don't see: what fills it in is no person.
    if (error.username) throw new Refusal(400, '');
    const { id } = await ctx.db
      .insertInto('error_reports')
      .values({
        category: 'report',
        subject: error.subject ?? null,
        comments: error.comments ?? null,
        email: error.email ?? null,
        url: error.url ?? null,
        message: error.message ?? '',
        backtrace: error.backtrace ?? '',
        http_env: jsonOf(mapOrNothing(error.http_env)),
        data: jsonOf(otherData(error)),
        method: 'POST',
        path: ctx.request.path,
        request_context_id: randomUUID(),
        user_id: reporterOf(ctx),
        created_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { logged: true, id };
  },
});

/** Who looks through the test student's eyes reports for himself. */
function reporterOf({ caller: { user, realUser } }: Context): number | null {
  return (user?.fake_student ? realUser?.id : user?.id) ?? null;
}

function otherData(error: Written): Record<string, JsonValue> | undefined {
  const { category, user_perceived_severity, context_asset_string, user_roles } = error;
  const given = Object.entries({
    category,
    user_perceived_severity,
    context_asset_string,
    user_roles,
  }).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined && entry[1] !== null);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

const mapOrNothing = (value: JsonValue | undefined) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;

const jsonOf = (value: object | undefined) => (value ? JSON.stringify(value) : null);
