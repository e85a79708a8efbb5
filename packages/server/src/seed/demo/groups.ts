/**
 * Groups of the demo: sets for projects that teachers fill, laboratories that students sign up for, groups that students
 * start themselves, and the university's communities. The first set is of the course that examples are about.
 */
import type { Db } from '../../db/database.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { Chance } from '../chance.ts';
import type { Identities } from '../identities.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { after, days, earlier, FOUNDED, TODAY } from './calendar.ts';
import type { DemoCourse } from './courses.ts';
import type { Population } from './people.ts';

/** Fall 2026's BIOL 210. */
const EXAMPLE = 168;

type Category = NewRow<'group_categories'> & { id: number };
type Group = NewRow<'groups'> & { id: number };
type Membership = NewRow<'group_memberships'>;

interface Kind {
  readonly set: string;
  readonly group: string;
  readonly size: number;
  readonly values?: Partial<Category>;
}

const KINDS = {
  projects: { set: 'Project Groups', group: 'Project Group', size: 4, values: { auto_leader: 'first' } },
  labs: {
    set: 'Lab Sections',
    group: 'Lab Section',
    size: 6,
    values: { self_signup: 'enabled', group_limit: 8 },
  },
  studies: { set: 'Student Groups', group: 'Study Group', size: 3, values: { role: 'student_organized' } },
} as const satisfies Record<string, Kind>;

const COMMUNITIES = [
  ['Faculty Teaching Circle', 'Ideas for teaching, once a month', 'teacher', 'parent_context_request', 18],
  ['Campus Gardeners', 'The beds behind the library', 'student', 'parent_context_auto_join', 25],
  ['Debate Society', 'Practice on Thursdays', 'student', 'parent_context_auto_join', 31],
  ['Accreditation Committee', 'Preparing for 2027', 'staff', 'invitation_only', 7],
] as const;

export async function insertGroups(
  db: Db,
  courses: readonly DemoCourse[],
  population: Population,
  identities: Identities,
): Promise<void> {
  const founding = new Founding(identities);
  const students = await studentsByCourse(db);
  const taught = courses.filter(
    ({ term, state }) => term && (state === 'available' || state === 'completed'),
  );
  const inOrder = [...taught].sort((a, b) => Number(b.id === EXAMPLE) - Number(a.id === EXAMPLE));
  for (const course of inOrder) founding.ofCourse(course, students.get(course.id) ?? []);
  founding.communities(population);
  await insertRows(db, 'group_categories', founding.categories);
  await insertRows(db, 'groups', founding.groups);
  await insertRows(db, 'group_memberships', founding.memberships);
}

/** Those who are or were active, by course. */
async function studentsByCourse(db: Db): Promise<Map<number, number[]>> {
  const rows = await db
    .selectFrom('enrollments')
    .select(['course_id', 'user_id'])
    .where('type', '=', 'StudentEnrollment')
    .where('workflow_state', 'in', ['active', 'completed'])
    .orderBy('id')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ course_id }) => course_id)].map(([id, enrolled]) => [
      id,
      [...new Set(enrolled.map(({ user_id }) => user_id))],
    ]),
  );
}

class Founding {
  readonly categories: Category[] = [];
  readonly groups: Group[] = [];
  readonly memberships: Membership[] = [];
  readonly #chance = new Chance('groups');
  readonly #identities: Identities;

  constructor(identities: Identities) {
    this.#identities = identities;
  }

  ofCourse(course: DemoCourse, students: readonly number[]): void {
    const isExample = course.id === EXAMPLE;
    const place = { context_type: 'Course', context_id: course.id } as const;
    const begin = earlier(after(course.term?.start_at ?? FOUNDED, days(6)), TODAY);
    if (students.length < 8) return;
    const made = { place, accountId: course.accountId, at: begin };
    if (isExample || this.#chance.happens(0.45)) this.#fill(KINDS.projects, made, students);
    // Not everybody signs up, or looks for others to learn with.
    if (isExample || this.#chance.happens(0.15)) this.#fill(KINDS.labs, made, this.#most(students));
    if (this.#chance.happens(0.2)) {
      this.#fill(KINDS.studies, made, this.#chance.some(students, 3 * this.#chance.between(1, 3)));
    }
  }

  #most(people: readonly number[]): number[] {
    return this.#chance.some(people, Math.ceil(people.length * 0.85));
  }

  #fill(kind: Kind, { place, accountId, at }: Made, people: readonly number[]): void {
    const category = this.#category(kind.set, place, at, kind.values);
    const count = Math.max(Math.floor(people.length / kind.size), 1);
    const shuffled = this.#chance.shuffled(people);
    for (let number = 0; number < count; number++) {
      const members = shuffled.filter((_, index) => index % count === number);
      const group = this.#group(`${kind.group} ${number + 1}`, category, accountId, {
        max_membership: category.group_limit ?? null,
        leader_id: category.auto_leader ? (members[0] ?? null) : null,
      });
      // Whoever starts a group of his own runs it.
      for (const [index, id] of members.entries()) {
        this.#join(group, id, category.role === 'student_organized' && index === 0);
      }
    }
  }

  communities(population: Population): void {
    const place = { context_type: 'Account', context_id: 1 } as const;
    const category = this.#category('Communities', place, after(FOUNDED, days(30)), { role: 'communities' });
    for (const [name, description, kind, join_level, size] of COMMUNITIES) {
      const group = this.#group(name, category, 1, {
        description,
        join_level,
        is_public: kind === 'student',
      });
      const people = population.of(kind).filter(({ state }) => state === 'registered');
      for (const [index, { id }] of this.#chance.some(people, size).entries()) {
        this.#join(group, id, index === 0);
      }
    }
  }

  #category(name: string, place: Place, at: string, values: Partial<Category> = {}): Category {
    const category = {
      id: this.categories.length + 1,
      ...place,
      root_account_id: 1,
      name,
      name_key: sortKey(name),
      role: null,
      self_signup: null,
      group_limit: null,
      auto_leader: null,
      non_collaborative: false,
      created_at: at,
      updated_at: at,
      ...values,
    };
    this.categories.push(category);
    return category;
  }

  #group(name: string, category: Category, accountId: number, values: Partial<Group>): Group {
    const id = this.groups.length + 1;
    const group = {
      id,
      context_type: category.context_type,
      context_id: category.context_id,
      account_id: accountId,
      root_account_id: 1,
      group_category_id: category.id,
      name,
      name_key: sortKey(name),
      description: null,
      is_public: false,
      join_level: 'invitation_only',
      max_membership: null,
      leader_id: null,
      non_collaborative: false,
      stuck_sis_fields: [],
      uuid: this.#identities.uuid('group', id),
      lti_context_id: this.#identities.guid('group', id),
      workflow_state: 'available' as const,
      created_at: category.created_at,
      updated_at: category.created_at,
      ...values,
    };
    this.groups.push(group);
    return group;
  }

  #join({ id, created_at }: Group, userId: number, moderator: boolean): void {
    const number = this.memberships.length + 1;
    const at = earlier(after(created_at, this.#chance.between(60, days(4))), TODAY);
    this.memberships.push({
      id: number,
      group_id: id,
      user_id: userId,
      workflow_state: 'accepted',
      moderator,
      uuid: this.#identities.uuid('group membership', number),
      created_at: at,
      updated_at: at,
    });
  }
}

type Place = Pick<Category, 'context_type' | 'context_id'>;

interface Made {
  readonly place: Place;
  readonly accountId: number;
  readonly at: string;
}
