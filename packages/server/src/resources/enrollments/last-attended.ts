import { Refusal } from '../../errors.ts';
import { parseDateTime } from '../../http/coerce.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Shape, Timestamp } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { user } from '../users/load.ts';

export default operation('PUT /api/v1/courses/{course_id}/users/{user_id}/last_attended', {
  summary: 'Say when a student was last seen in class',
  load: { course: course('course_id'), user: user('user_id') },
  requires: { course: ['view_all_grades', 'manage_grades'] },
  returns: Shape({ date: Timestamp }),
  async handle({ ctx, course, user, params }) {
    const date = readDate(ctx, params.date ?? '');
    if (!date) throw new Refusal(400, { message: 'Invalid date time input' });
    await ctx.db
      .updateTable('enrollments')
      .set({ last_attended_at: date })
      .where('course_id', '=', course.id)
      .where('user_id', '=', user.id)
      .execute();
    return { date };
  },
});

/** ISO 8601, or what a browser makes of a date: `Thu Dec 21 2017 00:00:00 GMT-0700 (MST)`. */
function readDate(ctx: Context, text: string): string | null {
  const zone = ctx.me.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC';
  const iso = parseDateTime(text, zone);
  if (iso) return iso;
  const browsers = /^\w{3} \w{3} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4}/.exec(text);
  const instant = Date.parse(browsers?.[0] ?? '');
  return Number.isNaN(instant) ? null : `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
