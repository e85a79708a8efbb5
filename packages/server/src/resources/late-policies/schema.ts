import { Decimal, Flag, Id, OneOf, Shape, type Static } from '../../http/schema.ts';

/** Deductions and the minimum are percentages of the points possible. */
export const LatePolicy = Shape({
  late_policy: Shape({
    id: Id,
    missing_submission_deduction_enabled: Flag,
    missing_submission_deduction: Decimal,
    late_submission_deduction_enabled: Flag,
    late_submission_deduction: Decimal,
    late_submission_interval: OneOf('day', 'hour'),
    late_submission_minimum_percent_enabled: Flag,
    late_submission_minimum_percent: Decimal,
  }),
});
export type LatePolicy = Static<typeof LatePolicy>;
