/** Courses, sections and groups that a search for recipients finds. Source: Canvas's SearchHelper. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import {
  type AddressBook,
  addressBook,
  type BookCourse,
  bookWithCourse,
  seenGroup,
} from '../../domain/address-book.ts';
import type { BookContext } from '../../domain/address-book-contexts.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { type CourseRight, courseGrants, courseRightNames } from '../../domain/course-rights.ts';
import { mayInGroup } from '../../domain/group-access.ts';
import { sortKey } from '../../domain/sort-key.ts';
import type { Context } from '../../http/context.ts';

/** In the order in which a search shows the kinds. */
const KINDS = ['course', 'section', 'group'] as const;
export type ContextKind = (typeof KINDS)[number];

const STATES = ['active', 'recently_active', 'inactive'] as const;

export interface FoundContext {
  readonly kind: ContextKind;
  readonly id: number;
  readonly name: string;
  readonly state: (typeof STATES)[number];
  /** Of a section, and of a group in a course. */
  readonly courseId?: number;
  /** What a section or group is in. */
  readonly contextName?: string;
  readonly permissions: Readonly<Record<string, boolean>>;
}

export type EnrolledContext = Exclude<BookContext, { kind: 'group' }>;

export const codeOf = ({ kind, id }: FoundContext): string => `${kind}_${id}`;

/** All that the acting user may search in: his own, or a course, section or group with what is in it. */
export async function searchableContexts(
  ctx: Context,
  within: BookContext | undefined,
  permissions: readonly string[],
): Promise<FoundContext[]> {
  if (within?.kind === 'group') return await inGroupAlone(ctx, within, permissions);
  const book = within ? await bookWithCourse(ctx, within.course) : await addressBook(ctx);
  if (!book) return [];
  const courses = within ? [book.courses.get(within.course.id) as BookCourse] : [...book.courses.values()];
  const found = new Map(courses.map((each) => [each.course.id, ofCourse(ctx, each, permissions)]));
  const sections = await sectionsOf(ctx, courses, found, within);
  const groups = await groupsOf(ctx, book, found, within);
  return [...found.values(), ...sections, ...groups];
}

async function inGroupAlone(
  ctx: Context,
  { group }: BookContext & { kind: 'group' },
  permissions: readonly string[],
): Promise<FoundContext[]> {
  if (!(await mayInGroup(ctx, group, 'read'))) return [];
  const course =
    group.context_type === 'Course' ? (await addressBook(ctx)).courses.get(group.context_id) : undefined;
  const own = course && ofCourse(ctx, course, permissions);
  return [
    ...(own ? [own] : []),
    {
      kind: 'group',
      id: group.id,
      name: group.name,
      state: 'active',
      ...(own && { courseId: own.id, contextName: own.name }),
      permissions: own?.permissions ?? { send_messages: true },
    },
  ];
}

const isRight = (name: string): name is CourseRight => (courseRightNames as readonly string[]).includes(name);
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

function ofCourse(
  ctx: Context,
  { course, access, isCurrent }: BookCourse,
  permissions: readonly string[],
): FoundContext {
  const granted = permissions.filter((name) => isRight(name) && courseGrants(name, access));
  return {
    kind: 'course',
    id: course.id,
    name: course.name,
    state: isCurrent || access.enrollments.length === 0 ? 'active' : endedState(ctx, course),
    permissions: Object.fromEntries(granted.map((name) => [name, true])),
  };
}

function endedState(ctx: Context, { conclude_at }: CourseRow): 'recently_active' | 'inactive' {
  const since =
    conclude_at === null ? Number.POSITIVE_INFINITY : Date.parse(ctx.now) - Date.parse(conclude_at);
  return since > 0 && since < MONTH_MS ? 'recently_active' : 'inactive';
}

/** Of a course with one section alone nobody is told that it has any. */
async function sectionsOf(
  ctx: Context,
  courses: readonly BookCourse[],
  found: ReadonlyMap<number, FoundContext>,
  within: EnrolledContext | undefined,
): Promise<FoundContext[]> {
  const idsOf = (sees: BookCourse['sees']) =>
    courses.filter((each) => each.sees === sees).map(({ course }) => course.id);
  const own = courses.flatMap(({ access }) => access.enrollments.map((each) => each.course_section_id));
  const rows = await ctx.db
    .selectFrom('course_sections')
    .select(['id', 'name', 'course_id'])
    .where('workflow_state', '=', 'active')
    .where(
      sql<boolean>`(course_id = ${anyOf(idsOf('full'))}
        or course_id = ${anyOf(idsOf('sections'))} and id = ${anyOf(own)})`,
    )
    .orderBy('id')
    .execute();
  const inCourse = Map.groupBy(rows, ({ course_id }) => course_id);
  return rows
    .filter(({ course_id }) => within || (inCourse.get(course_id)?.length ?? 0) > 1)
    .filter(({ id }) => within?.kind !== 'section' || id === within.sectionId)
    .map(({ id, name, course_id }) => {
      const course = found.get(course_id) as FoundContext;
      return {
        ...course,
        kind: 'section',
        id,
        name,
        state: 'active',
        courseId: course_id,
        contextName: course.name,
      };
    });
}

async function groupsOf(
  ctx: Context,
  book: AddressBook,
  found: ReadonlyMap<number, FoundContext>,
  within: EnrolledContext | undefined,
): Promise<FoundContext[]> {
  if (within?.kind === 'section') return [];
  let query = ctx.db
    .selectFrom('groups')
    .select(['groups.id', 'groups.name', 'groups.context_type', 'groups.context_id'])
    .select(
      sql<string>`case groups.context_type
        when 'Course' then (select name from courses where courses.id = groups.context_id)
        else (select name from accounts where accounts.id = groups.context_id) end`.as('context_name'),
    )
    .where(seenGroup(ctx, book))
    .where(
      sql<boolean>`exists (select 1 from group_memberships where group_memberships.group_id = groups.id
        and group_memberships.workflow_state = 'accepted')`,
    )
    .orderBy('groups.id');
  if (within) query = query.where('context_type', '=', 'Course').where('context_id', '=', within.course.id);
  const rows = await query.execute();
  return rows.map(({ id, name, context_type, context_id, context_name }) => {
    const course = context_type === 'Course' ? found.get(context_id) : undefined;
    return {
      kind: 'group',
      id,
      name,
      state: 'active',
      ...(context_type === 'Course' && { courseId: context_id }),
      contextName: context_name,
      permissions: context_type === 'Course' ? (course?.permissions ?? { send_messages: true }) : {},
    };
  });
}

/** By what they are where one searches for a word, by name alone where one looks around. */
export function sorted(contexts: readonly FoundContext[], searching: boolean): FoundContext[] {
  const keyOf = (each: FoundContext) => sortKey(each.name);
  return [...contexts].sort(
    (a, b) =>
      (searching ? STATES.indexOf(a.state) - STATES.indexOf(b.state) : 0) ||
      (searching ? KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) : 0) ||
      (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0) ||
      a.id - b.id,
  );
}
