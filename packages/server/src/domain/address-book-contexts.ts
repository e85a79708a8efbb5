/** The people of a course, section or group in the acting user's address book: `course_1`, `section_2_students`, `group_3`. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context, User } from '../http/context.ts';
import { parseNumber } from '../http/ids.ts';
import {
  type AddressBook,
  addressBook,
  availableUser,
  bookWithCourse,
  inBook,
  presentEnrollment,
  seenEnrollment,
  seenGroup,
} from './address-book.ts';
import type { CourseRow } from './course-access.ts';
import { type GroupRow, mayInGroup } from './group-access.ts';

/** What a code names, with the enrollments that its ending is about. */
export type BookContext = { readonly types: readonly string[] | undefined } & (
  | { readonly kind: 'course'; readonly course: CourseRow }
  | { readonly kind: 'section'; readonly sectionId: number; readonly course: CourseRow }
  | { readonly kind: 'group'; readonly group: GroupRow }
);

const CODE = /^(course|section|group|differentiation_tag)_(\d+)(?:_([a-z_]+))?$/;

const TYPES: Readonly<Record<string, readonly string[]>> = {
  students: ['StudentEnrollment'],
  teachers: ['TeacherEnrollment'],
  tas: ['TaEnrollment'],
  observers: ['ObserverEnrollment'],
  designers: ['DesignerEnrollment'],
  admins: ['TeacherEnrollment', 'TaEnrollment'],
};

/** @returns the parts of a code, or undefined for what is none (a user's id) */
export function parseCode(
  code: string,
): { type: string; id: number; ending: string | undefined } | undefined {
  const [, type, digits, ending] = CODE.exec(code.replace(/_all$/, '')) ?? [];
  const id = digits === undefined ? undefined : parseNumber(digits);
  return type === undefined || id === undefined ? undefined : { type, id, ending };
}

/** The context of a code, or undefined where there is none. */
export async function findBookContext(ctx: Context, code: string): Promise<BookContext | undefined> {
  const parsed = parseCode(code);
  if (!parsed) return undefined;
  const { type, id, ending } = parsed;
  // An ending that is no role names nobody, as a type that nobody has.
  const types = ending === undefined ? undefined : (TYPES[ending] ?? []);
  if (type === 'course') {
    const course = await courseOf(ctx, id);
    return course && { kind: 'course', course, types };
  }
  if (type === 'section') {
    const section = await ctx.db
      .selectFrom('course_sections')
      .select('course_id')
      .where('id', '=', id)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
    const course = section && (await courseOf(ctx, section.course_id));
    return course && { kind: 'section', sectionId: id, course, types };
  }
  const group = await ctx.db
    .selectFrom('groups')
    .selectAll()
    .where('id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  return group && { kind: 'group', group, types };
}

const courseOf = (ctx: Context, id: number): Promise<CourseRow | undefined> =>
  ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();

/** Of a query over `users`: those of a context whom the acting user may write to; undefined where he sees nothing of it. */
export async function inBookContext(
  ctx: Context,
  context: BookContext,
): Promise<RawBuilder<SqlBool> | undefined> {
  if (context.kind === 'group') return await inGroup(ctx, context.group);
  const book = await bookWithCourse(ctx, context.course);
  if (!book) return undefined;
  if (context.kind === 'section' && !seesSection(book, context)) return undefined;
  const place =
    context.kind === 'section'
      ? sql`enrollments.course_section_id = ${context.sectionId}`
      : sql`enrollments.course_id = ${context.course.id}`;
  const ofType = context.types ? sql`enrollments.type = any(${context.types}::text[])` : sql`true`;
  return sql<SqlBool>`exists (select 1 from enrollments join courses on courses.id = enrollments.course_id
    where enrollments.user_id = users.id and ${place} and ${ofType}
      and ${presentEnrollment} and ${seenEnrollment(book)})`;
}

function seesSection(book: AddressBook, { course, sectionId }: BookContext & { kind: 'section' }): boolean {
  const inCourse = book.courses.get(course.id);
  if (!inCourse || inCourse.sees === 'restricted') return false;
  const own = inCourse.access.enrollments.map(({ course_section_id }) => course_section_id);
  return inCourse.sees === 'full' || own.includes(sectionId);
}

async function inGroup(ctx: Context, group: GroupRow): Promise<RawBuilder<SqlBool> | undefined> {
  const book = await addressBook(ctx);
  const member = sql`exists (select 1 from group_memberships where group_memberships.user_id = users.id
    and group_memberships.group_id = ${group.id} and group_memberships.workflow_state = 'accepted')`;
  const ofCourse = group.context_type === 'Course';
  const atWork = ofCourse
    ? sql`exists (select 1 from enrollments join courses on courses.id = enrollments.course_id
        where enrollments.user_id = users.id and enrollments.course_id = ${group.context_id}
          and ${presentEnrollment})`
    : sql`true`;
  const inCourse = ofCourse ? book.courses.get(group.context_id) : undefined;
  const sees =
    book.groupIds.includes(group.id) ||
    inCourse?.sees === 'full' ||
    (!inCourse && (await mayInGroup(ctx, group, 'read_as_admin')));
  if (sees) {
    if (ofCourse && !(await mayInGroup(ctx, group, 'send_messages'))) return undefined;
    return sql<SqlBool>`(${member} and ${atWork})`;
  }
  if (inCourse?.sees !== 'sections') return undefined;
  return sql<SqlBool>`(${member} and exists (select 1 from enrollments
    join courses on courses.id = enrollments.course_id where enrollments.user_id = users.id
      and enrollments.course_id = ${group.context_id} and ${presentEnrollment} and ${seenEnrollment(book)}))`;
}

/** The people of a context whom the acting user may write to, by name. */
export async function knownInContext(ctx: Context, context: BookContext): Promise<User[]> {
  const condition = await inBookContext(ctx, context);
  return condition ? await usersWhere(ctx, condition) : [];
}

export interface KnownOptions {
  /** Only those whom he may write to there. */
  context?: BookContext | undefined;
  /** Whoever is in a conversation with him may be written to. */
  conversationId?: number | undefined;
}

/** Of some people those whom the acting user may write to, by name. */
export async function knownUsers(
  ctx: Context,
  ids: readonly number[],
  { context, conversationId }: KnownOptions = {},
): Promise<User[]> {
  if (ids.length === 0) return [];
  const book = await addressBook(ctx);
  const inContext = context && ((await inBookContext(ctx, context)) ?? sql<SqlBool>`false`);
  const shared = sql<SqlBool>`exists (select 1 from conversation_participants theirs
    join conversation_participants mine on mine.conversation_id = theirs.conversation_id
    where theirs.user_id = users.id and theirs.conversation_id = ${conversationId ?? 0}
      and mine.user_id = ${book.userId})`;
  const known = sql<SqlBool>`(${inContext ?? inBook(ctx, book)} or ${shared})`;
  return await usersWhere(ctx, sql<SqlBool>`(users.id = ${anyOf(ids)} and ${known})`);
}

const usersWhere = (ctx: Context, condition: RawBuilder<SqlBool>): Promise<User[]> =>
  ctx.db
    .selectFrom('users')
    .selectAll()
    .where(availableUser)
    .where(condition)
    .orderBy('sortable_name_key')
    .orderBy('id')
    .execute();

interface CountedIn {
  readonly course: readonly number[];
  readonly section: readonly number[];
  readonly group: readonly number[];
}

/** How many people the acting user may write to in each of some contexts, by `course_1`, `section_2`, `group_3`. */
export async function countInContexts(
  ctx: Context,
  book: AddressBook,
  { course, section, group }: CountedIn,
): Promise<ReadonlyMap<string, number>> {
  const enrolledBy = (kind: string, column: string, ids: readonly number[]) => sql`
    select ${sql.lit(kind)} || ${sql.ref(column)} as code, count(distinct enrollments.user_id) as total
    from enrollments join courses on courses.id = enrollments.course_id join users on users.id = enrollments.user_id
    where ${sql.ref(column)} = ${anyOf(ids)} and ${availableUser} and ${presentEnrollment} and ${seenEnrollment(book)}
    group by ${sql.ref(column)}`;
  const { rows } = await sql<{ code: string; total: number }>`
    ${enrolledBy('course_', 'enrollments.course_id', course)}
    union all ${enrolledBy('section_', 'enrollments.course_section_id', section)}
    union all
    select 'group_' || groups.id, count(distinct group_memberships.user_id)
    from group_memberships join groups on groups.id = group_memberships.group_id
      join users on users.id = group_memberships.user_id
    where groups.id = ${anyOf(group)} and group_memberships.workflow_state = 'accepted' and ${availableUser}
      and (groups.context_type <> 'Course' or exists (select 1 from enrollments
        join courses on courses.id = enrollments.course_id where enrollments.user_id = users.id
          and enrollments.course_id = groups.context_id and ${presentEnrollment}
          and (${seenGroup(ctx, book)} or ${seenEnrollment(book)})))
    group by groups.id`.execute(ctx.db);
  return new Map(rows.map(({ code, total }) => [code, total]));
}
