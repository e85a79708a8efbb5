import type { Override } from '../../domain/assignment-dates.ts';
import { inOrderOf } from '../../http/schema.ts';
import { AssignmentOverride } from './schema.ts';

/** Overrides as Canvas sends them; whom the reader may not know of is left out before (overridesVisibleTo). */
export const serializeOverrides = (overrides: readonly Override[]): AssignmentOverride[] =>
  overrides.map(serializeOverride);

export function serializeOverride(override: Override): AssignmentOverride {
  const { due_at, all_day, all_day_date, unlock_at, lock_at } = override;
  return inOrderOf(AssignmentOverride, {
    id: override.id,
    title: override.title,
    unassign_item: override.unassign_item,
    ...ofWhat(override),
    ...(override.due_at_overridden && { due_at, all_day, all_day_date }),
    ...(override.unlock_at_overridden && { unlock_at }),
    ...(override.lock_at_overridden && { lock_at }),
    ...forWhom(override),
  });
}

function ofWhat(override: Override): Partial<AssignmentOverride> {
  const { assignment_id, discussion_topic_id, wiki_page_id, context_module_id } = override;
  return {
    ...(assignment_id !== null && { assignment_id }),
    ...(discussion_topic_id !== null && { discussion_topic_id }),
    ...(wiki_page_id !== null && { wiki_page_id }),
    ...(context_module_id !== null && { context_module_id }),
  };
}

function forWhom({ set_type, set_id, student_ids, group }: Override): Partial<AssignmentOverride> {
  switch (set_type) {
    case 'ADHOC':
      return { student_ids: [...student_ids] };
    case 'Group':
      return { group_id: set_id ?? 0, ...group };
    case 'CourseSection':
      return { course_section_id: set_id ?? 0 };
    case 'Course':
      return { course_id: set_id ?? 0 };
    default:
      return { noop_id: set_id };
  }
}
