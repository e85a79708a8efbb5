/** Rubrics as a table: a row a criterion, and as many groups of three columns as there are ratings. Source: RubricCSVImporter. */
import type { JsonValue } from '../../db/json-columns.ts';
import type { Cell } from '../../domain/csv.ts';

/** The rubrics of a file, as they can be saved, or what is wrong with one. */
export type TableRubric =
  | { readonly title: string; readonly criteria: { readonly [index: string]: JsonValue } }
  | { readonly error: string };

const EMPTY = 'The file is empty or does not contain valid rubric data.';

/** Nothing of the file can be imported. */
export class NoRubrics extends Error {
  override readonly name = 'NoRubrics';
}

interface Columns {
  readonly rubric: number;
  readonly criterion: number;
  readonly description: number;
  readonly range: number;
  /** Of each rating. */
  readonly ratings: readonly {
    readonly name: number;
    readonly description: number;
    readonly points: number;
  }[];
}

/** @throws NoRubrics */
export function readTable([header, ...rows]: readonly (readonly Cell[])[]): TableRubric[] {
  const columns = columnsOf((header ?? []).map(textOf));
  const filled = rows.filter((row) => row.some((cell) => cell !== null && cell !== ''));
  if (filled.length === 0) throw new NoRubrics(EMPTY);
  const byName = Map.groupBy(filled, (row) => textOf(row[columns.rubric]));
  return [...byName].map(([name, own]) => readRubric(name, own, columns));
}

function columnsOf(header: readonly string[]): Columns {
  const all = (words: string) =>
    header.flatMap((title, index) => (title.toLowerCase().includes(words) ? [index] : []));
  const descriptions = all('rating description');
  const points = all('rating points');
  return {
    rubric: header.indexOf('Rubric Name'),
    criterion: header.indexOf('Criteria Name'),
    description: header.indexOf('Criteria Description'),
    range: header.indexOf('Criteria Enable Range'),
    ratings: all('rating name').map((name, index) => ({
      name,
      description: descriptions[index] ?? -1,
      points: points[index] ?? -1,
    })),
  };
}

function readRubric(name: string, rows: readonly (readonly Cell[])[], columns: Columns): TableRubric {
  if (name.trim() === '') return { error: "Missing 'Rubric Name' in some rows." };
  const criteria: Record<string, JsonValue> = {};
  for (const [index, row] of rows.entries()) {
    const description = textOf(row[columns.criterion]);
    if (description.trim() === '') return { error: `Missing 'Criteria Name' for ${name}` };
    const ratings = ratingsOf(row, columns);
    if (ratings === undefined) return { error: `Missing 'Rating Points' for ${description}` };
    if (ratings.length === 0) return { error: `Missing ratings for ${description}` };
    criteria[index] = {
      description,
      long_description: textOf(row[columns.description]),
      criterion_use_range: ['true', '1'].includes(textOf(row[columns.range]).toLowerCase()),
      ratings: Object.fromEntries(ratings.entries()),
    };
  }
  return { title: name, criteria };
}

/** Undefined where a rating has no points. */
function ratingsOf(row: readonly Cell[], { ratings }: Columns): JsonValue[] | undefined {
  const named = ratings.filter(({ name }) => typeof row[name] === 'string');
  if (named.some(({ points }) => typeof row[points] !== 'string' || !isPoints(row[points]))) return undefined;
  return named.map(({ name, description, points }) => ({
    description: textOf(row[name]),
    long_description: textOf(row[description]),
    points: pointsOf(textOf(row[points])),
  }));
}

/** A row of digits may be longer than any number. */
const isPoints = (cell: string) => Number.isFinite(pointsOf(cell));

/** To two digits; a decimal comma will do. */
function pointsOf(text: string): number {
  const number = Number(/^\s*[+-]?\d+(?:\.\d+)?/.exec(text.replace(',', '.'))?.[0] ?? 0);
  return Math.round(number * 100) / 100;
}

/** A cell is bytes. */
const textOf = (cell: Cell | undefined): string => Buffer.from(cell ?? '', 'latin1').toString('utf8');

const HEADER = [
  'Rubric Name',
  'Criteria Name',
  'Criteria Description',
  'Criteria Enable Range',
  ...[1, 2, 3].flatMap(() => ['Rating Name', 'Rating Description', 'Rating Points']),
];

/** What to fill in. */
export const TEMPLATE = `${[
  HEADER,
  [
    ...['Rubric 1', 'Criteria 1', 'Criteria 1 Description', 'false'],
    ...['Rating 1', 'Rating 1 Description', '2', 'Rating 2', 'Rating 2 Description', '1'],
    ...['Rating 3', 'Rating 3 Description', '0'],
  ],
  [
    ...['Rubric 1', 'Criteria 2', 'Criteria 2 Description', 'false'],
    ...['Criteria 2 Rating 1', 'Rating Description', '1', 'Criteria 2 Rating 2', 'Rating 2 Description', '1'],
  ],
]
  .map((cells) => cells.join(','))
  .join('\n')}\n`;
