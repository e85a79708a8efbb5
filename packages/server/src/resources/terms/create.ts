import { operation } from '../../http/operation.ts';
import { rootAccount } from './load.ts';
import { Term } from './schema.ts';
import { serializeTerm } from './serialize.ts';
import { termChanges } from './write.ts';

export default operation('POST /api/v1/accounts/{account_id}/terms', {
  summary: 'Create a term',
  load: { account: rootAccount('account_id') },
  requires: { account: 'manage_account_settings' },
  returns: Term,
  async handle({ ctx, account, params }) {
    const { name, overrides, sis_term_id, start_at, end_at } = await termChanges(
      ctx,
      account,
      params.enrollment_term,
    );
    const term = await ctx.db
      .insertInto('enrollment_terms')
      .values({
        root_account_id: account.id,
        name: name ?? '',
        start_at: start_at ?? null,
        end_at: end_at ?? null,
        overrides,
        sis_term_id: sis_term_id ?? null,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serializeTerm(ctx, term, ['overrides']);
  },
});
