import type { Selectable } from 'kysely';
import type { CustomGradebookColumnsTable } from '../../db/tables/index.ts';
import type { CustomColumn } from './schema.ts';

export type ColumnRow = Selectable<CustomGradebookColumnsTable>;

export const serializeColumn = (column: ColumnRow): CustomColumn => ({
  id: column.id,
  title: column.title,
  position: column.position,
  teacher_notes: column.teacher_notes,
  read_only: column.read_only,
  hidden: column.workflow_state === 'hidden',
});
