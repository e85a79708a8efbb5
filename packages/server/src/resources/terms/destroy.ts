import { InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { rootAccount, termInAnyState } from './load.ts';
import { Term } from './schema.ts';
import { serializeTerm, type TermRow } from './serialize.ts';

export default operation('DELETE /api/v1/accounts/{account_id}/terms/{id}', {
  summary: 'Delete a term that no course is in',
  load: { account: rootAccount('account_id'), term: termInAnyState('id') },
  requires: { account: 'manage_account_settings' },
  returns: Term,
  async handle({ ctx, term }) {
    if (term.workflow_state === 'deleted') return await serializeTerm(ctx, term);
    if (term.is_default) throw new InvalidRecord({ workflow_state: ['Cannot delete the default term'] });
    if (await hasCourses(ctx, term)) {
      throw new InvalidRecord({ workflow_state: ['Cannot delete a term with active courses'] });
    }
    const deleted = await ctx.db
      .updateTable('enrollment_terms')
      .set({ workflow_state: 'deleted', updated_at: ctx.now })
      .where('id', '=', term.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serializeTerm(ctx, deleted);
  },
});

async function hasCourses(ctx: Context, { id }: TermRow): Promise<boolean> {
  const course = await ctx.db
    .selectFrom('courses')
    .select('id')
    .where('enrollment_term_id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .limit(1)
    .executeTakeFirst();
  return course !== undefined;
}
