import type { SisType } from '../sis.ts';
import { sis } from '../sis.ts';

/** What stands before an id in a path. */
const COLLECTIONS: Readonly<Record<string, SisType>> = {
  accounts: 'account',
  assignments: 'assignment',
  courses: 'course',
  group_categories: 'group_category',
  groups: 'group',
  sections: 'section',
  terms: 'term',
  users: 'user',
};

/** The last part of a parameter that holds ids. */
const PARAMETERS: Readonly<Record<string, SisType>> = {
  account_id: 'account',
  course_id: 'course',
  course_section_id: 'section',
  enrollment_term_id: 'term',
  group_category_id: 'group_category',
  group_id: 'group',
  section_id: 'section',
  term_id: 'term',
  user_id: 'user',
};

const WORDS = /^(self|default|site_admin|current)$/;
/** A number, a number of another shard, or a prefix that Canvas may know. */
const KNOWN_FORM = /^(\d+|\d+~\d+|(hex:)?(sis|lti)_\w+:.+|uuid:\w+)$/;

/** Says of the value of an id parameter what is missing in it; undefined when it looks right. */
export function explainIdParam(name: string, value: string): string | undefined {
  const last =
    name
      .replace(/\[\d*\]$/, '')
      .split(/[[\]]+/)
      .filter((part) => part !== '')
      .at(-1) ?? '';
  const type = PARAMETERS[last.replace(/_ids$/, '_id')];
  return type && explainId(type, value);
}

/** The same of every id in a path: `/api/v1/courses/CHEM-101` by `/api/v1/courses/{id}`. */
export function explainPath(template: string, path: string): string[] {
  const filled = path.split('/');
  return template.split('/').flatMap((segment, index, segments) => {
    const type = COLLECTIONS[segments[index - 1] ?? ''];
    if (!segment.startsWith('{') || !type) return [];
    return explainId(type, decodeURIComponent(filled[index] ?? '')) ?? [];
  });
}

function explainId(type: SisType, value: string): string | undefined {
  const prefix = /^(?:hex:)?sis_(\w+?)_id:/.exec(value)?.[1];
  const fitting = [type, 'integration', ...(type === 'user' ? ['login'] : [])];
  if (prefix !== undefined && !fitting.includes(prefix)) {
    return `${value} names no ${type}: send sis_${type}_id:...`;
  }
  if (value === '' || WORDS.test(value) || KNOWN_FORM.test(value)) return undefined;
  return `${value} is no id of Canvas's own: an SIS id is sent as ${sis(type, value)}`;
}
