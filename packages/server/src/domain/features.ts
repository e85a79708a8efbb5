import type { Account } from '../http/context.ts';

/** The feature flags of Canvas that are on here; everything behind another flag behaves as if it were off. */
export const enabledFeatures: ReadonlySet<string> = new Set([
  'admin_manage_access_tokens',
  'student_access_token_management',
]);

/** What an institution turns on for itself, by the setting that does it: `{"value": true}`. */
const bySetting = ['allow_assign_to_differentiation_tags', 'peer_review_allocation_and_grading'] as const;

/** All that is on in an institution. */
export function featuresOf({ settings }: Account): ReadonlySet<string> {
  const own = bySetting.filter((name) => {
    const said = settings[name];
    return typeof said === 'object' && said !== null && !Array.isArray(said) && said['value'] === true;
  });
  return own.length > 0 ? new Set([...enabledFeatures, ...own]) : enabledFeatures;
}
