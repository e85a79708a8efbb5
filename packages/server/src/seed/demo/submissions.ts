/**
 * What students have handed in and what they got for it, in every fourth course that is taught now and in a few that
 * are over: all would make the demo slow to start. Nothing waits in what is over; now one homework is graded, and some
 * have begun the next.
 */

import { anyOf } from '../../db/any-of.ts';
import type { Db } from '../../db/database.ts';
import { DEFAULT_SCHEME } from '../../domain/grading/scheme.ts';
import { showGrade } from '../../domain/grading/show-grade.ts';
import { Chance } from '../chance.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import type { DemoAssignment } from './assignments.ts';
import { after, days, earlier, later, TODAY } from './calendar.ts';
import type { DemoCourse } from './courses.ts';
import { currentTerm } from './terms.ts';

/** So many courses of terms that are over. */
const PAST_COURSES = 3;

const TEXTS = [
  '<p>The author takes for granted what she sets out to show. Her second example works as well without the first.</p>',
  '<p>What surprised me most was how late the change came, and how few people saw it coming.</p>',
  '<p>Both readings agree on the facts and draw opposite conclusions. I think the second underrates chance.</p>',
  '<p>I read the chapter twice. The argument rests on the table on page 94, which counts only those who stayed.</p>',
  '<p>See the attached steps. For the last part I used the result of the lecture instead of deriving it again.</p>',
  '<p>1. 42. 2. It converges, by the ratio test. 3. No: take the constant function.</p>',
] as const;

const PRAISE = ['Well argued.', 'Very clear, thank you.', 'Good. Mind the units.', 'Nicely done!'] as const;
const ADVICE = [
  'Please say where the second figure is from.',
  'The first half is fine; the conclusion doesn’t follow from it.',
  'Come and see me in my office hours about part 3.',
  'You answered a slightly different question. Read it again before the next one.',
] as const;
const QUESTIONS = [
  'I wasn’t sure whether part 3 was meant to be proved.',
  'Sorry for being late, my train broke down.',
] as const;

type Submission = NewRow<'submissions'>;
type Comment = NewRow<'submission_comments'>;

interface Enrolled {
  readonly user_id: number;
  readonly course_id: number;
  readonly course_section_id: number;
}

export async function insertSubmissions(
  db: Db,
  courses: readonly DemoCourse[],
  assignments: readonly DemoAssignment[],
): Promise<void> {
  const chosen = chosenCourses(courses, assignments);
  const { students, teacherOf } = await peopleOf(db, chosen);
  const desk = new Desk(await nextId(db), teacherOf);
  const dueOf = await dueDates(db, assignments);
  const byCourse = Map.groupBy(assignments, ({ courseId }) => courseId);
  for (const [courseId, enrolled] of Map.groupBy(students, ({ course_id }) => course_id)) {
    const classmates = [...new Map(enrolled.map((each) => [each.user_id, each])).values()];
    for (const assignment of byCourse.get(courseId) ?? []) desk.collect(assignment, classmates, dueOf);
  }
  await insertRows(db, 'submissions', desk.submissions);
  await insertRows(db, 'submission_versions', versionsOf(desk.submissions));
  await insertRows(db, 'submission_comments', desk.comments);
}

/** Graded discussions have some already. */
async function nextId(db: Db): Promise<number> {
  const last = await db
    .selectFrom('submissions')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (last?.id ?? 0) + 1;
}

type DueOf = (assignment: DemoAssignment, sectionId: number) => string;

/** Some sections have more time. */
async function dueDates(db: Db, assignments: readonly DemoAssignment[]): Promise<DueOf> {
  const overrides = await db
    .selectFrom('assignment_overrides')
    .select(['assignment_id', 'set_id', 'due_at'])
    .where('assignment_id', '=', anyOf(assignments.map(({ id }) => id)))
    .where('set_type', '=', 'CourseSection')
    .execute();
  const dates = new Map(
    overrides.map(({ assignment_id, set_id, due_at }) => [`${assignment_id}:${set_id}`, due_at]),
  );
  return ({ id, due_at }, sectionId) => dates.get(`${id}:${sectionId}`) ?? due_at;
}

function chosenCourses(courses: readonly DemoCourse[], assignments: readonly DemoAssignment[]): DemoCourse[] {
  const worked = new Set(assignments.map(({ courseId }) => courseId));
  const taught = courses.filter(
    ({ id, state }) => worked.has(id) && state !== 'deleted' && state !== 'claimed',
  );
  const now = taught.filter(({ id, term }) => term === currentTerm && id % 4 === 0);
  const over = taught.filter(({ state }) => state === 'completed');
  return [...over.slice(-PAST_COURSES), ...now];
}

async function peopleOf(db: Db, courses: readonly DemoCourse[]) {
  const rows = await db
    .selectFrom('enrollments')
    .select(['user_id', 'course_id', 'course_section_id', 'type'])
    .where('course_id', '=', anyOf(courses.map(({ id }) => id)))
    .where('type', 'in', ['StudentEnrollment', 'TeacherEnrollment'])
    .where('workflow_state', 'not in', ['deleted', 'rejected'])
    .orderBy('id')
    .execute();
  const teachers = new Map<number, number>();
  for (const { type, course_id, user_id } of rows) {
    if (type === 'TeacherEnrollment' && !teachers.has(course_id)) teachers.set(course_id, user_id);
  }
  const students: Enrolled[] = rows.filter(({ type }) => type === 'StudentEnrollment');
  return { students, teacherOf: (courseId: number) => teachers.get(courseId) ?? 1 };
}

/** Where work is handed in and graded, in order. */
class Desk {
  readonly submissions: Submission[] = [];
  readonly comments: Comment[] = [];
  readonly #chance = new Chance('submissions');
  readonly #teacherOf: (courseId: number) => number;

  readonly #first: number;

  constructor(first: number, teacherOf: (courseId: number) => number) {
    this.#first = first;
    this.#teacherOf = teacherOf;
  }

  collect(assignment: DemoAssignment, classmates: readonly Enrolled[], dueOf: DueOf): void {
    const names = new Set<string>();
    for (const { user_id, course_section_id } of classmates) {
      const due = { ...assignment, due_at: dueOf(assignment, course_section_id) };
      const number = this.#first + this.submissions.length;
      const given = placeholder(due, user_id, number, this.#anonymousId(names));
      this.submissions.push(this.#graded(due, this.#handedIn(due, given)));
    }
  }

  /** Most in time, some late, some never; of what is due next week the first ones. */
  #handedIn({ due_at, types }: DemoAssignment, row: Submission): Submission {
    if (types[0] === 'on_paper' || !types.includes('online_text_entry')) return row;
    const isDue = due_at < TODAY;
    const luck = this.#chance.between(1, 100);
    if (isDue ? luck > 93 : luck > 12 || due_at > after(TODAY, days(7))) return row;
    const isLate = isDue && luck > 84;
    const at = isLate
      ? earlier(after(due_at, this.#chance.between(600, days(3))), TODAY)
      : after(earlier(due_at, TODAY), -this.#chance.between(600, days(4)));
    if (isLate && this.#chance.happens(0.4)) this.#say(row, row.user_id, QUESTIONS, at);
    return {
      ...row,
      workflow_state: 'submitted',
      submission_type: 'online_text_entry',
      body: this.#chance.pick(TEXTS),
      submitted_at: at,
      attempt: 1,
      points_deducted: isLate ? 0 : null,
      updated_at: at,
    };
  }

  /** A week after it was due nearly all is graded; what is on paper all at once. */
  #graded(assignment: DemoAssignment, row: Submission): Submission {
    const { due_at, points, types } = assignment;
    const at = after(later(due_at, row.submitted_at ?? due_at), days(this.#chance.between(2, 6)));
    const onPaper = types[0] === 'on_paper' || !types.includes('online_text_entry');
    const waits = onPaper
      ? this.#chance.happens(0.03)
      : row.submitted_at === null || this.#chance.happens(0.04);
    if (waits || at > TODAY) return row;
    const grader = this.#teacherOf(row.course_id);
    const score = scoreFor(points, abilityOf(row.user_id), this.#chance.between(-18, 12));
    if (this.#chance.happens(0.12)) this.#say(row, grader, score > points * 0.85 ? PRAISE : ADVICE, at);
    return {
      ...row,
      workflow_state: 'graded',
      score,
      grade: showGrade(score, { grading_type: 'points', points_possible: points, scheme: DEFAULT_SCHEME }),
      grader_id: grader,
      graded_at: at,
      graded_attempt: row.attempt ?? 0,
      posted_at: at,
      updated_at: at,
    };
  }

  #say({ id, attempt }: Submission, author_id: number, texts: readonly string[], at: string): void {
    this.comments.push({
      submission_id: id as number,
      author_id,
      comment: this.#chance.pick(texts),
      attempt: attempt ?? null,
      hidden: false,
      draft: false,
      anonymous: false,
      attachment_ids: [],
      created_at: at,
      updated_at: at,
    });
  }

  #anonymousId(taken: Set<string>): string {
    for (;;) {
      const id = Array.from({ length: 5 }, () => this.#chance.pick(BASE58)).join('');
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  }
}

const BASE58 = [...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'];

const placeholder = (
  { id, courseId, due_at, created_at }: DemoAssignment,
  user_id: number,
  number: number,
  anonymous_id: string,
): Submission => ({
  id: number,
  course_id: courseId,
  assignment_id: id,
  user_id,
  anonymous_id,
  cached_due_date: due_at,
  workflow_state: 'unsubmitted',
  submission_type: null,
  body: null,
  submitted_at: null,
  attempt: null,
  attachment_ids: [],
  excused: false,
  redo_request: false,
  score: null,
  grade: null,
  points_deducted: null,
  grader_id: null,
  graded_at: null,
  graded_attempt: null,
  posted_at: null,
  created_at,
  updated_at: created_at,
});

/** Out of a hundred; the same student is as good everywhere. */
const abilityOf = (userId: number): number => 70 + ((userId * 37) % 29);

/** Large ones in whole points, small ones in halves. */
function scoreFor(points: number, ability: number, luck: number): number {
  const share = Math.min(100, Math.max(20, ability + luck)) / 100;
  const step = points > 20 ? 1 : 0.5;
  return Math.round((share * points) / step) * step;
}

function versionsOf(submissions: readonly Submission[]): NewRow<'submission_versions'>[] {
  return submissions
    .filter(({ attempt, grade }) => attempt !== null || grade !== null)
    .map((row) => ({
      submission_id: row.id as number,
      course_id: row.course_id,
      assignment_id: row.assignment_id,
      user_id: row.user_id,
      model: row as never,
      created_at: row.updated_at,
    }));
}
