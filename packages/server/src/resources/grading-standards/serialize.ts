import type { Selectable } from 'kysely';
import type { GradingStandardsTable } from '../../db/tables/index.ts';
import { exact, HUNDRED, times, toFloat } from '../../domain/grading/exact.ts';
import type { GradingStandard } from './schema.ts';

export type GradingStandardRow = Selectable<GradingStandardsTable>;

export function serializeGradingStandard(standard: GradingStandardRow): GradingStandard {
  const whole = standard.points_based ? exact(standard.scaling_factor) : HUNDRED;
  return {
    id: standard.id,
    title: standard.title,
    context_type: standard.context_type,
    context_id: standard.context_id,
    points_based: standard.points_based,
    scaling_factor: standard.scaling_factor,
    grading_scheme: standard.data.map(([name, value]) => ({
      name,
      value,
      calculated_value: toFloat(times(exact(value), whole)),
    })),
  };
}
