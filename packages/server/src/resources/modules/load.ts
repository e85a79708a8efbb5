import type { AnyEnrollmentType } from '../../domain/base-roles.ts';
import { type CourseRow, courseAccess, mayInCourse } from '../../domain/course-access.ts';
import { enrollmentGrants } from '../../domain/enrollment-rights.ts';
import type { ModuleRow } from '../../domain/module-items.ts';
import { asStudent, type ModuleViewer, modulesVisibleTo, viewerOf } from '../../domain/module-visibility.ts';
import { NotFound, Unauthenticated, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

export type ModuleRight = 'update' | 'delete';

const inCourse = {
  update: 'manage_course_content_edit',
  delete: 'manage_course_content_delete',
} as const;

/** `load: { course: course('course_id'), module: module('id') }`: not deleted, for those who change it. */
export const module = loads<ModuleRow & { readonly course: CourseRow }, ModuleRight>({
  async find(ctx, id, loaded) {
    const course = loaded['course'] as CourseRow;
    const row = await moduleQuery(ctx, course, id)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
    if (!row) throw new NotFound();
    return { ...row, course };
  },
  grants: (ctx, { course }, right) => mayInCourse(ctx, course, inCourse[right]),
});

const moduleQuery = (ctx: Context, course: CourseRow, id: string) =>
  ctx.db
    .selectFrom('context_modules')
    .selectAll()
    .where('course_id', '=', course.id)
    .where('id', '=', parseNumber(id) ?? 0);

/** A module that the viewer sees. Throws NotFound. */
export async function visibleModule(
  ctx: Context,
  course: CourseRow,
  viewer: ModuleViewer,
  id: string,
): Promise<ModuleRow> {
  const row = await moduleQuery(ctx, course, id).where(modulesVisibleTo(viewer)).executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** Through whose eyes modules are shown. */
export interface Reader {
  readonly viewer: ModuleViewer;
  /** Whose progress is shown; nobody's to those who aren't students. */
  readonly student: number | undefined;
  /** Whether it is said what is published. */
  readonly published: boolean;
}

/**
 * The student whom `student_id` names, whose grades the caller must be allowed to read; else the caller himself.
 * @throws Unauthorized where there is no such student for him
 */
export async function readerOf(
  ctx: Context,
  course: CourseRow,
  studentId: string | null | undefined,
): Promise<Reader> {
  if (studentId !== undefined && studentId !== null) {
    const student = await studentFor(ctx, course, studentId);
    return { viewer: asStudent(student), student, published: false };
  }
  const viewer = await viewerOf(ctx, course);
  const participates = ctx.user !== null && (await mayInCourse(ctx, course, 'participate_as_student'));
  return { viewer, student: participates ? ctx.user?.id : undefined, published: viewer.seesUnpublished };
}

async function studentFor(ctx: Context, course: CourseRow, text: string): Promise<number> {
  const access = await courseAccess(ctx, course);
  const enrollments = await ctx.db
    .selectFrom('enrollments')
    .select(['user_id', 'type', 'course_section_id'])
    .where('course_id', '=', course.id)
    .where('user_id', '=', parseNumber(text) ?? 0)
    .where('type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('workflow_state', 'not in', ['deleted', 'rejected', 'completed', 'inactive'])
    .execute();
  const readable = enrollments.find((enrollment) =>
    enrollmentGrants('read_grades', {
      enrollment: { ...enrollment, type: enrollment.type as AnyEnrollmentType },
      course: access,
    }),
  );
  if (!readable) throw ctx.user ? new Unauthorized() : new Unauthenticated();
  return readable.user_id;
}
