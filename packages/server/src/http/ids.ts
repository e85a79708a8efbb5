/**
 * The many ways in which Canvas lets a caller name one object: its id, an id that an institution or an
 * LTI tool knows it by, or a word. Read here, looked up where the object lives. What no type knows is
 * never an error of its own: it names nothing, and the look-up answers 404.
 */

/** Canvas's `Api::SIS_MAPPINGS`: which prefixes each type understands, a bare `uuid:` among them. */
const COLUMNS = {
  course: ['sis_course_id', 'sis_integration_id', 'lti_context_id', 'uuid'],
  user: [
    'sis_user_id',
    /** Matched without regard to case. */
    'sis_login_id',
    'sis_integration_id',
    /** Also matches ids that the user had before a merge. */
    'lti_user_id',
    'lti_context_id',
    /** Another name of lti_context_id. */
    'lti_1_1_id',
    'lti_1_3_id',
    'uuid',
  ],
  account: ['sis_account_id', 'sis_integration_id', 'lti_context_id', 'uuid'],
  section: ['sis_section_id', 'sis_integration_id'],
  term: ['sis_term_id', 'sis_integration_id'],
  group: ['sis_group_id', 'lti_context_id'],
  group_category: ['sis_group_category_id'],
  assignment: ['sis_assignment_id', 'lti_context_id'],
} as const;

const WORDS = {
  course: [],
  user: ['self'],
  account: ['self', 'default', 'site_admin'],
  section: [],
  term: ['default', 'current'],
  group: [],
  group_category: [],
  assignment: [],
} as const;

export type IdType = keyof typeof COLUMNS;
export type IdColumn<T extends IdType = IdType> = (typeof COLUMNS)[T][number];
export type IdWord<T extends IdType = IdType> = (typeof WORDS)[T][number];

export type ParsedId<T extends IdType = IdType> =
  | { readonly by: 'id'; readonly id: number }
  | { readonly by: 'column'; readonly column: IdColumn<T>; readonly value: string }
  | { readonly by: 'word'; readonly word: IdWord<T> }
  | { readonly by: 'nothing' };

const NOTHING = { by: 'nothing' } as const;

/** `T` only narrows the columns and words that a loader has to handle. */
export function parseId<T extends IdType>(text: string, type: T): ParsedId<T> {
  // Compared before blanks are stripped, as Canvas does: " self" is nobody.
  const word = oneOf<IdWord<T>>(WORDS[type], text);
  if (word !== undefined) return { by: 'word', word };

  const id = text.trim();
  if (/^\d{1,19}$/.test(id)) {
    const number = parseNumber(id);
    return number === undefined ? NOTHING : { by: 'id', id: number };
  }
  const [prefix, value] = splitPrefix(id);
  const column = oneOf<IdColumn<T>>(COLUMNS[type], prefix);
  // PostgreSQL can't be asked for U+0000.
  if (column === undefined || value === '' || value.includes('\0')) return NOTHING;
  return { by: 'column', column, value };
}

/** The id of what has no other names (a role, a progress); undefined names nothing. */
export function parseNumber(text: string): number | undefined {
  const number = /^\s*\d{1,19}\s*$/.test(text) ? Number(text) : Number.NaN;
  // Ids are handed out from 1 upwards and won't reach what a number can't hold.
  return Number.isSafeInteger(number) ? number : undefined;
}

/**
 * A list of ids, each named once. What names nothing drops out, as a SIS id that doesn't exist does
 * later; numeric ids go through unchecked.
 */
export function parseIds<T extends IdType>(texts: Iterable<string>, type: T): ParsedId<T>[] {
  const parsed = new Map<string, ParsedId<T>>();
  for (const text of texts) {
    const id = parseId(text, type);
    if (id.by !== 'nothing') parsed.set(JSON.stringify(id), id);
  }
  return [...parsed.values()];
}

function splitPrefix(id: string): [prefix: string, value: string] {
  const hex = /^hex:((?:sis|lti)_\w+):((?:[0-9a-f]{2})+)$/i.exec(id);
  if (hex?.[1] && hex[2]) return [hex[1], hexText(hex[2])];
  const plain = /^((?:sis|lti)_\w+):([^\n]+)$/.exec(id);
  if (plain?.[1] && plain[2]) return [plain[1], plain[2]];
  const uuid = /^uuid:(\w{40,})$/.exec(id);
  return uuid?.[1] ? ['uuid', uuid[1]] : ['', ''];
}

/** Empty when the bytes are no UTF-8: no stored id can equal them. */
function hexText(hex: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(hex, 'hex'));
  } catch {
    return '';
  }
}

function oneOf<W extends string>(words: readonly string[], text: string): W | undefined {
  return words.includes(text) ? (text as W) : undefined;
}
