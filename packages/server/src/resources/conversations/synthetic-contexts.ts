/** What the page shows first of a course or section: its teachers, its students …, its sections, its groups. */
import { sql } from 'kysely';
import {
  type AddressBook,
  bookWithCourse,
  presentEnrollment,
  seenEnrollment,
} from '../../domain/address-book.ts';
import { defaultSection } from '../../domain/course-sections.ts';
import type { Context } from '../../http/context.ts';
import { type EnrolledContext, type FoundContext, searchableContexts } from './matching-contexts.ts';
import { groupPicture } from './serialize.ts';

const ROLES = [
  ['TeacherEnrollment', 'teachers', 'Teachers'],
  ['TaEnrollment', 'tas', 'Teaching Assistants'],
  ['StudentEnrollment', 'students', 'Students'],
  ['ObserverEnrollment', 'observers', 'Observers'],
] as const;

/** @param code `course_1` or `section_2` */
export async function syntheticContexts(
  ctx: Context,
  code: string,
  context: EnrolledContext,
  permissions: readonly string[],
) {
  const book = await bookWithCourse(ctx, context.course);
  if (!book) return [];
  const within = await searchableContexts(ctx, { ...context, kind: 'course' }, permissions);
  const counts = await countByRole(ctx, book, context);
  const roles = ROLES.filter(([type]) => (counts.get(type) ?? 0) > 0).map(([type, ending, name]) => ({
    avatar_url: groupPicture(ctx),
    type: 'context' as const,
    permissions: within.find(({ kind }) => kind === 'course')?.permissions ?? {},
    id: `${code}_${ending}`,
    name,
    user_count: counts.get(type) ?? 0,
  }));
  return context.kind === 'section' ? roles : [...roles, ...(await folders(ctx, code, context, within))];
}

async function folders(
  ctx: Context,
  code: string,
  { course }: EnrolledContext,
  within: readonly FoundContext[],
) {
  const sections = within.filter(({ kind }) => kind === 'section');
  const groups = within.filter(({ kind }) => kind === 'group');
  const first = await defaultSection(ctx, course);
  const folder = (ending: string, name: string, items: readonly FoundContext[]) => ({
    id: `${code}_${ending}`,
    name,
    item_count: items.length,
    type: 'context' as const,
  });
  return [
    ...(sections.some(({ id }) => id !== first.id) ? [folder('sections', 'Course Sections', sections)] : []),
    ...(groups.length > 0 ? [folder('groups', 'Student Groups', groups)] : []),
  ];
}

async function countByRole(
  ctx: Context,
  book: AddressBook,
  context: EnrolledContext,
): Promise<Map<string, number>> {
  const place =
    context.kind === 'section'
      ? sql`enrollments.course_section_id = ${context.sectionId}`
      : sql`enrollments.course_id = ${context.course.id}`;
  const { rows } = await sql<{ type: string; total: number }>`
    select enrollments.type, count(distinct enrollments.user_id) as total
    from enrollments join courses on courses.id = enrollments.course_id
    where ${place} and ${presentEnrollment} and ${seenEnrollment(book)} group by enrollments.type`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ type, total }) => [type, total]));
}
