import { Id, OneOf, Optional, Shape, type Static, Text, Timestamp } from '../../http/schema.ts';
import { File } from '../files/schema.ts';

export const ContentExport = Shape({
  id: Id,
  user_id: Id,
  created_at: Timestamp,
  workflow_state: OneOf('created', 'exporting', 'exported', 'failed'),
  export_type: OneOf('common_cartridge', 'zip', 'qti', 'quizzes2'),
  course_id: Optional(Id),
  attachment: Optional(File),
  progress_url: Optional(Text),
});
export type ContentExport = Static<typeof ContentExport>;
