import { Count, Flag, Id, Shape, type Static, Text } from '../../http/schema.ts';

export const CustomColumn = Shape({
  id: Id,
  title: Text,
  position: Count,
  teacher_notes: Flag,
  read_only: Flag,
  hidden: Flag,
});
export type CustomColumn = Static<typeof CustomColumn>;

/** What a column says of a student. */
export const ColumnDatum = Shape({ content: Text, user_id: Id });
export type ColumnDatum = Static<typeof ColumnDatum>;
