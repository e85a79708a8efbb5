/** The pictures of courses: an address of anywhere, or a file of the course's own. */
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import { notDeleted } from './attachments.ts';
import type { CourseRow } from './course-access.ts';

type Kind = 'image' | 'banner_image';

/** Where the pictures of some courses are, in one query; a file's opens by itself, as a picture in a page must. */
export async function courseImages(
  ctx: Context,
  courses: readonly CourseRow[],
): Promise<(course: CourseRow, kind: Kind) => string | null> {
  const ids = courses.flatMap(({ image_id, banner_image_id }) =>
    [image_id ?? [], banner_image_id ?? []].flat(),
  );
  const rows =
    ids.length === 0
      ? []
      : await ctx.db
          .selectFrom('attachments')
          .select(['id', 'uuid', 'context_id'])
          .where('id', '=', anyOf(ids))
          .where('context_type', '=', 'Course')
          .where(notDeleted)
          .execute();
  const files = new Map(
    rows.map(({ id, uuid, context_id }) => [
      id,
      ctx.url(`/courses/${context_id}/files/${id}/download?verifier=${uuid}`),
    ]),
  );
  return (course, kind) => course[`${kind}_url`] ?? files.get(course[`${kind}_id`] ?? 0) ?? null;
}

/** Whether a file may be a course's picture. */
export async function isCourseFile(ctx: Context, course: CourseRow, fileId: number): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('attachments')
    .select('id')
    .where('id', '=', fileId)
    .where('context_type', '=', 'Course')
    .where('context_id', '=', course.id)
    .where('file_state', '=', 'available')
    .executeTakeFirst();
  return found !== undefined;
}
