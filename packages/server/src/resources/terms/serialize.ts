import { type Selectable, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { EnrollmentTermsTable } from '../../db/tables/index.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import type { Context } from '../../http/context.ts';
import { type IncludeLoader, type IncludeLoaders, loadIncludes } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import { Term, type TermDates } from './schema.ts';

export type TermRow = Selectable<EnrollmentTermsTable>;

export type TermInclude = 'course_count' | 'overrides';

/** The dates by type of enrollment; one without any date says nothing. */
const overrides: IncludeLoader<TermRow, Partial<Term>> = async () => (term) => ({
  overrides: Object.fromEntries(
    Object.entries(term.overrides)
      .filter(([, { start_at, end_at }]) => start_at !== null || end_at !== null)
      .map(([type, { start_at, end_at }]): [string, TermDates] => [type, { start_at, end_at }]),
  ),
});

const courseCount: IncludeLoader<TermRow, Partial<Term>> = async (ctx, terms) => {
  const rows = await ctx.db
    .selectFrom('courses')
    .select(['enrollment_term_id', sql<number>`count(*)`.as('courses')])
    .where('enrollment_term_id', '=', anyOf(terms.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted')
    .groupBy('enrollment_term_id')
    .execute();
  const counts = new Map(rows.map(({ enrollment_term_id, courses }) => [enrollment_term_id, courses]));
  return ({ id }) => ({ course_count: counts.get(id) ?? 0 });
};

export const termIncludes: IncludeLoaders<TermInclude, TermRow, Partial<Term>> = {
  overrides,
  course_count: courseCount,
};

/** SIS fields by the caller's right on the root account. */
export async function serializeTerms(
  ctx: Context,
  terms: readonly TermRow[],
  includes: readonly TermInclude[] = [],
): Promise<Term[]> {
  const included = await loadIncludes(ctx, terms, includes, termIncludes, undefined);
  const { permissions } = await adminPermissions(ctx, [ctx.rootAccount.id], 'account');
  const managesSis = permissions.has('manage_sis');
  return terms.map((term) =>
    inOrderOf(Term, {
      id: term.id,
      name: term.name,
      start_at: term.start_at,
      end_at: term.end_at,
      created_at: term.created_at,
      workflow_state: term.workflow_state,
      grading_period_group_id: term.grading_period_group_id,
      ...((managesSis || permissions.has('read_sis')) && { sis_term_id: term.sis_term_id }),
      ...(managesSis && { sis_import_id: term.sis_import_id }),
      ...included(term),
    }),
  );
}

/** A term, without what only its own endpoints add unless that is asked for. */
export async function serializeTerm(
  ctx: Context,
  term: TermRow,
  includes?: readonly TermInclude[],
): Promise<Term> {
  const [json] = await serializeTerms(ctx, [term], includes);
  return json as Term;
}
