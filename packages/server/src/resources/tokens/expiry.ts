/** When a new token expires: whoever is nothing but a student has to say, and no later than in 120 days. */
import { sql } from 'kysely';
import { enabledFeatures } from '../../domain/features.ts';
import type { Context } from '../../http/context.ts';
import { parseDateTime } from '../../http/date-time.ts';
import { tokenRefusal } from './write.ts';

const DAYS = 120;
const DAY = 24 * 60 * 60 * 1000;

/**
 * @returns null for never; a text that is no date is never, too, except for students
 * @throws Refusal where a student's token would live too long
 */
export async function expiryOf(ctx: Context, text: string | null | undefined): Promise<string | null> {
  const zone = ctx.me.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC';
  const expires_at = text ? parseDateTime(text, zone) : null;
  if (!(await mustExpire(ctx))) return expires_at;
  if (!text) throw tokenRefusal('Expiration date is required');
  if (!expires_at) throw tokenRefusal('Invalid expiration date format');
  if (Date.parse(expires_at) > Date.parse(ctx.now) + DAYS * DAY) {
    throw tokenRefusal(`Expiration date cannot be more than ${DAYS} days in the future`);
  }
  return expires_at;
}

/** Never an administrator of the institution, and enrolled as a student and as nothing else. */
async function mustExpire(ctx: Context): Promise<boolean> {
  if (!enabledFeatures.has('student_access_token_management')) return false;
  const { rows } = await sql<{ only_student: boolean | null }>`
    select bool_and(type in ('StudentEnrollment', 'StudentViewEnrollment')) and not exists (
      select 1 from account_users where user_id = ${ctx.me.id} and account_id = ${ctx.rootAccount.id}
    ) as only_student
    from enrollments where user_id = ${ctx.me.id} and workflow_state <> 'deleted'`.execute(ctx.db);
  return rows[0]?.only_student === true;
}
