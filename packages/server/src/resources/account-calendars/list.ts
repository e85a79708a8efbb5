import { sql } from 'kysely';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { Count, Shape } from '../../http/schema.ts';
import { accountsNamed, byName, isVisible } from './find.ts';
import { AccountCalendars } from './schema.ts';
import { serializeCalendars } from './serialize.ts';

export default operation('GET /api/v1/account_calendars', {
  summary: 'The visible calendars of the accounts that I belong to',
  requires: 'user',
  returns: Shape({ account_calendars: AccountCalendars, total_results: Count }),
  async handle({ ctx, params: { search_term } }) {
    const query = accountsNamed(ctx, search_term)
      .where(isVisible)
      .where(
        sql<boolean>`accounts.id in (select unnest(own.path) from accounts as own where own.id in (
          select account_id from pseudonyms where user_id = ${ctx.me.id} and workflow_state <> 'deleted'
          union select account_id from account_users
            where user_id = ${ctx.me.id} and workflow_state = 'active'
          union select courses.account_id from enrollments
            join courses on courses.id = enrollments.course_id and courses.workflow_state <> 'deleted'
            where enrollments.user_id = ${ctx.me.id}
              and enrollments.workflow_state not in ('deleted', 'rejected')))`,
      );
    const { total } = await query
      .clearSelect()
      .select(sql<number>`count(*)`.as('total'))
      .executeTakeFirstOrThrow();
    const accounts = await paginate(ctx, query, { kind: 'total', order: [byName], key: 'accounts.id' });
    return { account_calendars: await serializeCalendars(ctx, accounts), total_results: total };
  },
});
