/** Columns as elements of their names, which mostly are Canvas's own: `<due_at>2026-09-15T12:00:00Z</due_at>`. */
import type { JsonValue } from '../../db/json-columns.ts';
import { type Element, leaf } from './xml.ts';

const NUMBERS = new Set([
  'allowed_attempts',
  'calculation_int',
  'grader_count',
  'group_weight',
  'indent',
  'late_submission_deduction',
  'late_submission_minimum_percent',
  'mastery_points',
  'min_percentage',
  'min_score',
  'missing_submission_deduction',
  'peer_review_count',
  'points_possible',
  'position',
  'requirement_count',
  'scaling_factor',
  'storage_quota_mb',
]);
const LISTS = new Set(['submission_types', 'allowed_extensions']);
const JSON_COLUMNS = new Set(['data', 'external_tool_tag_attributes', 'link_settings', 'ratings']);
/** What is text, though it may say `true`. */
const TEXTS = new Set([
  'title',
  'name',
  'display_name',
  'description',
  'friendly_description',
  'vendor_guid',
  'friendly_name',
  'header_match',
  'url',
]);

/** Columns that the format calls otherwise. */
type Renamed = Readonly<Record<string, string>>;

export function columnsXml(columns: Readonly<Record<string, unknown>>, renamed: Renamed = {}): string {
  return Object.entries(columns)
    .map(([name, value]) => {
      const tag = renamed[name] ?? name;
      if (value === null || value === undefined) return '';
      if (JSON_COLUMNS.has(name)) return leaf(tag, JSON.stringify(value));
      return leaf(tag, Array.isArray(value) ? value.join(',') : String(value));
    })
    .join('');
}

/** The columns of some names that an element has; what can't be read is as if it weren't there. */
export function readColumns<const Names extends readonly string[]>(
  element: Element,
  names: Names,
  renamed: Renamed = {},
): Partial<Record<Names[number], JsonValue>> {
  const found: Partial<Record<string, JsonValue>> = {};
  for (const name of names) {
    const text = element.value(renamed[name] ?? name);
    const value = text === undefined ? undefined : readValue(name, text);
    if (value !== undefined) found[name] = value;
  }
  return found as Partial<Record<Names[number], JsonValue>>;
}

function readValue(name: string, text: string): JsonValue | undefined {
  if (TEXTS.has(name)) return text;
  if (JSON_COLUMNS.has(name)) return jsonOf(text);
  if (LISTS.has(name)) return text.split(',').flatMap((each) => each.trim() || []);
  if (text.trim() === '') return undefined;
  if (NUMBERS.has(name)) return Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  if (name.endsWith('_at') || name.endsWith('_date')) return dateOf(text);
  return text;
}

/** Canvas writes times without a zone, which are UTC. */
function dateOf(text: string): string | undefined {
  const time = new Date(/(?:Z|[+-]\d\d:?\d\d)$/.test(text.trim()) ? text.trim() : `${text.trim()}Z`);
  return Number.isNaN(time.getTime()) ? undefined : `${time.toISOString().slice(0, 19)}Z`;
}

export function jsonOf(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
