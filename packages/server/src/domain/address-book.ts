/**
 * Whom the acting user may write to: people of his courses and groups as far as his role sees them there, and
 * everybody in the accounts whose rosters he reads. Source: Canvas's MessageableUser::Calculator.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Account, Context } from '../http/context.ts';
import { mayInAccount } from './account-access.ts';
import { type CourseRow, courseAccess, courseAccesses, type OwnCourseAccess } from './course-access.ts';
import { courseGrants } from './course-rights.ts';
import { belongsTo } from './membership.ts';
import { adminRoles } from './roles-held.ts';

/** A course as the acting user sees its people. */
export interface BookCourse {
  readonly course: CourseRow;
  readonly access: OwnCourseAccess;
  /** All, those of some sections, or teachers and whom he observes. */
  readonly sees: 'full' | 'sections' | 'restricted';
  readonly isStudent: boolean;
  /** Has an enrollment that isn't over. */
  readonly isCurrent: boolean;
}

export interface AddressBook {
  readonly userId: number;
  readonly courses: ReadonlyMap<number, BookCourse>;
  readonly groupIds: readonly number[];
  /** Those in which he sees everybody. */
  readonly accounts: readonly Account[];
  readonly observerIds: readonly number[];
}

/** Of the acting user, worked out once a request. */
export const addressBook = (ctx: Context): Promise<AddressBook> =>
  ctx.once('addressBook', async () => {
    const userId = ctx.me.id;
    const [courses, groupIds, accounts, observerIds] = await Promise.all([
      ownCourses(ctx),
      ownGroups(ctx, userId),
      readableAccounts(ctx),
      observersOf(ctx, userId),
    ]);
    return { userId, courses, groupIds, accounts, observerIds };
  });

/** With a course that one only looks at as an administrator, and in which one takes no part. */
export async function bookWithCourse(ctx: Context, course: CourseRow): Promise<AddressBook | undefined> {
  const book = await addressBook(ctx);
  if (book.courses.has(course.id)) return book;
  const access = await courseAccess(ctx, course);
  if (!courseGrants('read_as_admin', access)) return undefined;
  return { ...book, courses: new Map([...book.courses, [course.id, bookCourse(access)]]) };
}

async function ownCourses(ctx: Context): Promise<Map<number, BookCourse>> {
  const courses = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('workflow_state', '<>', 'deleted')
    .where(
      sql<boolean>`exists (select 1 from enrollments where enrollments.course_id = courses.id
        and enrollments.user_id = ${ctx.me.id} and enrollments.workflow_state in ('active', 'completed'))`,
    )
    .orderBy('id')
    .execute();
  const accesses = await courseAccesses(ctx, courses);
  return new Map(
    [...accesses].filter(([, access]) => takesPart(access)).map(([id, access]) => [id, bookCourse(access)]),
  );
}

const LASTING = ['active', 'invited', 'completed', 'pending_active', 'pending_invited'];

/** A student has no part in what isn't published. */
const takesPart = ({ course, enrollments }: OwnCourseAccess): boolean =>
  enrollments.some(
    ({ type, date_state, workflow_state }) =>
      LASTING.includes(date_state) &&
      (workflow_state === 'completed' ||
        ['available', 'completed'].includes(course.workflow_state) ||
        (type !== 'StudentEnrollment' && type !== 'ObserverEnrollment')),
  );

function bookCourse(access: OwnCourseAccess): BookCourse {
  const { enrollments } = access;
  const limited =
    enrollments.length > 0 && enrollments.every((each) => each.limit_privileges_to_course_section);
  const writes = courseGrants('send_messages', access);
  return {
    course: access.course as CourseRow,
    access,
    sees: writes ? (limited ? 'sections' : 'full') : 'restricted',
    isStudent: enrollments.some(
      ({ type }) => type === 'StudentEnrollment' || type === 'StudentViewEnrollment',
    ),
    isCurrent: enrollments.some(
      ({ date_state }) => date_state !== 'completed' && LASTING.includes(date_state),
    ),
  };
}

async function ownGroups(ctx: Context, userId: number): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('group_memberships')
    .innerJoin('groups', 'groups.id', 'group_memberships.group_id')
    .select('groups.id')
    .where('group_memberships.user_id', '=', userId)
    .where('group_memberships.workflow_state', '=', 'accepted')
    .where('groups.workflow_state', '=', 'available')
    .where('groups.non_collaborative', '=', false)
    .orderBy('groups.id')
    .execute();
  return rows.map(({ id }) => id);
}

async function readableAccounts(ctx: Context): Promise<Account[]> {
  const held = await adminRoles(ctx);
  const accounts = await ctx.db
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', anyOf(held.map(({ account_id }) => account_id)))
    .where('workflow_state', '=', 'active')
    .execute();
  const readable: Account[] = [];
  for (const account of accounts) {
    if (await mayInAccount(ctx, account, 'read_roster')) readable.push(account);
  }
  return readable;
}

async function observersOf(ctx: Context, userId: number): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select('user_id')
    .distinct()
    .where('associated_user_id', '=', userId)
    .where('type', '=', 'ObserverEnrollment')
    .where('workflow_state', '<>', 'deleted')
    .execute();
  return rows.map(({ user_id }) => user_id);
}

/** Of a query over `users`: those who can be written to at all. */
export const availableUser = sql<SqlBool>`users.workflow_state in ('registered', 'pre_registered')`;

const STAFF = sql`('TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment', 'StudentViewEnrollment')`;

/** Of a query over `enrollments` and their `courses`: at work or invited, where the course is open to them. */
export const presentEnrollment = sql<SqlBool>`(
  enrollments.workflow_state = 'active' and (courses.workflow_state = 'available'
    or courses.workflow_state = 'claimed' and enrollments.type in ${STAFF})
  or enrollments.workflow_state = 'invited' and (courses.workflow_state = 'available'
    or courses.workflow_state <> 'deleted' and enrollments.type in ${STAFF}))`;

/** Whatever isn't deleted: for those with whom one is in a conversation already. */
export const anyEnrollment = sql<SqlBool>`(courses.workflow_state <> 'deleted'
  and enrollments.workflow_state in ('active', 'invited', 'creation_pending', 'completed'))`;

const presentOrPast = sql<SqlBool>`(${presentEnrollment} or enrollments.workflow_state = 'completed')`;

const idsOf = (courses: Iterable<BookCourse>) => anyOf([...courses].map(({ course }) => course.id));

/** Of a query over `enrollments`: whom the book's owner sees in his courses. */
export function seenEnrollment(book: AddressBook): RawBuilder<SqlBool> {
  const courses = [...book.courses.values()];
  const seeing = (sees: BookCourse['sees']) => courses.filter((each) => each.sees === sees);
  const own = (from: BookCourse[]) => from.flatMap(({ access }) => access.enrollments);
  const sections = own(seeing('sections')).map(({ course_section_id }) => course_section_id);
  const observed = own(seeing('restricted')).flatMap(({ associated_user_id }) => associated_user_id ?? []);
  return sql<SqlBool>`(enrollments.type <> 'StudentViewEnrollment'
    and (enrollments.course_id = ${idsOf(seeing('full'))}
      or enrollments.course_section_id = ${anyOf(sections)}
      or enrollments.course_id = ${idsOf(seeing('restricted'))}
        and (enrollments.type in ('TeacherEnrollment', 'TaEnrollment')
          or enrollments.user_id = ${anyOf([book.userId, ...observed])}))
    and (enrollments.type <> 'ObserverEnrollment'
      or not enrollments.course_id = ${idsOf(courses.filter(({ isStudent }) => isStudent))}
      or enrollments.user_id = ${anyOf(book.observerIds)}))`;
}

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** The groups of a course stay in the book for a month after its end. */
const isRecent = (ctx: Context, { course }: BookCourse): boolean =>
  course.conclude_at === null || Date.parse(course.conclude_at) > Date.parse(ctx.now) - MONTH_MS;

/** Of a query over `groups`: those whose members the book's owner sees. */
export function seenGroup(ctx: Context, book: AddressBook): RawBuilder<SqlBool> {
  const courses = [...book.courses.values()].filter((each) => each.sees === 'full' && isRecent(ctx, each));
  return sql<SqlBool>`(groups.workflow_state <> 'deleted' and not groups.non_collaborative
    and (groups.id = ${anyOf(book.groupIds)}
      or groups.context_type = 'Course' and groups.context_id = ${idsOf(courses)}))`;
}

/** Of a query over `users`: those of the book's accounts. */
export const inSeenAccount = ({ accounts }: AddressBook): RawBuilder<SqlBool> =>
  accounts.length === 0 ? sql`false` : sql`(${sql.join(accounts.map(belongsTo), sql` or `)})`;

/** Of a query over `users`: everybody in the book, its owner included. */
export const inBook = (ctx: Context, book: AddressBook): RawBuilder<SqlBool> => sql<SqlBool>`(
  users.id = ${book.userId}
  or exists (select 1 from enrollments join courses on courses.id = enrollments.course_id
    where enrollments.user_id = users.id and ${presentOrPast} and ${seenEnrollment(book)})
  or exists (select 1 from group_memberships join groups on groups.id = group_memberships.group_id
    where group_memberships.user_id = users.id and group_memberships.workflow_state = 'accepted'
      and ${seenGroup(ctx, book)})
  or ${inSeenAccount(book)})`;

/** What the acting user and another have in common: ids of courses and groups with what the other is there. */
export interface CommonContexts {
  readonly courses: Readonly<Record<string, string[]>>;
  readonly groups: Readonly<Record<string, string[]>>;
}

const NOTHING_IN_COMMON: CommonContexts = { courses: {}, groups: {} };

/**
 * What the acting user has in common with some people. One whom he sees as an administrator alone has Canvas's
 * course 0 with him.
 */
export async function commonContexts(
  ctx: Context,
  userIds: readonly number[],
  asked?: AddressBook,
): Promise<(userId: number) => CommonContexts> {
  const book = asked ?? (await addressBook(ctx));
  const others = anyOf(userIds.filter((id) => id !== book.userId));
  const { rows } = await sql<{ user_id: number; kind: 'courses' | 'groups'; id: number; role: string }>`
    select enrollments.user_id, 'courses' as kind, enrollments.course_id as id, enrollments.type as role
      from enrollments join courses on courses.id = enrollments.course_id
      where enrollments.user_id = ${others} and ${anyEnrollment} and ${seenEnrollment(book)}
    union all
    select group_memberships.user_id, 'groups', groups.id, 'Member'
      from group_memberships join groups on groups.id = group_memberships.group_id
      where group_memberships.user_id = ${others} and group_memberships.workflow_state = 'accepted'
        and ${seenGroup(ctx, book)}
    union all
    select users.id, 'courses', 0, 'FakeEnrollment' from users where users.id = ${others} and ${inSeenAccount(book)}
    order by 2, 3, 4`.execute(ctx.db);
  const common = new Map<number, { courses: Record<string, string[]>; groups: Record<string, string[]> }>();
  for (const { user_id, kind, id, role } of rows) {
    const found = common.get(user_id) ?? { courses: {}, groups: {} };
    found[kind][id] = [...(found[kind][id] ?? []), role];
    common.set(user_id, found);
  }
  return (userId) => common.get(userId) ?? NOTHING_IN_COMMON;
}
