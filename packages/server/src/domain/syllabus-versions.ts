import { sql } from 'kysely';
import type { Context } from '../http/context.ts';
import type { CourseRow } from './course-access.ts';

/** Keeps the course's syllabus as its newest version, where it differs from the one before. */
export async function recordSyllabus(ctx: Context, course: CourseRow, before: string | null): Promise<void> {
  if (course.syllabus_body === before) return;
  await ctx.db
    .insertInto('course_syllabus_versions')
    .values({
      course_id: course.id,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from course_syllabus_versions
        where course_id = ${course.id})`,
      syllabus_body: course.syllabus_body,
      created_at: ctx.now,
    })
    .execute();
}
