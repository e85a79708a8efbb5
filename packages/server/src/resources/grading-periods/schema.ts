import { PageMeta } from '../../http/page-meta.ts';
import {
  Decimal,
  Flag,
  Id,
  List,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';
import { SetPermissions } from '../grading-period-sets/rules.ts';

const fields = {
  start_date: Timestamp,
  end_date: Timestamp,
  close_date: Timestamp,
  weight: Nullable(Decimal),
  title: Text,
  permissions: SetPermissions,
  is_closed: Flag,
};

/** Its ids are texts whatever the caller asks for. */
export const GradingPeriod = Shape({ id: Text, grading_period_group_id: Text, ...fields });
export type GradingPeriod = Static<typeof GradingPeriod>;

/** Inside of its set it has ids as everything else has them. */
export const PeriodInSet = Shape({ id: Id, grading_period_group_id: Id, ...fields });
export type PeriodInSet = Static<typeof PeriodInSet>;

/** One or many; a single one comes with an empty `meta`. */
export const GradingPeriods = Shape({
  grading_periods: List(GradingPeriod),
  meta: Optional(Shape({ pagination: Optional(PageMeta), primaryCollection: Optional(Text) })),
  can_create_grading_periods: Optional(Flag),
  grading_periods_read_only: Optional(Flag),
});
export type GradingPeriods = Static<typeof GradingPeriods>;
