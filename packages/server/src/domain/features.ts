/** The feature flags of Canvas that are on here; everything behind another flag behaves as if it were off. */
export const enabledFeatures: ReadonlySet<string> = new Set([
  'admin_manage_access_tokens',
  'student_access_token_management',
]);
