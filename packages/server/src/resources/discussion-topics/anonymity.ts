import type { Draft, TopicColumns } from './write.ts';

const STATES = ['full_anonymity', 'partial_anonymity'] as const;
type State = (typeof STATES)[number];

const isState = (text: unknown): text is State => STATES.includes(text as State);

/** Whether names are hidden in a discussion: chosen when it is made, and hardly changed afterwards. */
export function anonymity({ forum, before, params, errors }: Draft): TopicColumns {
  const { anonymous_state: asked, group_category_id, assignment } = params;
  if (asked === undefined) {
    if (before?.topic.anonymous_state && group_category_id) {
      errors['anonymous_state'] = 'Group discussions cannot be anonymous.';
    }
    return {};
  }
  const state = isState(asked) ? asked : null;
  if (state) {
    if (group_category_id || !forum.isCourse)
      errors['anonymous_state'] = 'Group discussions cannot be anonymous.';
    if (assignment && assignment.set_assignment !== false) {
      errors['anonymous_state'] = 'Anonymous discussions cannot be graded';
    }
    if (!before && forum.isCourse && !forum.studentsHideNames && !forum.manages) {
      errors['anonymous_state'] = 'You are not able to create an anonymous discussion';
    }
  }
  if (before && state !== before.topic.anonymous_state && before.access.hasEntries) {
    errors['anonymous_state'] = { message: 'Anonymity settings are locked due to a posted reply' };
  }
  return { anonymous_state: state };
}
