import { sql } from 'kysely';
import type { JsonValue } from '../../db/json-columns.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { OneOf, Shape } from '../../http/schema.ts';

/** Sets some preferences of the caller's and leaves the others. */
async function save(ctx: Context, changes: Record<string, JsonValue>): Promise<void> {
  await ctx.db
    .updateTable('users')
    .set({ preferences: sql`preferences || ${JSON.stringify(changes)}::jsonb`, updated_at: ctx.now })
    .where('id', '=', ctx.me.id)
    .execute();
}

const Ok = Shape({ status: OneOf('ok') });

export const saveEnabledAccountCalendars = operation(
  'POST /api/v1/calendar_events/save_enabled_account_calendars',
  {
    summary: 'Remember which calendars of accounts I want to see',
    requires: 'user',
    returns: Ok,
    async handle({ ctx, params: { mark_feature_as_seen, enabled_account_calendars } }) {
      const changes: Record<string, JsonValue> = {};
      if (mark_feature_as_seen !== undefined) changes['account_calendar_events_seen'] = mark_feature_as_seen;
      if (enabled_account_calendars) changes['enabled_account_calendars'] = enabled_account_calendars;
      await save(ctx, changes);
      return { status: 'ok' as const };
    },
  },
);

export const saveSelectedContexts = operation('POST /api/v1/calendar_events/save_selected_contexts', {
  summary: 'Remember which calendars I look at',
  requires: 'user',
  returns: Ok,
  async handle({ ctx, params: { selected_contexts = [] } }) {
    await save(ctx, { selected_calendar_contexts: selected_contexts });
    return { status: 'ok' as const };
  },
});
