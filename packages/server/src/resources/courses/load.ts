import { type CourseContext, ofCourse } from '../../domain/contexts.ts';
import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import type { CourseRight } from '../../domain/course-rights.ts';
import { NotFound } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { parseId, parseIds } from '../../http/ids.ts';
import { type Entity, loads } from '../../http/operation.ts';

const columns = {
  sis_course_id: 'sis_course_id',
  sis_integration_id: 'integration_id',
  lti_context_id: 'lti_context_id',
  uuid: 'uuid',
} as const;

/** `42`, `sis_course_id:X`, `uuid:…` → a course, deleted or not. Throws NotFound. */
export async function findCourseInAnyState(ctx: Context, text: string): Promise<CourseRow> {
  const id = parseId(text, 'course');
  let query = ctx.db.selectFrom('courses').selectAll();
  if (id.by === 'id') query = query.where('id', '=', id.id);
  else if (id.by === 'column') {
    query = query.where(columns[id.column], '=', id.value).where('root_account_id', '=', ctx.rootAccount.id);
  } else throw new NotFound();
  // A deleted course keeps its SIS id, and a live one may have taken it since.
  const course = await query
    .orderBy((eb) => eb('workflow_state', '=', 'deleted'))
    .limit(1)
    .executeTakeFirst();
  if (!course) throw new NotFound();
  return course;
}

/** A course that isn't deleted. Throws NotFound. */
export async function findCourse(ctx: Context, text: string): Promise<CourseRow> {
  const course = await findCourseInAnyState(ctx, text);
  if (course.workflow_state === 'deleted') throw new NotFound();
  return course;
}

/** `load: { course: course('course_id') }` */
export const course = loads<CourseRow, CourseRight>({ find: findCourse, grants: mayInCourse });

/** A course as one of several kinds of context: `inContexts({ courses: courseContext, … }, …)`. */
export const courseContext: Entity<CourseContext, CourseRight> = {
  find: async (ctx, id) => ofCourse(await findCourse(ctx, id)),
  grants: (ctx, { course }, right) => mayInCourse(ctx, course, right),
};

/** For what may also be asked of a deleted course: undelete, and `include[]=all_courses`. */
export const courseInAnyState = loads<CourseRow, CourseRight>({
  find: findCourseInAnyState,
  grants: mayInCourse,
});

/** A course of the account that was loaded before it, or of one below that account. */
export const courseInAccount = loads<CourseRow, CourseRight>({
  async find(ctx, id, { account }) {
    const course = await findCourseInAnyState(ctx, id);
    const holder = await ctx.db
      .selectFrom('accounts')
      .select('path')
      .where('id', '=', course.account_id)
      .executeTakeFirstOrThrow();
    if (!holder.path.includes((account as Account).id)) throw new NotFound();
    return course;
  },
  grants: mayInCourse,
});

/**
 * A list of ids in whatever form → the ids of courses, deleted or not, each once; SIS ids that don't exist drop out.
 * Numbers go through unchecked.
 */
export async function resolveCourseIds(ctx: Context, texts: readonly string[]): Promise<number[]> {
  const parsed = parseIds(texts, 'course');
  const ids = parsed.flatMap((id) => (id.by === 'id' ? [id.id] : []));
  const named = Map.groupBy(
    parsed.filter((id) => id.by === 'column'),
    ({ column }) => columns[column],
  );
  for (const [column, group] of named) {
    const rows = await ctx.db
      .selectFrom('courses')
      .select('id')
      .where(
        column,
        'in',
        group.map(({ value }) => value),
      )
      .where('root_account_id', '=', ctx.rootAccount.id)
      .execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return [...new Set(ids)];
}
