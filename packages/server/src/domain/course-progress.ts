/**
 * How far users are in courses that are led by modules: those with a published module that asks for something. Source:
 * CourseProgress of Canvas.
 */
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import type { CourseRow } from './course-access.ts';
import { itemsOfModules, type ModuleItem } from './module-items.ts';
import { modulesOf, progressOf, type StudentProgress } from './module-progress.ts';
import { notBegun, type Progression } from './module-progression.ts';
import { itemsMeantFor } from './module-visibility.ts';

export interface CourseProgress {
  requirement_count: number;
  requirement_completed_count: number;
  /** Where to go on in a module that is done in order. */
  next_requirement_url: string | null;
  completed_at: string | null;
}

/** Which of some courses are led by modules. */
export async function moduleBased(ctx: Context, courseIds: readonly number[]): Promise<Set<number>> {
  const rows = await ctx.db
    .selectFrom('module_items')
    .innerJoin('context_modules', 'context_modules.id', 'module_items.context_module_id')
    .select('module_items.course_id')
    .distinct()
    .where('module_items.course_id', '=', anyOf(courseIds))
    .where('module_items.workflow_state', '<>', 'deleted')
    .where('module_items.requirement_type', 'is not', null)
    .where('context_modules.workflow_state', '=', 'active')
    .execute();
  return new Set(rows.map(({ course_id }) => course_id));
}

/** The progress of those of some users who are or were students of a course that is led by modules, by user. */
export async function courseProgress(
  ctx: Context,
  course: CourseRow,
  userIds: readonly number[],
): Promise<Map<number, CourseProgress>> {
  const students = await studentsOf(ctx, course, userIds);
  if (students.length === 0) return new Map();
  const modules = (await modulesOf(ctx, course)).filter(({ workflow_state }) => workflow_state === 'active');
  const items = await itemsOfModules(
    ctx,
    modules.map(({ id }) => id),
  );
  const published = [...items.values()].flat().filter(({ isPublished }) => isPublished);
  const [progress, isMeantFor] = await Promise.all([
    progressOf(ctx, course, students),
    itemsMeantFor(ctx, course, published, students),
  ]);
  return new Map(
    students.map((userId) => {
      const seen = Map.groupBy(
        published.filter((item) => isMeantFor(item, userId)),
        ({ moduleId }) => moduleId,
      );
      const steps = modules.map((module) =>
        step(seen.get(module.id) ?? [], module, progress.get(userId) ?? new Map()),
      );
      return [userId, summary(ctx, course, steps)] as const;
    }),
  );
}

interface Step {
  readonly asked: number;
  readonly met: number;
  readonly isDone: boolean;
  readonly progression: Progression;
  /** The item that is next, where they are done in order. */
  readonly next: ModuleItem | undefined;
}

function step(
  items: readonly ModuleItem[],
  module: { id: number; requirement_count: number | null; require_sequential_progress: boolean },
  progress: StudentProgress,
): Step {
  const progression = progress.get(module.id) ?? notBegun;
  const asking = items.filter(({ requirement }) => requirement !== null);
  const met = asking.filter(({ id, requirement }) =>
    progression.requirements_met.some((done) => done.id === id && done.type === requirement?.type),
  ).length;
  const needed = asking.length > 0 ? (module.requirement_count ?? asking.length) : 0;
  const next = module.require_sequential_progress
    ? items.find(({ position }) => position === progression.current_position)
    : undefined;
  return { asked: asking.length, met, isDone: met >= needed, progression, next };
}

function summary(ctx: Context, course: CourseRow, steps: readonly Step[]): CourseProgress {
  const asked = steps.reduce((sum, { asked }) => sum + asked, 0);
  const current = steps.find(({ progression }) => progression.workflow_state !== 'completed');
  const isDone = asked > 0 && steps.every((each) => each.isDone);
  const times = steps.flatMap(({ progression }) => progression.completed_at ?? []).sort();
  return {
    requirement_count: asked,
    requirement_completed_count: steps.reduce((sum, { met }) => sum + met, 0),
    next_requirement_url: current?.next
      ? ctx.url(`/courses/${course.id}/modules/items/${current.next.id}`)
      : null,
    completed_at: isDone ? (times.at(-1) ?? null) : null,
  };
}

async function studentsOf(ctx: Context, { id }: CourseRow, userIds: readonly number[]): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select('user_id')
    .distinct()
    .where('course_id', '=', id)
    .where('user_id', '=', anyOf(userIds))
    .where('type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('workflow_state', 'not in', ['deleted', 'rejected'])
    .execute();
  return rows.map(({ user_id }) => user_id);
}
