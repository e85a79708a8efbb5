/**
 * What is to be done in the demo's courses: problem sets or readings every other week, a paper in two steps, exams on
 * paper. Everything is due at the end of a Sunday, or of the day of its exam.
 */
import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { parseDateTime } from '../../http/date-time.ts';
import type { Identities } from '../identities.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { after, days, earlier, later, TODAY } from './calendar.ts';
import type { DemoCourse } from './courses.ts';
import type { DemoSection } from './sections.ts';
import { currentTerm, type DemoTerm } from './terms.ts';
import { unitsOf } from './units.ts';

export interface DemoAssignment {
  id: number;
  courseId: number;
  groupId: number;
  name: string;
  points: number;
  types: string[];
  /** At the end of a day in New York. */
  due_at: string;
  published: boolean;
  created_at: string;
}

interface Plan {
  group: 0 | 1 | 2;
  name: string;
  points: number;
  types: string[];
  /** Weeks after the term has begun; negative before its end. */
  week: number;
  description: string;
}

const GROUPS = [
  { name: 'Homework', weight: 30, rules: { drop_lowest: 1 } },
  { name: 'Papers', weight: 30, rules: {} },
  { name: 'Exams', weight: 40, rules: {} },
] as const;

const HOMEWORK_WEEKS = [2, 4, 6, 8, 10];

/** In the sciences people solve, elsewhere they read. */
function plansOf({ department }: DemoCourse, weeks: number): Plan[] {
  const solves = (department ?? 0) % 2 === 0;
  const homework = HOMEWORK_WEEKS.filter((week) => week < weeks - 1).map((week, index): Plan => {
    const number = index + 1;
    return {
      group: 0,
      name: solves ? `Problem Set ${number}` : `Reading Response ${number}`,
      points: 10,
      types: solves ? ['online_upload', 'online_text_entry'] : ['online_text_entry'],
      week,
      description: solves
        ? `<p>Work through the problems of unit ${number}. Show how you got there.</p>`
        : `<p>Answer one of the questions on this unit's reading in about 300 words.</p>`,
    };
  });
  return [
    ...homework,
    {
      group: 1,
      name: 'Paper Proposal',
      points: 20,
      types: ['online_text_entry', 'online_url'],
      week: 5,
      description: '<p>Say in half a page what your paper will ask, and with which sources.</p>',
    },
    {
      group: 1,
      name: 'Paper',
      points: 100,
      types: ['online_upload'],
      week: -2,
      description: '<p>Six to eight pages, as PDF or Word.</p>',
    },
    {
      group: 2,
      name: 'Midterm Exam',
      points: 50,
      types: ['on_paper'],
      week: Math.floor(weeks / 2),
      description: '<p>In class, without books.</p>',
    },
    {
      group: 2,
      name: 'Final Exam',
      points: 100,
      types: ['on_paper'],
      week: -1,
      description: '<p>In class.</p>',
    },
  ];
}

/** The assignments of the courses that have units, by id from 1 on. */
export function makeAssignments(courses: readonly DemoCourse[]): (DemoAssignment & { plan: Plan })[] {
  const worked = courses.filter((course) => course.term && unitsOf(course).length > 0);
  return worked
    .flatMap((course, at) =>
      plansOf(course, weeksOf(course.term as DemoTerm)).map((plan) => ({
        courseId: course.id,
        groupId: at * GROUPS.length + plan.group + 1,
        name: plan.name,
        points: plan.points,
        types: plan.types,
        due_at: dueAt(course.term as DemoTerm, plan.week),
        published: course.state !== 'claimed',
        created_at: earlier(
          TODAY,
          later(course.created_at, after((course.term as DemoTerm).start_at, days(-10))),
        ),
        plan,
      })),
    )
    .map((assignment, index) => ({ ...assignment, id: index + 1 }));
}

const WEEK = days(7);
const seconds = (time: string) => Date.parse(time) / 1000;

const weeksOf = ({ start_at, end_at }: DemoTerm): number =>
  Math.round((seconds(end_at) - seconds(start_at)) / WEEK);

/** Terms begin on Mondays. */
function dueAt(term: DemoTerm, week: number): string {
  const number = week > 0 ? week : weeksOf(term) + week;
  const sunday = after(term.start_at, number * WEEK - days(1)).slice(0, '2026-08-30'.length);
  return parseDateTime(`${sunday}T23:59:59`, 'America/New_York') as string;
}

export async function insertAssignments(
  db: Db,
  courses: readonly DemoCourse[],
  sections: readonly DemoSection[],
  identities: Identities,
): Promise<DemoAssignment[]> {
  const assignments = makeAssignments(courses);
  const groups = new Map<number, NewRow<'assignment_groups'>>();
  for (const { courseId, groupId, created_at } of assignments) {
    const position = ((groupId - 1) % GROUPS.length) + 1;
    const { name, weight, rules } = GROUPS[position - 1] as (typeof GROUPS)[number];
    groups.set(groupId, {
      id: groupId,
      course_id: courseId,
      name,
      position,
      group_weight: weight,
      rules,
      integration_data: {},
      created_at,
      updated_at: created_at,
    });
  }
  await insertRows(db, 'assignment_groups', [...groups.values()]);
  await insertRows(
    db,
    'assignments',
    assignments.map((assignment, index) => rowOf(assignment, positionIn(assignments, index), identities)),
  );
  await assignToGroups(db);
  await insertOverrides(db, courses, sections, assignments);
  await weighGroups(db, [...new Set(assignments.map(({ courseId }) => courseId))]);
  return assignments;
}

/** Behind those of its group that came before it. */
function positionIn(assignments: readonly DemoAssignment[], index: number): number {
  const { groupId } = assignments[index] as DemoAssignment;
  let position = 1;
  for (let at = index - 1; at >= 0 && assignments[at]?.groupId === groupId; at--) position++;
  return position;
}

function rowOf(
  { plan, ...assignment }: DemoAssignment & { plan: Plan },
  position: number,
  identities: Identities,
): NewRow<'assignments'> {
  return {
    id: assignment.id,
    course_id: assignment.courseId,
    assignment_group_id: assignment.groupId,
    name: assignment.name,
    name_key: sortKey(assignment.name),
    description: plan.description,
    position,
    points_possible: assignment.points,
    submission_types: assignment.types,
    allowed_extensions: plan.name === 'Paper' ? ['pdf', 'doc', 'docx'] : [],
    due_at: assignment.due_at,
    lti_context_id: identities.guid('assignment', assignment.id),
    workflow_state: assignment.published ? 'published' : 'unpublished',
    created_at: assignment.created_at,
    updated_at: assignment.created_at,
  };
}

/** Where there are project groups the paper is theirs. */
async function assignToGroups(db: Db): Promise<void> {
  await sql`update assignments set group_category_id = sets.id
    from group_categories as sets
    where sets.context_type = 'Course' and sets.context_id = assignments.course_id
      and sets.name = 'Project Groups' and assignments.name = 'Paper'`.execute(db);
}

/** In every eighth course of the term a section has two days more for its paper, or else its first project group. */
async function insertOverrides(
  db: Db,
  courses: readonly DemoCourse[],
  sections: readonly DemoSection[],
  assignments: readonly DemoAssignment[],
): Promise<void> {
  const groups = await firstGroups(db);
  const rows = courses.filter(isConcerned).flatMap(({ id }) => {
    const paper = assignments.find(({ courseId, name }) => courseId === id && name === 'Paper');
    const section = sections.findLast(
      ({ course_id, workflow_state }) => course_id === id && workflow_state === 'active',
    );
    const group = groups.get(id);
    if (!paper) return [];
    return [
      ...(section ? [overrideOf(paper, 'CourseSection', section)] : []),
      ...(group ? [overrideOf(paper, 'Group', group)] : []),
    ];
  });
  await insertRows(
    db,
    'assignment_overrides',
    rows.map((row, index) => ({ ...row, id: index + 1 })),
  );
}

const isConcerned = ({ id, term, state }: DemoCourse): boolean =>
  id % 8 === 0 && term === currentTerm && state === 'available';

/** Of the project groups of each course. */
async function firstGroups(db: Db): Promise<Map<number, { id: number; name: string }>> {
  const rows = await db
    .selectFrom('groups')
    .innerJoin('group_categories', 'group_categories.id', 'groups.group_category_id')
    .select(['groups.id', 'groups.name', 'groups.context_id'])
    .where('groups.context_type', '=', 'Course')
    .where('group_categories.name', '=', 'Project Groups')
    .orderBy('groups.id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.context_id, row]));
}

function overrideOf(
  paper: DemoAssignment,
  set_type: 'CourseSection' | 'Group',
  set: { id: number; name: string },
): NewRow<'assignment_overrides'> {
  const due_at = after(paper.due_at, days(2));
  return {
    course_id: paper.courseId,
    assignment_id: paper.id,
    set_type,
    set_id: set.id,
    title: set.name,
    due_at,
    due_at_overridden: true,
    unlock_at_overridden: false,
    lock_at_overridden: false,
    all_day: true,
    all_day_date: after(due_at, -days(0.5)).slice(0, '2026-12-09'.length),
    unassign_item: false,
    workflow_state: 'active',
    created_at: paper.created_at,
    updated_at: paper.created_at,
  };
}

/** Every third course goes by the weights of its groups, the others by points. */
async function weighGroups(db: Db, courseIds: readonly number[]): Promise<void> {
  await db
    .updateTable('courses')
    .set({ apply_assignment_group_weights: true })
    .where(sql<boolean>`id = any(${[...courseIds]}::bigint[]) and id % 3 = 0`)
    .execute();
}
