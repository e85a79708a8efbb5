/**
 * Discussions and announcements of five of the demo's courses: a lively round of introductions, questions that all go by
 * the teacher, weekly talk, some of it graded, one in groups, one where one has to speak first. Who never says anything
 * is in there too.
 */
import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { Chance } from '../chance.ts';
import type { Identities } from '../identities.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { converse, type Entry } from '../talk/conversation.ts';
import { after, days, earlier, later, TODAY } from './calendar.ts';
import type { DemoCourse } from './courses.ts';
import type { DemoTerm } from './terms.ts';

/** Fall 2026's BIOL 210, about which examples are. */
export const EXAMPLE = 168;
const COURSES = 5;

type Topic = NewRow<'discussion_topics'> & { id: number };

interface Plan {
  title: string;
  message: string;
  /** Days after the term has begun; one that isn't over today is cut short there. */
  day: number;
  /** For how many days it goes on. */
  lasts: number;
  entries: number;
  taught?: number;
  answering?: number;
  values?: Partial<Topic>;
  points?: number;
  inGroups?: true;
}

const PLANS: readonly Plan[] = [
  {
    title: 'Introduce yourself',
    message: '<p>Who are you, and what brings you here? Answer at least two others.</p>',
    day: 0,
    lasts: 12,
    entries: 170,
    answering: 0.75,
    values: { allow_rating: true, pinned: true, position: 1 },
  },
  {
    title: 'Questions about the course',
    message: '<p>Ask here rather than by mail, so that everybody reads the answer.</p>',
    day: 0,
    lasts: 100,
    entries: 90,
    taught: 0.48,
    answering: 0.1,
    values: { discussion_type: 'not_threaded', pinned: true, position: 2 },
  },
  {
    title: 'What is the question here?',
    message: '<p>In three sentences: what does this week’s text want to know, and how would it find out?</p>',
    day: 4,
    lasts: 9,
    entries: 85,
    points: 10,
  },
  {
    title: 'For or against',
    message: '<p>Take a side, and give the best reason of the <em>other</em> side first.</p>',
    day: 7,
    lasts: 10,
    entries: 120,
    answering: 0.8,
    points: 20,
    values: { allow_rating: true },
  },
  {
    title: 'Before you read on',
    message:
      '<p>Say what you expect the experiment to show. You see the others’ guesses once you have made yours.</p>',
    day: 10,
    lasts: 7,
    entries: 45,
    answering: 0.3,
    values: { require_initial_post: true },
  },
  {
    title: 'Plan your project',
    message: '<p>Talk within your group: who does what, and by when?</p>',
    day: 9,
    lasts: 30,
    entries: 60,
    answering: 0.6,
    inGroups: true,
  },
  {
    title: 'Useful links',
    message: '<p>What helped you, with a line on why.</p>',
    day: 12,
    lasts: 60,
    entries: 25,
    answering: 0.1,
  },
  {
    title: 'Exam review',
    message: '<p>Opens in the week before the exam.</p>',
    day: 40,
    lasts: 7,
    entries: 30,
    taught: 0.2,
  },
];

const ANNOUNCEMENTS = [
  [
    'Welcome',
    '<p>Welcome to the course. The syllabus tells you how we work; bring your questions on Monday.</p>',
    0,
  ],
  ['Room change this week', '<p>We meet in the large lecture hall until further notice.</p>', 8],
  ['Office hours', '<p>From this week on also on Thursdays from 3 to 4.</p>', 15],
] as const;

interface People {
  students: number[];
  teachers: number[];
  groups: { id: number; name: string; category: number; members: number[] }[];
}

export async function insertDiscussions(
  db: Db,
  courses: readonly DemoCourse[],
  identities: Identities,
): Promise<void> {
  const talked = courses.filter(
    ({ term, state, department }) =>
      term && department !== null && state !== 'created' && state !== 'claimed' && state !== 'deleted',
  );
  const chosen = [
    ...talked.filter(({ id }) => id === EXAMPLE),
    ...talked
      .filter(({ id, term }) => id !== EXAMPLE && term?.sis_term_id === 'spring-2026')
      .slice(0, COURSES - 1),
  ];
  const people = await peopleOf(
    db,
    chosen.map(({ id }) => id),
  );
  const firstAssignment = await nextId(db, 'assignments');
  const firstSubmission = await nextId(db, 'submissions');
  const writing = new Writing(identities, firstAssignment, firstSubmission);
  for (const course of chosen) {
    const there = people.get(course.id);
    if (there) writing.course(course, there, await homeworkOf(db, course.id));
  }
  await insertRows(db, 'assignments', writing.assignments);
  await insertRows(db, 'discussion_topics', writing.topics);
  await insertRows(db, 'discussion_topic_participants', writing.participants);
  await insertRows(db, 'discussion_entries', writing.entries);
  await insertRows(db, 'discussion_entry_participants', ownReadings(writing.entries));
  await insertRows(db, 'submissions', writing.submissions);
}

class Writing {
  readonly #chance = new Chance('discussions');
  readonly #identities: Identities;
  readonly #firstAssignment: number;
  readonly #firstSubmission: number;
  readonly topics: Topic[] = [];
  readonly participants: NewRow<'discussion_topic_participants'>[] = [];
  readonly entries: Entry[] = [];
  readonly assignments: (NewRow<'assignments'> & { id: number })[] = [];
  readonly submissions: NewRow<'submissions'>[] = [];

  constructor(identities: Identities, firstAssignment: number, firstSubmission: number) {
    this.#identities = identities;
    this.#firstAssignment = firstAssignment;
    this.#firstSubmission = firstSubmission;
  }

  course(course: DemoCourse, people: People, homework: number | undefined): void {
    const teacher = people.teachers[0];
    if (teacher === undefined) return;
    for (const plan of PLANS) this.#discussion(course, people, teacher, plan, homework);
    ANNOUNCEMENTS.forEach(([title, message, day], index) => {
      const posted = after((course.term as DemoTerm).start_at, days(day) + 50_400);
      this.#topic(course.id, teacher, title, posted, { message, is_announcement: true, position: index + 1 });
    });
  }

  #discussion(
    course: DemoCourse,
    people: People,
    teacher: number,
    plan: Plan,
    homework: number | undefined,
  ): void {
    const { start_at, end_at } = course.term as DemoTerm;
    const posted = after(start_at, days(plan.day) + 46_800);
    const opens = posted > TODAY;
    const topic = this.#topic(course.id, teacher, plan.title, earlier(posted, TODAY), {
      message: plan.message,
      ...(opens && { workflow_state: 'post_delayed', delayed_post_at: posted }),
      ...plan.values,
    });
    if (opens) return;
    const to = earlier(earlier(after(posted, days(plan.lasts)), end_at), TODAY);
    const share = Math.min(1, (Date.parse(to) - Date.parse(posted)) / (plan.lasts * 86_400_000));
    const talk = { from: posted, to, entries: Math.max(3, Math.round(plan.entries * Math.max(0.4, share))) };
    if (plan.inGroups && people.groups.length > 0) {
      this.#inGroups(topic, people, talk, plan);
      return;
    }
    const entries = this.#talk(topic, people.students, people.teachers, talk, plan);
    if (plan.points && homework !== undefined)
      this.#grade(topic, plan.points, homework, people, after(posted, days(plan.lasts)), entries);
  }

  #inGroups(
    topic: Topic,
    { groups, teachers }: People,
    talk: { from: string; to: string; entries: number },
    plan: Plan,
  ): void {
    const category = groups[0]?.category as number;
    topic.group_category_id = category;
    const own = groups.filter((group) => group.category === category);
    for (const group of own) {
      const title = `${topic.title} - ${group.name}`;
      const part = this.#topic(group.id, topic.user_id as number, title, topic.posted_at as string, {
        message: topic.message,
        context_type: 'Group',
        root_topic_id: topic.id,
        group_category_id: category,
      });
      const entries = Math.max(3, Math.round(talk.entries / own.length));
      this.#talk(part, group.members, teachers, { ...talk, entries }, plan);
    }
  }

  #topic(contextId: number, userId: number, title: string, posted: string, values: Partial<Topic>): Topic {
    const topic: Topic = {
      id: this.topics.length + 1,
      context_type: 'Course',
      context_id: contextId,
      is_announcement: false,
      user_id: userId,
      title,
      title_key: sortKey(title),
      workflow_state: 'active',
      discussion_type: 'threaded',
      posted_at: posted,
      last_reply_at: posted,
      delayed_post_at: null,
      locked: false,
      pinned: false,
      position: null,
      require_initial_post: false,
      podcast_enabled: false,
      podcast_has_student_posts: false,
      allow_rating: false,
      only_graders_can_rate: false,
      sort_by_rating: false,
      sort_order: 'desc',
      sort_order_locked: false,
      expanded: false,
      expanded_locked: false,
      is_anonymous_author: false,
      is_section_specific: false,
      only_visible_to_overrides: false,
      group_category_id: null,
      root_topic_id: null,
      assignment_id: null,
      created_at: posted,
      updated_at: posted,
      ...values,
    };
    this.topics.push(topic);
    this.participants.push({
      discussion_topic_id: topic.id,
      user_id: userId,
      workflow_state: 'read',
      subscribed: null,
    });
    return topic;
  }

  #talk(
    topic: Topic,
    students: readonly number[],
    teachers: readonly number[],
    { from, to, entries }: { from: string; to: string; entries: number },
    { taught = 0.04, answering = 0.6 }: Plan,
  ): Entry[] {
    if (students.length === 0) return [];
    const firstId = this.entries.length + 1;
    const said = converse(this.#chance, {
      topicId: topic.id,
      idOf: (index) => firstId + index,
      entries,
      students,
      teachers,
      taught,
      answering,
      threaded: topic.discussion_type === 'threaded',
      rated: topic.allow_rating === true,
      from,
      to,
    });
    this.entries.push(...said);
    topic.last_reply_at = said.at(-1)?.created_at ?? from;
    for (const user_id of new Set(said.map((entry) => entry.user_id))) {
      if (user_id === topic.user_id) continue;
      this.participants.push({
        discussion_topic_id: topic.id,
        user_id,
        workflow_state: 'read',
        subscribed: true,
      });
    }
    return said;
  }

  /** Whoever said something has handed in; of what is over two weeks most is graded. */
  #grade(
    topic: Topic,
    points: number,
    group: number,
    { students, teachers }: People,
    due: string,
    entries: readonly Entry[],
  ): void {
    const id = this.#firstAssignment + this.assignments.length;
    topic.assignment_id = id;
    this.assignments.push({
      id,
      course_id: topic.context_id,
      assignment_group_id: group,
      name: topic.title,
      name_key: topic.title_key,
      description: topic.message ?? null,
      position: 50 + this.assignments.length,
      points_possible: points,
      submission_types: ['discussion_topic'],
      allowed_extensions: [],
      due_at: due,
      lti_context_id: this.#identities.guid('assignment', id),
      workflow_state: 'published',
      created_at: topic.created_at,
      updated_at: topic.created_at,
    } as (typeof this.assignments)[number]);
    const isOver = after(due, days(14)) < TODAY;
    const grader = teachers[0] ?? null;
    for (const user_id of students) {
      const first = entries.find((entry) => entry.user_id === user_id && entry.workflow_state === 'active');
      const graded = first !== undefined && isOver && this.#chance.happens(0.9);
      const score = graded ? Math.round(points * (this.#chance.between(60, 100) / 100) * 2) / 2 : null;
      const graded_at = graded ? earlier(after(later(due, first.created_at), days(4)), TODAY) : null;
      this.submissions.push({
        id: this.#firstSubmission + this.submissions.length,
        course_id: topic.context_id,
        assignment_id: id,
        user_id,
        workflow_state: graded ? 'graded' : first ? 'submitted' : 'unsubmitted',
        cached_due_date: due,
        anonymous_id: this.#identities.uuid(`submission of ${id}`, user_id).slice(0, 5),
        submission_type: first ? 'discussion_topic' : null,
        submitted_at: first?.created_at ?? null,
        attempt: first ? 1 : null,
        attachment_ids: [],
        score,
        grade: score === null ? null : String(score),
        graded_at,
        grader_id: graded ? grader : null,
        graded_attempt: graded ? 1 : null,
        posted_at: graded_at,
        excused: false,
        redo_request: false,
        created_at: topic.created_at,
        updated_at: graded_at ?? first?.created_at ?? topic.created_at,
      } as NewRow<'submissions'>);
    }
  }
}

/** What one said oneself one has read. */
const ownReadings = (entries: readonly Entry[]): NewRow<'discussion_entry_participants'>[] =>
  entries.map(({ id, user_id, discussion_topic_id }) => ({
    discussion_entry_id: id,
    user_id,
    discussion_topic_id,
    workflow_state: 'read',
    forced_read_state: false,
    rating: null,
  }));

async function nextId(db: Db, table: 'assignments' | 'submissions'): Promise<number> {
  const { rows } = await sql<{
    id: number;
  }>`select coalesce(max(id), 0) + 1 as id from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.id ?? 1);
}

const homeworkOf = async (db: Db, courseId: number): Promise<number | undefined> =>
  (
    await db
      .selectFrom('assignment_groups')
      .select('id')
      .where('course_id', '=', courseId)
      .orderBy('position')
      .limit(1)
      .executeTakeFirst()
  )?.id;

async function peopleOf(db: Db, courseIds: readonly number[]): Promise<Map<number, People>> {
  const enrollments = await db
    .selectFrom('enrollments')
    .select(['course_id', 'user_id', 'type'])
    .where('course_id', 'in', courseIds)
    .where('type', 'in', ['StudentEnrollment', 'TeacherEnrollment'])
    .where('workflow_state', 'in', ['active', 'completed'])
    .orderBy('id')
    .execute();
  const memberships = await db
    .selectFrom('group_memberships as m')
    .innerJoin('groups as g', 'g.id', 'm.group_id')
    .select(['g.id', 'g.name', 'g.context_id', 'g.group_category_id as category', 'm.user_id'])
    .where('g.context_type', '=', 'Course')
    .where('g.context_id', 'in', courseIds)
    .where('m.workflow_state', '=', 'accepted')
    .orderBy('g.id')
    .orderBy('m.id')
    .execute();
  const people = new Map<number, People>();
  for (const id of courseIds) {
    const own = enrollments.filter(({ course_id }) => course_id === id);
    const of = (type: string) => [
      ...new Set(own.flatMap((each) => (each.type === type ? each.user_id : []))),
    ];
    const byGroup = Map.groupBy(
      memberships.filter(({ context_id }) => context_id === id),
      (row) => row.id,
    );
    people.set(id, {
      students: of('StudentEnrollment'),
      teachers: of('TeacherEnrollment'),
      groups: [...byGroup].map(([groupId, rows]) => ({
        id: groupId,
        name: rows[0]?.name ?? '',
        category: rows[0]?.category ?? 0,
        members: rows.map(({ user_id }) => user_id),
      })),
    });
  }
  return people;
}
