/** Courses that others are made from: templates and blueprints. */
import { sql } from 'kysely';
import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import { InvalidRecord, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { CourseChanges, CourseParams } from './write.ts';

/** A template is made and unmade by the permission for it; without it the parameter is ignored. */
export async function templateChanges(
  ctx: Context,
  course: CourseRow,
  { template }: CourseParams,
): Promise<CourseChanges> {
  if (template === undefined || template === course.template) return {};
  const right = template ? 'add_course_template' : 'delete_course_template';
  return (await mayInCourse(ctx, course, right)) ? { template } : {};
}

/** Any change to a blueprint takes the permission for it; restrictions are a blueprint's alone. */
export async function blueprintChanges(
  ctx: Context,
  course: CourseRow,
  params: CourseParams,
): Promise<CourseChanges> {
  const changes: CourseChanges = {};
  if (params.blueprint !== undefined && params.blueprint !== course.blueprint) {
    changes.blueprint = params.blueprint;
  }
  if (changes.blueprint ?? course.blueprint) {
    const byType = params.use_blueprint_restrictions_by_object_type;
    const { blueprint_restrictions: all, blueprint_restrictions_by_object_type: each } = params;
    if (byType !== undefined) changes.use_blueprint_restrictions_by_object_type = byType;
    if (all !== undefined) changes.blueprint_restrictions = JSON.stringify(all);
    if (each !== undefined) changes.blueprint_restrictions_by_object_type = JSON.stringify(each);
  }
  if (Object.keys(changes).length === 0) return {};
  if (!(await mayInCourse(ctx, course, 'manage_master_courses'))) throw new Unauthorized();
  if (changes.blueprint) await refuseBlueprintWithStudents(ctx, course);
  return changes;
}

async function refuseBlueprintWithStudents(ctx: Context, { id }: CourseRow): Promise<void> {
  const { students, observers } = await ctx.db
    .selectFrom('enrollments')
    .select([
      sql<boolean>`coalesce(bool_or(type = 'StudentEnrollment'), false)`.as('students'),
      sql<boolean>`coalesce(bool_or(type = 'ObserverEnrollment'), false)`.as('observers'),
    ])
    .where('course_id', '=', id)
    .where('workflow_state', 'not in', ['rejected', 'deleted', 'completed', 'inactive'])
    .executeTakeFirstOrThrow();
  const kind = students ? 'students' : observers ? 'observers' : undefined;
  if (kind) throw new InvalidRecord({ master_course: [`Cannot have a blueprint course with ${kind}`] });
}
