import { type CourseContext, type GroupContext, ofCourse, ofUser } from '../../domain/contexts.ts';
import { MANAGE_FILES, mayAnyInFileContext } from '../../domain/file-contexts.ts';
import { uniqueFolder } from '../../domain/folders.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { Folder } from './schema.ts';
import { serializeFolder } from './serialize.ts';

export async function mediaFolder(ctx: Context, context: CourseContext | GroupContext): Promise<Folder> {
  const manages = await mayAnyInFileContext(ctx, context, MANAGE_FILES);
  const owner = manages ? context : ofUser(ctx.me);
  return await serializeFolder(
    ctx,
    await uniqueFolder(ctx, owner, { type: 'media', name: 'Uploaded Media' }),
  );
}

export default operation('GET /api/v1/courses/{course_id}/folders/media', {
  summary: 'The folder for media: the course’s for those who manage its files, else one’s own',
  load: { course: course('course_id') },
  requires: { course: 'read_files' },
  returns: Folder,
  handle: ({ ctx, course }) => mediaFolder(ctx, ofCourse(course)),
});
