import type { Selectable } from 'kysely';
import type { EnrollmentTermsTable } from '../../db/tables/index.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import type { Context } from '../../http/context.ts';
import type { Term } from './schema.ts';

export type TermRow = Selectable<EnrollmentTermsTable>;

/** A term without what only its own endpoints add. SIS fields by the caller's right on the root account. */
export async function serializeTerm(ctx: Context, term: TermRow): Promise<Term> {
  const { permissions } = await adminPermissions(ctx, [term.root_account_id], 'account');
  const managesSis = permissions.has('manage_sis');
  return {
    id: term.id,
    name: term.name,
    start_at: term.start_at,
    end_at: term.end_at,
    created_at: term.created_at,
    workflow_state: term.workflow_state,
    grading_period_group_id: term.grading_period_group_id,
    ...((managesSis || permissions.has('read_sis')) && { sis_term_id: term.sis_term_id }),
    ...(managesSis && { sis_import_id: term.sis_import_id }),
  };
}
