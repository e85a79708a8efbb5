import { PageMeta } from '../../http/page-meta.ts';
import { Flag, List, Nullable, Optional, Shape, type Static, Text, Timestamp } from '../../http/schema.ts';
import { PeriodInSet } from '../grading-periods/schema.ts';
import { SetPermissions } from './rules.ts';

/** Its ids are texts whatever the caller asks for. */
export const GradingPeriodSet = Shape({
  id: Text,
  title: Nullable(Text),
  weighted: Nullable(Flag),
  display_totals_for_all_grading_periods: Flag,
  account_id: Nullable(Text),
  course_id: Nullable(Text),
  grading_periods: List(PeriodInSet),
  permissions: SetPermissions,
  created_at: Timestamp,
});
export type GradingPeriodSet = Static<typeof GradingPeriodSet>;

export const GradingPeriodSets = Shape({
  grading_period_sets: List(GradingPeriodSet),
  meta: Optional(Shape({ pagination: PageMeta })),
});
