/** The parameters of a standard → columns. */
import { bandsOf } from '../../domain/grading/scheme.ts';
import { type FieldErrors, InvalidRecord } from '../../errors.ts';
import type { Params } from '../../http/operation.ts';
import type { GradingStandardRow } from './serialize.ts';

export type StandardParams =
  Params<'PUT /api/v1/courses/{course_id}/grading_standards/{grading_standard_id}'>;

type Columns = Pick<GradingStandardRow, 'title' | 'data' | 'points_based' | 'scaling_factor'>;

const MAX_TEXT = 255;

/** Whether a request is about more than the title. */
export const changesScheme = (params: StandardParams): boolean =>
  params.grading_scheme_entry !== undefined ||
  params.points_based !== undefined ||
  params.scaling_factor !== undefined;

/**
 * What a standard becomes; entries replace all that were there.
 *
 * @throws InvalidRecord
 */
export function standardColumns(params: StandardParams, before?: GradingStandardRow): Columns {
  const columns: Columns = {
    title: params.title !== undefined ? params.title : (before?.title ?? null),
    data: !before || changesScheme(params) ? entriesOf(params) : before.data,
    points_based: params.points_based ?? before?.points_based ?? false,
    scaling_factor: params.scaling_factor ?? before?.scaling_factor ?? 1,
  };
  refuseInvalid(columns);
  return columns;
}

/** Percentages as shares; of entries with one name the last counts. */
function entriesOf({ grading_scheme_entry = [] }: StandardParams): Columns['data'] {
  const byName = new Map<string, number>();
  for (const { name, value } of grading_scheme_entry) {
    if (typeof name === 'string' && typeof value === 'number') {
      byName.set(name.trim(), Number((value / 100).toFixed(4)));
    }
  }
  return bandsOf({ data: [...byName] }).map(([name, value]) => [name, value]);
}

function refuseInvalid({ title, data, points_based, scaling_factor }: Columns): void {
  const errors: Record<string, FieldErrors[string]> = {};
  if (!title?.trim()) errors['title'] = [['blank', 'blank']];
  else if (title.length > MAX_TEXT) {
    errors['title'] = [['too_long', `is too long (maximum is ${MAX_TEXT} characters)`]];
  }
  const wrong = problemsOf(data);
  if (wrong.length > 0) errors['data'] = wrong;
  if (!points_based && scaling_factor !== 1) {
    errors['scaling_factor'] = ['must be 1 if scheme points_based is false'];
  } else if (!(scaling_factor > 0)) {
    errors['scaling_factor'] = ['must be greater than 0'];
  }
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
}

function problemsOf(data: Columns['data']): FieldErrors[string] {
  if (data.length === 0) return [['blank', 'blank']];
  const values = data.map(([, value]) => value);
  return [
    ...(values.some((value) => value < 0) ? ['grading scheme values cannot be negative'] : []),
    ...(new Set(values).size < values.length ? ['grading scheme cannot contain duplicate values'] : []),
    ...(data.some(([name]) => name.length > MAX_TEXT) ? ['a grading scheme name is too long'] : []),
    ...(values.includes(0) ? [] : ['grading schemes must have 0% for the lowest grade']),
  ];
}
