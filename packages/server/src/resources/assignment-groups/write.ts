/** The parameters of a group of assignments → columns, said once for create and update. */
import type { AssignmentGroupRow } from '../../domain/assignment-groups.ts';
import { DEFAULT_GROUP } from '../../domain/assignment-groups.ts';
import { type FieldErrors, InvalidRecord, Refusal } from '../../errors.ts';
import { INT4_MAX } from '../../http/coerce.ts';
import type { Params } from '../../http/operation.ts';

export type GroupParams = Params<'PUT /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}'>;
type Rules = AssignmentGroupRow['rules'];
export type GroupChanges = Partial<
  Pick<
    AssignmentGroupRow,
    'name' | 'position' | 'group_weight' | 'sis_source_id' | 'integration_data' | 'rules'
  >
>;

const MAX_TEXT = 255;

/**
 * @param assignments how many the group has
 * @throws InvalidRecord, and a Refusal for integration data that are no object
 */
export function changesOf(params: GroupParams, before: AssignmentGroupRow | undefined, assignments: number) {
  const data = params.integration_data;
  if (data !== undefined && data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    throw new Refusal(400, 'Invalid integration data');
  }
  const { name, position, group_weight, sis_source_id, rules } = params;
  const changes: GroupChanges = {
    ...(name !== undefined && { name: name || DEFAULT_GROUP }),
    ...(position && { position: Math.min(Math.max(position, 1), INT4_MAX) }),
    ...(group_weight !== undefined && { group_weight: group_weight ?? 0 }),
    ...(sis_source_id !== undefined && { sis_source_id }),
    // What it doesn't name stays.
    ...(data && { integration_data: { ...before?.integration_data, ...data } }),
    ...(rules && { rules: rulesOf(rules) }),
  };
  refuseInvalid(changes, assignments);
  return changes;
}

const rulesOf = ({ drop_lowest, drop_highest, never_drop }: NonNullable<GroupParams['rules']>): Rules => ({
  ...(drop_lowest !== undefined && { drop_lowest: drop_lowest ?? 0 }),
  ...(drop_highest !== undefined && { drop_highest: drop_highest ?? 0 }),
  ...(never_drop !== undefined && { never_drop: never_drop.map((id) => Number.parseInt(id, 10) || 0) }),
});

function refuseInvalid({ name, sis_source_id, rules }: GroupChanges, assignments: number): void {
  const errors: Record<string, FieldErrors[string]> = {};
  if ((name?.length ?? 0) > MAX_TEXT) errors['name'] = ['too_long'];
  if ((sis_source_id?.length ?? 0) > MAX_TEXT) errors['sis_source_id'] = ['too_long'];
  const drops = [rules?.drop_lowest ?? 0, rules?.drop_highest ?? 0];
  const wrong = [
    ...(drops.some((count) => count < 0) ? ['Drop rules must be a positive number'] : []),
    ...(drops.some((count) => count > assignments)
      ? ['Drop rules cannot be higher than the number of assignments']
      : []),
  ];
  if (wrong.length > 0) errors['rules'] = wrong;
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
}

/** JSON goes in as text. */
export const stored = ({ rules, integration_data, ...rest }: GroupChanges) => ({
  ...rest,
  ...(rules && { rules: JSON.stringify(rules) }),
  ...(integration_data && { integration_data: JSON.stringify(integration_data) }),
});
