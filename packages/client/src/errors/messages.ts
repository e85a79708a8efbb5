import type { JsonValue } from '@easel/contract';

export interface ErrorMessages {
  /** One readable line each, `pseudonym[unique_id]: already in use`. */
  readonly lines: readonly string[];
  /** The texts by the name of the field they speak of, nested as a form would name it. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/** The keys under which Canvas's endpoints put what went wrong; which of them differs per endpoint. */
const ERROR_KEYS = ['errors', 'error', 'message', 'error_description'] as const;

/** Spoken of an object as a whole. */
const WHOLE = new Set(['', 'base']);

/**
 * Flattens the body of a failed answer, whatever its shape: `{errors:[{message}]}`, `{errors:{field:[{message}]}}`, a
 * map for each object, `{message}`, `{error}`, `{errors:"…"}`, bare lists, plain text, a web page.
 */
export function errorMessages(body: JsonValue | undefined): ErrorMessages {
  const found: Finding[] = [];
  if (typeof body === 'string') found.push({ field: '', text: plainText(body) });
  else if (isObject(body)) {
    const keys = ERROR_KEYS.filter((key) => key in body);
    for (const key of keys) collect(body[key], '', found);
    if (keys.length === 0) collect(body, '', found);
  } else collect(body, '', found);

  const fields: Record<string, string[]> = {};
  for (const { field, text } of found) {
    if (!WHOLE.has(field)) fields[field] = [...(fields[field] ?? []), text];
  }
  const lines = found
    .filter(({ text }) => text !== '')
    .map(({ field, text }) => (WHOLE.has(field) ? text : `${field}: ${text}`));
  return { lines: [...new Set(lines)], fields };
}

interface Finding {
  readonly field: string;
  readonly text: string;
}

function collect(value: JsonValue | undefined, field: string, found: Finding[]): void {
  if (typeof value === 'string') found.push({ field, text: value });
  else if (Array.isArray(value)) for (const item of value) collect(item, field, found);
  else if (isObject(value)) {
    const text = messageOf(value);
    if (text !== undefined) found.push({ field: fieldOf(value, field), text });
    else for (const [key, inner] of Object.entries(value)) collect(inner, nested(field, key), found);
  }
}

/** `{message, error_code}`: the generic text says nothing without its code. */
function messageOf({ message, type, error_code: code }: { [key: string]: JsonValue }): string | undefined {
  const text = message ?? type;
  if (typeof text !== 'string') return undefined;
  return typeof code === 'string' && text === 'An error occurred.' ? `${text} (${code})` : text;
}

/** The attribute of a map's entry only repeats the key, without the object it belongs to. */
function fieldOf({ attribute, field }: { [key: string]: JsonValue }, parent: string): string {
  if (typeof field === 'string') return field;
  return parent === '' && typeof attribute === 'string' ? attribute : parent;
}

const nested = (parent: string, key: string) => (parent === '' ? key : `${parent}[${key}]`);

/** Of a web page its title, of anything else the first lines. */
function plainText(text: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1];
  return (title ?? (/^\s*</.test(text) ? '' : text)).trim().slice(0, 300);
}

function isObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
