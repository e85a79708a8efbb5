/** The parameters of a policy → columns. */
import type { LatePolicyRow } from '../../domain/grading/course-policies.ts';
import { type FieldErrors, InvalidRecord, MissingParameter } from '../../errors.ts';
import type { Params } from '../../http/operation.ts';

type PolicyParams = Params<'POST /api/v1/courses/{id}/late_policy'>;
export type PolicyColumns = Omit<LatePolicyRow, 'id' | 'course_id' | 'created_at' | 'updated_at'>;

const DEFAULTS: PolicyColumns = {
  missing_submission_deduction_enabled: false,
  missing_submission_deduction: 0,
  late_submission_deduction_enabled: false,
  late_submission_deduction: 0,
  late_submission_interval: 'day',
  late_submission_minimum_percent_enabled: false,
  late_submission_minimum_percent: 0,
};

const FLAGS = [
  'missing_submission_deduction_enabled',
  'late_submission_deduction_enabled',
  'late_submission_minimum_percent_enabled',
] as const;
/** In the order in which Canvas checks them. */
const PERCENTS = [
  'late_submission_minimum_percent',
  'missing_submission_deduction',
  'late_submission_deduction',
] as const;

/**
 * What a policy becomes.
 *
 * @throws InvalidRecord (422), MissingParameter
 */
export function policyColumns({ late_policy: asked }: PolicyParams, before = DEFAULTS): PolicyColumns {
  if (!asked || Object.keys(asked).length === 0) throw new MissingParameter('late_policy');
  refuseInvalid(asked);
  const columns: PolicyColumns = { ...before };
  for (const flag of FLAGS) columns[flag] = asked[flag] ?? before[flag];
  for (const percent of PERCENTS) columns[percent] = toStored(asked[percent] ?? before[percent]);
  columns.late_submission_interval =
    (asked.late_submission_interval as PolicyColumns['late_submission_interval']) ??
    before.late_submission_interval;
  return columns;
}

/** Hundredths are kept. */
const toStored = (percent: number): number => Number(percent.toFixed(2));

function refuseInvalid(asked: NonNullable<PolicyParams['late_policy']>): void {
  const errors: Record<string, FieldErrors[string]> = {};
  for (const name of PERCENTS) {
    const value = asked[name];
    if (value === null)
      errors[name] = [
        ['blank', 'blank'],
        ['not_a_number', 'is not a number'],
      ];
    else if (value !== undefined && value < 0) {
      errors[name] = [['greater_than_or_equal_to', 'must be greater than or equal to 0']];
    } else if (value !== undefined && value > 100) {
      errors[name] = [['less_than_or_equal_to', 'must be less than or equal to 100']];
    }
  }
  const { late_submission_interval: interval } = asked;
  if (interval !== undefined && interval !== 'day' && interval !== 'hour') {
    const notListed = ['inclusion', 'is not included in the list'] as const;
    errors['late_submission_interval'] = interval ? [notListed] : [['blank', 'blank'], notListed];
  }
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors, 422);
}

/** Whether submissions have to be looked through again: what a missing one costs alone changes none. */
export const changesGrades = (before: PolicyColumns | undefined, after: PolicyColumns): boolean =>
  (Object.keys(DEFAULTS) as (keyof PolicyColumns)[])
    .filter((name) => name !== 'missing_submission_deduction')
    .some((name) => after[name] !== (before ?? DEFAULTS)[name]);
