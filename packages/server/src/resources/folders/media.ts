import { ofCourse, ofUser } from '../../domain/contexts.ts';
import { MANAGE_FILES, mayAnyInFileContext } from '../../domain/file-contexts.ts';
import { uniqueFolder } from '../../domain/folders.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { Folder } from './schema.ts';
import { serializeFolder } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/folders/media', {
  summary: 'The folder for media: the course’s for those who manage its files, else one’s own',
  load: { course: course('course_id') },
  requires: { course: 'read_files' },
  returns: Folder,
  async handle({ ctx, course }) {
    const manages = await mayAnyInFileContext(ctx, ofCourse(course), MANAGE_FILES);
    const context = manages ? ofCourse(course) : ofUser(ctx.me);
    return await serializeFolder(
      ctx,
      await uniqueFolder(ctx, context, { type: 'media', name: 'Uploaded Media' }),
    );
  },
});
