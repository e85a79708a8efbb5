/** The rows of a table of outcomes: which columns there are, and what a row says. */
import { type Cell, UnreadableFile } from '../../domain/csv.ts';
import { decoded, inspected } from './utf8.ts';

const REQUIRED = ['title', 'vendor_guid', 'object_type'] as const;
const OPTIONAL = [
  'canvas_id',
  'course_id',
  'description',
  'friendly_description',
  'display_name',
  'parent_guids',
  'calculation_method',
  'calculation_int',
  'mastery_points',
  'workflow_state',
] as const;

type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];
const COLUMNS: readonly string[] = [...REQUIRED, ...OPTIONAL];

/** A row can't be imported; the others are. */
export class InvalidRow extends Error {
  override readonly name = 'InvalidRow';
  readonly messages: readonly string[];
  constructor(...messages: string[]) {
    super(messages.join('; '));
    this.messages = messages;
  }
}

/** What a row says; empty cells are undefined. */
export interface ImportedRow extends Partial<Record<Exclude<Column, 'mastery_points'>, string>> {
  vendor_guid: string;
  title: string;
  mastery_points?: number;
  ratings: readonly { points: number; description?: string }[];
}

/** `["a", "b"]`, as Ruby shows a list. */
export const listed = (texts: readonly string[]): string =>
  `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;

/** The columns before `ratings`. Throws UnreadableFile. */
export function columnsOf(header: readonly Cell[]): Column[] {
  const end = header.indexOf('ratings');
  const names = (end < 0 ? header : header.slice(0, end)).map((name) => name ?? '');
  const after = (end < 0 ? [] : header.slice(end + 1)).flatMap((name) => (name?.trim() ? [name] : []));
  if (after.length > 0) throw new UnreadableFile(`Invalid fields after ratings: ${listed(after)}`);
  const missing = REQUIRED.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new UnreadableFile(`Missing required fields: ${listed(missing)}`);
  const invalid = names.filter((name) => !COLUMNS.includes(name));
  if (invalid.length > 0) throw new UnreadableFile(`Invalid fields: ${listed(invalid)}`);
  return names as Column[];
}

/** @returns undefined for an empty row. Throws InvalidRow. */
export function readRow(columns: readonly Column[], cells: readonly Cell[]): ImportedRow | undefined {
  const texts = cells.map((cell) => {
    if (cell === null) return undefined;
    const text = decoded(cell);
    if (text === undefined) throw new InvalidRow(`Not a valid utf-8 string: ${inspected(cell)}`);
    // PostgreSQL takes no U+0000.
    return text.replaceAll('\0', '');
  });
  if (texts.every((text) => !text?.trim())) return undefined;
  const fields = Object.fromEntries(
    columns.flatMap((name, index) => (texts[index]?.trim() ? [[name, texts[index]]] : [])),
  ) as Partial<Record<Column, string>>;
  const ratings = readRatings(texts.slice(columns.length));
  const { mastery_points, ...rest } = fields;
  const mastery = mastery_points === undefined ? undefined : readNumber(mastery_points, 'mastery points');
  if ((fields.friendly_description?.length ?? 0) > 255) {
    throw new InvalidRow('Friendly description is too long (maximum is 255 characters)');
  }
  return checked({ ...rest, ...(mastery !== undefined && { mastery_points: mastery }), ratings });
}

function readRatings(cells: readonly (string | undefined)[]): ImportedRow['ratings'] {
  const last = cells.findLastIndex((cell) => cell !== undefined);
  const ratings: { points: number; description?: string }[] = [];
  for (let at = 0; at <= last; at += 2) {
    const [tier, text, description] = [at / 2 + 1, cells[at], cells[at + 1]];
    if (!text?.trim()) throw new InvalidRow(`Points for rating tier ${tier} not present`);
    const points = readNumber(text, `rating tier ${tier} threshold`);
    const prior = ratings.at(-1)?.points;
    if (prior !== undefined && prior < points) {
      throw new InvalidRow(
        `Points for tier ${tier} must be less than points for prior tier (${asFloat(points)} is greater than ${asFloat(prior)})`,
      );
    }
    ratings.push({ points, ...(description !== undefined && { description }) });
  }
  return ratings;
}

/** Commas part thousands. */
function readNumber(text: string, name: string): number {
  const plain = text.replaceAll(',', '').trim();
  const number = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  if (!Number.isFinite(number)) throw new InvalidRow(`Invalid value for ${name}: "${text}"`);
  return number;
}

const asFloat = (number: number) => (Number.isInteger(number) ? `${number}.0` : String(number));

function checked(row: Partial<ImportedRow> & Pick<ImportedRow, 'ratings'>): ImportedRow {
  const { vendor_guid, title, workflow_state } = row;
  if (!vendor_guid) throw new InvalidRow('The "vendor_guid" field is required');
  if (!title) throw new InvalidRow('The "title" field is required');
  if (/\s/.test(vendor_guid)) throw new InvalidRow('The "vendor_guid" field must have no spaces');
  if (workflow_state !== undefined && workflow_state !== 'active' && workflow_state !== 'deleted') {
    throw new InvalidRow('"workflow_state" must be either "active" or "deleted"');
  }
  return { ...row, vendor_guid, title };
}
