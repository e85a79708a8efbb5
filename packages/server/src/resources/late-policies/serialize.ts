import type { LatePolicyRow } from '../../domain/grading/course-policies.ts';
import { inOrderOf } from '../../http/schema.ts';
import { LatePolicy } from './schema.ts';

export const serializeLatePolicy = (policy: LatePolicyRow): LatePolicy => ({
  late_policy: inOrderOf(LatePolicy.properties.late_policy, policy),
});
