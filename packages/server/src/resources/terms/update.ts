import { operation, type Params } from '../../http/operation.ts';
import { rootAccount, term } from './load.ts';
import { Term } from './schema.ts';
import { serializeTerm, type TermRow } from './serialize.ts';
import { stickyFields, type TermChanges, termChanges } from './write.ts';

type UpdateParams = Params<'PUT /api/v1/accounts/{account_id}/terms/{id}'>;

export default operation('PUT /api/v1/accounts/{account_id}/terms/{id}', {
  summary: 'Change a term',
  load: { account: rootAccount('account_id'), term: term('id') },
  requires: { account: 'manage_account_settings' },
  returns: Term,
  async handle({ ctx, account, term, params }) {
    const changes = withoutSticky(
      term,
      await termChanges(ctx, account, params.enrollment_term, term),
      params,
    );
    const changed = stickyFields.filter(
      (field) => changes[field] !== undefined && changes[field] !== term[field],
    );
    const saved = await ctx.db
      .updateTable('enrollment_terms')
      .set({
        ...changes,
        stuck_sis_fields: [...new Set([...term.stuck_sis_fields, ...changed])],
        updated_at: ctx.now,
      })
      .where('id', '=', term.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serializeTerm(ctx, saved, ['overrides']);
  },
});

/** `override_sis_stickiness=false` leaves alone what people have changed by hand before. */
function withoutSticky(
  term: TermRow,
  changes: TermChanges,
  { override_sis_stickiness = true }: UpdateParams,
): TermChanges {
  if (override_sis_stickiness) return changes;
  return Object.fromEntries(
    Object.entries(changes).filter(([field]) => !term.stuck_sis_fields.includes(field)),
  );
}
