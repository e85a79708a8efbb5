/** The grade change log: who may ask for it, and how its events are shown. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import type { AssignmentRow } from '../../domain/assignment-access.ts';
import { type CourseRow, courseAccess, mayInCourse } from '../../domain/course-access.ts';
import { courseSettings } from '../../domain/course-settings.ts';
import { demand } from '../../domain/demand.ts';
import { isMember } from '../../domain/membership.ts';
import { anonymizedAssignments } from '../../domain/submission-anonymity.ts';
import type { GradeChange } from '../../domain/submission-grade-changes.ts';
import { studentIds } from '../../domain/submission-students.ts';
import { NotFound } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import {
  Anything,
  Count,
  Decimal,
  Flag,
  Id,
  List,
  MapOf,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';
import { serializeAssignments } from '../assignments/serialize.ts';
import { findCourseInAnyState } from '../courses/load.ts';
import { serializeCourses } from '../courses/serialize.ts';
import { findUser } from '../users/load.ts';
import {
  type EventQuery,
  type EventRow,
  eventsOf,
  idsOf,
  linkedUsers,
  pageOfEvents,
  type Span,
} from './events.ts';

const GradeChangeEvent = Shape({
  id: Text,
  created_at: Timestamp,
  event_type: Text,
  grade_before: Nullable(Text),
  grade_after: Nullable(Text),
  excused_before: Flag,
  excused_after: Flag,
  graded_anonymously: Flag,
  points_possible_after: Nullable(Decimal),
  points_possible_before: Nullable(Decimal),
  version_number: Nullable(Count),
  links: Shape({
    course: Nullable(Id),
    student: Nullable(Text),
    grader: Nullable(Text),
    page_view: Nullable(Text),
    assignment: Optional(Nullable(Id)),
  }),
  grade_current: Optional(Text),
  course_override_grade: Optional(Flag),
});

export const GradeChanges = Shape({
  links: MapOf(Anything),
  events: List(GradeChangeEvent),
  linked: Shape({
    page_views: List(Anything),
    assignments: List(Anything),
    courses: List(Anything),
    users: List(Anything),
  }),
});
type GradeChanges = Static<typeof GradeChanges>;
type Params = Span & { include?: readonly string[] };

/** What the log is asked for; an assignment `override` stands for grades that replace a course's. */
export interface Condition {
  readonly course?: CourseRow | undefined;
  readonly assignment?: Pick<AssignmentRow, 'id'> | 'override' | undefined;
  readonly studentId?: number | undefined;
  readonly graderId?: number | undefined;
}

const dataId = (name: keyof GradeChange) => sql<number>`(event_data ->> ${sql.lit(name)})::bigint`;

export async function gradeChanges(
  ctx: Context,
  condition: Condition,
  params: Params,
): Promise<GradeChanges> {
  const events = await pageOfEvents(ctx, await matching(ctx, condition), params);
  const assignments = await assignmentsOf(ctx, events);
  const anonymous = await anonymizedAssignments(ctx, assignments);
  const isAnonymous = (event: EventRow) => anonymous.has(dataOf(event).assignment_id);
  // Of one student without his name everybody would know whose change it is.
  const shown = condition.studentId === undefined ? events : events.filter((event) => !isAnonymous(event));
  const currentOf = params.include?.includes('current_grade') ? await currentGrades(ctx, shown) : undefined;
  const user = { href: null, type: 'user' };
  return {
    links: {
      'events.assignment': ctx.url('/api/v1/courses/{events.course}/assignments/{events.assignment}'),
      'events.course': ctx.url('/api/v1/courses/{events.course}'),
      'events.student': user,
      'events.grader': user,
      'events.page_view': null,
    },
    events: shown.map((event) => eventJson(event, isAnonymous(event), currentOf)),
    linked: await linkedTo(ctx, shown, assignments, isAnonymous),
  };
}

async function matching(
  ctx: Context,
  { course, assignment, studentId, graderId }: Condition,
): Promise<EventQuery> {
  let query = eventsOf(ctx, 'grade_change');
  if (course) {
    const students = studentIds(await courseAccess(ctx, course), {
      courseId: course.id,
      sectionId: null,
      scope: 'ever',
    });
    query = query.where('course_id', '=', course.id).where(sql<boolean>`user_id in ${students}`);
    const settings = (await courseSettings(ctx, [course]))(course);
    if (!settings.flag('allow_final_grade_override')) {
      query = query.where(dataId('assignment_id'), 'is not', null);
    }
  }
  if (assignment === 'override') query = query.where(dataId('assignment_id'), 'is', null);
  else if (assignment) query = query.where(dataId('assignment_id'), '=', assignment.id);
  if (studentId !== undefined) query = query.where('user_id', '=', studentId);
  return graderId === undefined ? query : query.where(dataId('grader_id'), '=', graderId);
}

const dataOf = (event: EventRow) => event.event_data as unknown as GradeChange;

function eventJson(
  event: EventRow,
  isAnonymous: boolean,
  currentOf: ((event: EventRow) => string | null) | undefined,
): GradeChanges['events'][number] {
  const data = dataOf(event);
  const isOverride = data.assignment_id === null || data.assignment_id === undefined;
  const current = currentOf?.(event);
  return {
    id: event.uuid,
    created_at: event.created_at,
    event_type: event.event_type,
    grade_before: gradeOf(data.grade_before, data.score_before, isOverride),
    grade_after: gradeOf(data.grade_after, data.score_after, isOverride),
    excused_before: data.excused_before,
    excused_after: data.excused_after,
    graded_anonymously: data.graded_anonymously,
    points_possible_after: data.points_possible_after,
    points_possible_before: data.points_possible_before,
    version_number: data.version_number,
    links: {
      course: event.course_id,
      student: isAnonymous || event.user_id === null ? null : String(event.user_id),
      grader: data.grader_id === null ? null : String(data.grader_id),
      page_view: null,
      ...(!isOverride && { assignment: data.assignment_id }),
    },
    ...(current && { grade_current: current }),
    ...(isOverride && { course_override_grade: true }),
  };
}

/** A course without letters has percentages. */
const gradeOf = (grade: string | null, score: number | null, isOverride: boolean): string | null =>
  isOverride && !grade ? (score === null ? null : `${score}%`) : grade;

async function currentGrades(ctx: Context, events: readonly EventRow[]) {
  const rows = await ctx.db
    .selectFrom('submissions')
    .select(['id', 'grade'])
    .where('id', '=', anyOf(events.flatMap((event) => dataOf(event).submission_id ?? [])))
    .execute();
  const grades = new Map(rows.map(({ id, grade }) => [id, grade]));
  return (event: EventRow) => {
    const { submission_id } = dataOf(event);
    return grades.has(submission_id) ? (grades.get(submission_id) ?? null) : 'N/A';
  };
}

async function assignmentsOf(ctx: Context, events: readonly EventRow[]): Promise<AssignmentRow[]> {
  return await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', anyOf(events.flatMap((event) => dataOf(event).assignment_id ?? [])))
    .orderBy('id')
    .execute();
}

async function linkedTo(
  ctx: Context,
  events: readonly EventRow[],
  assignments: readonly AssignmentRow[],
  isAnonymous: (event: EventRow) => boolean,
): Promise<GradeChanges['linked']> {
  const courses = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', anyOf(idsOf(events.map(({ course_id }) => course_id))))
    .orderBy('id')
    .execute();
  const shown: unknown[] = [];
  for (const course of courses) {
    const own = assignments.filter(({ course_id }) => course_id === course.id);
    shown.push(...(await serializeAssignments(ctx, course, own)));
  }
  const students = events.filter((event) => !isAnonymous(event)).map(({ user_id }) => user_id);
  return {
    page_views: [],
    assignments: shown,
    courses: await serializeCourses(ctx, courses),
    users: await linkedUsers(ctx, [...events.map((event) => dataOf(event).grader_id), ...students]),
  };
}

/** A course whose grades the caller sees; any other is none. */
export async function gradedCourse(ctx: Context, text: string): Promise<CourseRow> {
  const course = await findCourseInAnyState(ctx, text);
  if (!(await seesGrades(ctx, course))) throw new NotFound();
  return course;
}

const seesGrades = async (ctx: Context, course: CourseRow): Promise<boolean> =>
  (await mayInCourse(ctx, course, 'manage_grades')) || (await mayInCourse(ctx, course, 'view_all_grades'));

/** An assignment by its id alone, in a course whose grades the caller sees. */
export async function gradedAssignment(ctx: Context, text: string) {
  const id = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  const assignment = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!assignment) throw new NotFound();
  return { assignment, course: await gradedCourse(ctx, String(assignment.course_id)) };
}

export const demandGradeLog = (ctx: Context) =>
  demand(ctx, mayInAccount(ctx, ctx.rootAccount, 'view_grade_changes'));

/** Somebody of this institution. Throws NotFound. */
export async function memberHere(ctx: Context, text: string): Promise<User> {
  const user = await findUser(ctx, text);
  if (!(await isMember(ctx, ctx.rootAccount, user.id))) throw new NotFound();
  return user;
}
