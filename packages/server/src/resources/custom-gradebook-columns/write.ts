/** The parameters of a column → columns of its table. */
import type { Updateable } from 'kysely';
import type { CustomGradebookColumnsTable } from '../../db/tables/index.ts';
import { type FieldErrors, InvalidRecord, MissingParameter } from '../../errors.ts';
import { INT4_MAX } from '../../http/coerce.ts';
import type { Params } from '../../http/operation.ts';

type ColumnParams = Params<'POST /api/v1/courses/{course_id}/custom_gradebook_columns'>;

export const MAX_TEXT = 255;
export const TOO_LONG = ['too_long', `is too long (maximum is ${MAX_TEXT} characters)`] as const;

/** Names that the first columns of an exported gradebook have. */
const RESERVED = [
  'Student',
  'LastName',
  'FirstName',
  'ID',
  'SIS User ID',
  'SIS Login ID',
  'Section',
  'Integration ID',
  'Root Account',
];

/**
 * @param title as it is before
 * @throws InvalidRecord, MissingParameter
 */
export function columnChanges(
  { column: asked }: ColumnParams,
  title: string | null,
): Updateable<CustomGradebookColumnsTable> {
  if (!asked || Object.keys(asked).length === 0) throw new MissingParameter('column');
  const wanted = asked.title !== undefined ? asked.title : title;
  refuseInvalidTitle(wanted);
  return {
    ...(wanted !== null && { title: wanted }),
    ...(asked.position && { position: Math.min(Math.max(asked.position, -INT4_MAX), INT4_MAX) }),
    ...(asked.teacher_notes !== undefined && { teacher_notes: asked.teacher_notes }),
    ...(asked.read_only !== undefined && { read_only: asked.read_only }),
    ...(asked.hidden !== undefined && { workflow_state: asked.hidden ? 'hidden' : 'active' }),
  };
}

function refuseInvalidTitle(title: string | null): void {
  const errors: FieldErrors[string][number][] = [];
  if (!title?.trim()) errors.push(['blank', 'blank']);
  else if (title.length > MAX_TEXT) errors.push(TOO_LONG);
  else if (RESERVED.includes(title)) errors.push('cannot use gradebook importer reserved names');
  if (errors.length > 0) throw new InvalidRecord({ title: errors });
}
