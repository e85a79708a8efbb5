import { ofCourse } from '../../domain/contexts.ts';
import { operation } from '../../http/operation.ts';
import { Either, List } from '../../http/schema.ts';
import { findCourse } from '../courses/load.ts';
import { rootOfCourse } from '../folders/load.ts';
import { listContextFiles } from './list.ts';
import { File, FileNames } from './schema.ts';

export default operation('GET /api/v1/courses/{course_id}/files', {
  summary: 'The files of a course, from all its folders',
  load: { root: rootOfCourse('course_id') },
  requires: { root: 'read_contents' },
  returns: List(Either(File, FileNames)),
  handle: async ({ ctx, path, params }) =>
    await listContextFiles(ctx, ofCourse(await findCourse(ctx, path.course_id)), params),
});
