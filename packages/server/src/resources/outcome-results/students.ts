/** Whose results are asked for. */
import { type Selectable, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { CourseSectionsTable } from '../../db/tables/index.ts';
import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { demandReadableGrades, readsAllGrades, rejection } from '../../domain/outcome-grades.ts';
import { enrollmentsVisibleTo } from '../../domain/visible-enrollments.ts';
import type { Context, User } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { resolveUserIds } from '../users/load.ts';

export interface StudentParams {
  user_ids?: string[];
  section_id?: string | null;
  sort_by?: string | null;
  sort_order?: string | null;
  exclude?: string[];
}

export type SectionRow = Selectable<CourseSectionsTable>;

export interface Students {
  readonly users: readonly User[];
  /** The one that was asked for. */
  readonly section: SectionRow | undefined;
}

/**
 * Staff ask about anybody, everybody else names himself or whom he observes. Throws a rejection. To be asked first, as what
 * comes after tells more.
 */
export async function demandResults(ctx: Context, course: CourseRow, params: StudentParams): Promise<void> {
  if (await readsAllGrades(ctx, course)) return;
  if (!params.user_ids) throw rejection('users not specified and no access to all grades', 403);
  await demandReadableGrades(ctx, course, await userIds(ctx, params.user_ids));
}

const userIds = (ctx: Context, texts: readonly string[]) =>
  resolveUserIds(
    ctx,
    texts.flatMap((text) => text.split(',')),
  );

/**
 * The students that are asked for, concluded and inactive ones among them, of those that the caller may see; by id, or in the
 * order asked for. Throws a rejection.
 */
export async function findStudents(
  ctx: Context,
  course: CourseRow,
  { user_ids, section_id, sort_by, sort_order, exclude = [] }: StudentParams,
): Promise<Students> {
  if (user_ids && section_id) throw rejection('cannot specify both user_ids and section_id');
  const section = section_id ? await findSection(ctx, course, section_id) : undefined;
  const named = user_ids && (await userIds(ctx, user_ids));
  const enrolled = await enrolledStudents(ctx, course, section);
  const ids = new Set(enrolled.map(({ user_id }) => user_id));
  const unknown = named?.some((id) => !ids.has(id)) || (named && named.length < (user_ids?.length ?? 0));
  if (unknown) throw rejection("can only include id's of users in the outcome context");
  const excluded = excludedStates(exclude);
  const wanted = enrolled.filter(({ workflow_state }) => !excluded.includes(workflow_state));
  const users = await ctx.db
    .selectFrom('users')
    .selectAll('users')
    .where('users.id', '=', anyOf(wanted.map(({ user_id }) => user_id)))
    .$if(named !== undefined, (query) => query.where('users.id', '=', anyOf(named ?? [])))
    .orderBy(orderOf(ctx, sort_by), sort_order === 'desc' ? 'desc' : 'asc')
    .orderBy('users.id')
    .execute();
  return { users, section };
}

/** Their enrollments, in whatever state but deleted. */
async function enrolledStudents(ctx: Context, course: CourseRow, section: SectionRow | undefined) {
  const readsAll = await readsAllGrades(ctx, course);
  // Whoever reads grades of single students was held against each of them already.
  const visible = readsAll ? enrollmentsVisibleTo(await courseAccess(ctx, course)) : [];
  let query = ctx.db
    .selectFrom('enrollments')
    .select(['enrollments.user_id', 'enrollments.workflow_state'])
    .where('enrollments.course_id', '=', course.id)
    .where('enrollments.type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('enrollments.workflow_state', '<>', 'deleted');
  for (const condition of visible) query = query.where(condition);
  if (section) query = query.where('enrollments.course_section_id', '=', section.id);
  return await query.execute();
}

async function findSection(ctx: Context, course: CourseRow, text: string): Promise<SectionRow> {
  const section = await ctx.db
    .selectFrom('course_sections')
    .selectAll()
    .where('id', '=', parseNumber(text) ?? 0)
    .where('course_id', '=', course.id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!section) throw rejection('invalid section id');
  return section;
}

const excludedStates = (exclude: readonly string[]): string[] => [
  ...(exclude.includes('concluded_enrollments') ? ['completed'] : []),
  ...(exclude.includes('inactive_enrollments') ? ['inactive'] : []),
];

const LOGIN_COLUMNS: Readonly<Record<string, string>> = {
  student_sis_id: 'sis_user_id',
  student_integration_id: 'integration_id',
  student_login_id: 'unique_id_key',
};

/** Never null, so that both engines sort alike. */
function orderOf(ctx: Context, sortBy: string | null | undefined) {
  if (sortBy === 'student' || sortBy === 'student_name') return sql`users.sortable_name_key`;
  const column = LOGIN_COLUMNS[sortBy ?? ''];
  if (!column) return sql`users.id`;
  return sql`coalesce((select min(${sql.ref(`pseudonyms.${column}`)} collate "C") from pseudonyms
    where pseudonyms.user_id = users.id and pseudonyms.account_id = ${ctx.rootAccount.id}
      and pseudonyms.workflow_state <> 'deleted'), '')`;
}
