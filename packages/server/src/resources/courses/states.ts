/** The states of a course and what moves it from one to the next (accounts file 3.1, docs/course-states.md). */
import type { CourseRow } from '../../domain/course-access.ts';
import type { CourseEvent } from '../../domain/course-rights.ts';
import { InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';

type State = CourseRow['workflow_state'];

interface Transition {
  from: readonly State[];
  to: State;
  /** What changes with the state. */
  also(course: CourseRow, now: string): Partial<CourseRow>;
}

const live: readonly State[] = ['created', 'claimed', 'available', 'completed'];

const transitions: Record<CourseEvent, Transition> = {
  offer: {
    from: ['created', 'claimed', 'completed'],
    to: 'available',
    also: () => ({}),
  },
  claim: { from: ['created', 'available', 'completed'], to: 'claimed', also: () => ({}) },
  conclude: {
    from: live,
    to: 'completed',
    also: (course, now) => ({ conclude_at: course.conclude_at ?? now }),
  },
  delete: { from: live, to: 'deleted', also: (_, now) => ({ deleted_at: now }) },
  undelete: { from: ['deleted'], to: 'claimed', also: () => ({ deleted_at: null }) },
};

export const isCourseEvent = (name: string): name is CourseEvent => Object.hasOwn(transitions, name);

/**
 * Moves a course by an event, with all that hangs on it. An event that is already true changes nothing.
 * @returns the course as it is afterwards
 * @throws InvalidRecord on `workflow_state` for an event that its state doesn't allow
 */
export async function moveCourse(ctx: Context, course: CourseRow, event: CourseEvent): Promise<CourseRow> {
  const { from, to, also } = transitions[event];
  if (course.workflow_state === to && event !== 'undelete') return course;
  if (!from.includes(course.workflow_state)) {
    throw new InvalidRecord({ workflow_state: [['invalid', 'invalid']] });
  }
  const moved = await ctx.db
    .updateTable('courses')
    .set({ workflow_state: to, ...(also(course, ctx.now) as object), updated_at: ctx.now })
    .where('id', '=', course.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await consequences[event]?.(ctx, moved);
  return moved;
}

const consequences: Partial<Record<CourseEvent, (ctx: Context, course: CourseRow) => Promise<void>>> = {
  offer: inviteWaiting,
  conclude: completeEnrollments,
  delete: deletePeopleAndSections,
  undelete: reviveSections,
};

/** Who was enrolled before the course was published has been waiting for the invitation. */
async function inviteWaiting(ctx: Context, { id }: CourseRow): Promise<void> {
  await ctx.db
    .updateTable('enrollments')
    .set({ workflow_state: 'invited', updated_at: ctx.now })
    .where('course_id', '=', id)
    .where('workflow_state', '=', 'creation_pending')
    .execute();
}

/** Whoever was in the course has been in it; to offer it again brings nobody back. */
async function completeEnrollments(ctx: Context, { id }: CourseRow): Promise<void> {
  await ctx.db
    .updateTable('enrollments')
    .set({ workflow_state: 'completed', completed_at: ctx.now, updated_at: ctx.now })
    .where('course_id', '=', id)
    .where('workflow_state', 'in', ['active', 'invited'])
    .execute();
}

async function deletePeopleAndSections(ctx: Context, { id }: CourseRow): Promise<void> {
  for (const table of ['enrollments', 'course_sections'] as const) {
    await ctx.db
      .updateTable(table)
      .set({ workflow_state: 'deleted', updated_at: ctx.now })
      .where('course_id', '=', id)
      .where('workflow_state', '<>', 'deleted')
      .execute();
  }
}

/** The sections that went with the course come back; enrollments don't. */
async function reviveSections(ctx: Context, { id }: CourseRow): Promise<void> {
  await ctx.db
    .updateTable('course_sections')
    .set({ workflow_state: 'active', updated_at: ctx.now })
    .where('course_id', '=', id)
    .where('workflow_state', '=', 'deleted')
    .execute();
}
