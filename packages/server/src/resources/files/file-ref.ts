import { notDeleted } from '../../domain/attachments.ts';
import { demand } from '../../domain/demand.ts';
import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { fileGrants } from './rules.ts';
import { File } from './schema.ts';
import { serializeFile } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/files/file_ref/{migration_id}', {
  summary: 'The file that a course copy knows by a reference',
  load: { course: course('course_id') },
  requires: 'public',
  returns: File,
  async handle({ ctx, course, path }) {
    const file = await ctx.db
      .selectFrom('attachments')
      .selectAll()
      .where('context_type', '=', 'Course')
      .where('context_id', '=', course.id)
      .where('migration_id', '=', path.migration_id)
      .where(notDeleted)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (!file) throw new NotFound();
    await demand(ctx, fileGrants(ctx, file, 'read'));
    return await serializeFile(ctx, file);
  },
});
