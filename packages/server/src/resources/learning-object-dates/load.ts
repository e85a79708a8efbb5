import { ofCourse } from '../../domain/contexts.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { PageRow } from '../../domain/wiki-access.ts';
import { findPage } from '../../domain/wiki-pages.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { loads } from '../../http/operation.ts';
import { courseContext } from '../courses/load.ts';
import { findFileIn } from '../files/load.ts';

/** `load: { context: context('course_id') }`: the course as what is in it asks for it. */
export const context = loads(courseContext);

/** By its address or id. Throws NotFound. */
export async function findPageOf(ctx: Context, course: CourseRow, text: string): Promise<PageRow> {
  const page = await findPage(ctx, ofCourse(course), text);
  if (!page) throw new NotFound();
  return page;
}

/** Canvas's switch for the overrides of files is off unless a site turns it on. @throws NotFound, Refusal */
export async function refuseFile(ctx: Context, course: CourseRow, text: string): Promise<never> {
  await findFileIn(ctx, ofCourse(course), text);
  throw new Refusal(400, { error: 'This API does not support files.' });
}
