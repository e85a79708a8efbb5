import { ofCourse } from '../../domain/contexts.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { announceUpload } from './upload.ts';
import { Upload } from './upload-schema.ts';

export default operation('POST /api/v1/courses/{course_id}/files', {
  summary: 'Begin to upload a file to a course',
  load: { course: course('course_id') },
  requires: { course: 'manage_files_add' },
  returns: Upload,
  handle: ({ ctx, course, params }) => announceUpload(ctx, ofCourse(course), params),
});
