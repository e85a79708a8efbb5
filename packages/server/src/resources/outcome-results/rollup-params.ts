import { rejection } from '../../domain/outcome-grades.ts';
import type { Params } from '../../http/operation.ts';

type RollupParams = Params<'GET /api/v1/courses/{course_id}/outcome_rollups'>;

const SORT_FIELDS = [
  'student',
  'student_name',
  'student_sis_id',
  'student_integration_id',
  'student_login_id',
  'outcome',
  'contributing_score',
];

/** By scores; everything else the database sorts by. */
export type Sorting =
  | ({ readonly descending: boolean } & ({ readonly outcomeId: number } | { readonly alignmentId: number }))
  | undefined;

/** Throws a rejection, in the order in which Canvas looks. */
export function refuseUnknown(params: RollupParams): Sorting {
  const { aggregate, aggregate_stat, sort_by, sort_order, sort_outcome_id, sort_alignment_id } = params;
  if (aggregate && aggregate !== 'course') throw rejection('invalid aggregate parameter value');
  if (aggregate_stat && !['mean', 'median'].includes(aggregate_stat)) {
    throw rejection('invalid aggregate_stat parameter value');
  }
  if (!sort_by) return undefined;
  if (!SORT_FIELDS.includes(sort_by)) throw rejection('invalid sort_by parameter value');
  if (sort_by === 'outcome') demandForm('sort_outcome_id', sort_outcome_id, /^\d{1,15}$/);
  if (sort_by === 'contributing_score')
    demandForm('sort_alignment_id', sort_alignment_id, /^[A-Z]_\d{1,15}$/);
  if (sort_order && !['asc', 'desc'].includes(sort_order))
    throw rejection('invalid sort_order parameter value');
  const descending = sort_order === 'desc';
  if (sort_by === 'outcome') return { outcomeId: Number(sort_outcome_id), descending };
  if (sort_by === 'contributing_score')
    return { alignmentId: Number(sort_alignment_id?.slice(2)), descending };
  return undefined;
}

function demandForm(name: string, value: string | null | undefined, form: RegExp): void {
  if (!value) throw rejection(`missing required ${name} parameter value`);
  if (!form.test(value)) throw rejection(`invalid ${name} parameter value`);
}
