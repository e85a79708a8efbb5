/** Makes of one row of a table what it says. Source: Canvas's Outcomes::Import. */
import type { Selectable } from 'kysely';
import type { OutcomeImportsTable } from '../../db/tables/index.ts';
import type { OutcomeContext } from '../../domain/outcome-contexts.ts';
import { LastLinkToAlignedOutcome } from '../../domain/outcome-links.ts';
import type { FieldErrors } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { importGroup } from './import-group.ts';
import { importOutcome } from './import-outcome.ts';
import { type ImportedRow, InvalidRow } from './rows.ts';

export type OutcomeImportRow = Selectable<OutcomeImportsTable>;

/** An import while it runs. */
export interface Running {
  readonly row: OutcomeImportRow;
  /** Into which it imports. */
  readonly context: OutcomeContext;
  /** The accounts that the context lies in, itself among them. */
  readonly around: readonly number[];
  /** Whether the table has a column `course_id`: then its groups may be in courses below the account. */
  readonly reachesCourses: boolean;
}

/** Throws InvalidRow. */
export async function importRow(ctx: Context, running: Running, row: ImportedRow): Promise<void> {
  try {
    if (row.object_type === 'outcome') await importOutcome(ctx, running, row);
    else if (row.object_type === 'group') await importGroup(ctx, running, row);
    else throw new InvalidRow(`Invalid object_type: "${row.object_type ?? ''}"`);
  } catch (error) {
    if (error instanceof LastLinkToAlignedOutcome) throw new InvalidRow(error.message);
    throw error;
  }
}

/** Throws InvalidRow where there are errors: `Title is too long (maximum is 255 characters)`. */
export function refuseErrors(errors: FieldErrors): void {
  const messages = Object.entries(errors).flatMap(([field, list]) =>
    list.map((error) => {
      const name = field.replaceAll('_', ' ');
      const text = typeof error === 'string' ? error : error[1];
      return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${text === 'blank' ? "can't be blank" : text}`;
    }),
  );
  if (messages.length > 0) throw new InvalidRow(...messages);
}
