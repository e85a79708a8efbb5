/** What Canvas finds by an SIS id (conventions 3). */
export type SisType =
  | 'account'
  | 'assignment'
  | 'course'
  | 'group'
  | 'group_category'
  | 'login'
  | 'section'
  | 'term'
  | 'user';

/**
 * An SIS id as Canvas takes it in paths and parameters: `sis('term', 'fall-2026')` → `sis_term_id:fall-2026`.
 * A slash in the id needs Canvas's hex form, for many servers in front of Canvas undo `%2F` in paths.
 * @throws TypeError when the id is empty
 */
export function sis(type: SisType, id: string | number): string {
  const text = String(id);
  if (text === '') throw new TypeError(`The SIS id of a ${type} is empty`);
  return /[/\\]/.test(text) ? `hex:sis_${type}_id:${hex(text)}` : `sis_${type}_id:${text}`;
}

function hex(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
