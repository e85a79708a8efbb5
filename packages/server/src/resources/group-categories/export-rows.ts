/** The students of a course with their logins, as tables of groups and tags have them. */
import type { CourseRow } from '../../domain/course-access.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { csvLine } from '../../domain/csv.ts';
import type { Context } from '../../http/context.ts';
import { Reply } from '../../http/operation.ts';

export interface Student {
  readonly id: number;
  readonly sortable_name: string;
  readonly sis_user_id: string | null;
  readonly unique_id: string | null;
  readonly sections: string[];
}

/** Whether SIS ids have columns of their own. */
export const showsSis = async (ctx: Context, course: CourseRow): Promise<boolean> =>
  (await mayInCourse(ctx, course, 'read_sis')) || (await mayInCourse(ctx, course, 'manage_sis'));

/** Those who are active, by their ids. */
export async function studentsOf(ctx: Context, course: CourseRow): Promise<Student[]> {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .innerJoin('users', 'users.id', 'enrollments.user_id')
    .innerJoin('course_sections', 'course_sections.id', 'enrollments.course_section_id')
    .select(['users.id', 'users.sortable_name', 'course_sections.name as section'])
    .where('enrollments.course_id', '=', course.id)
    .where('enrollments.type', '=', 'StudentEnrollment')
    .where('enrollments.workflow_state', '=', 'active')
    .where('users.workflow_state', '<>', 'deleted')
    .orderBy('users.id')
    .orderBy('enrollments.id')
    .execute();
  const logins = await ctx.db
    .selectFrom('pseudonyms')
    .select(['user_id', 'unique_id', 'sis_user_id'])
    .where('account_id', '=', course.root_account_id)
    .where('workflow_state', '=', 'active')
    .where('user_id', 'in', (eb) =>
      eb.selectFrom('enrollments').select('enrollments.user_id').where('course_id', '=', course.id),
    )
    // Of several logins the one that the SIS knows.
    .orderBy((eb) => eb('sis_user_id', 'is', null))
    .orderBy('id')
    .execute();
  const loginOf = Map.groupBy(logins, ({ user_id }) => user_id);
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, enrolled]) => {
    const login = loginOf.get(id)?.[0];
    return {
      id,
      sortable_name: enrolled[0]?.sortable_name ?? '',
      sis_user_id: login?.sis_user_id ?? null,
      unique_id: login?.unique_id ?? null,
      sections: [...new Set(enrolled.map(({ section }) => section))],
    };
  });
}

/** `A`, `A and B`, `A, B, and C` */
export function sentence(texts: readonly string[]): string {
  if (texts.length < 3) return texts.join(' and ');
  return `${texts.slice(0, -1).join(', ')}, and ${texts.at(-1)}`;
}

type Cell = string | number | null | undefined;

/** A table to keep under a name. */
export function csvFile(name: string, lines: readonly (readonly Cell[])[]): Reply<string> {
  const plain = name.replace(/[^\x20-\x7e]|["\\/]/g, '_');
  return new Reply(200, lines.map(csvLine).join(''), {
    'content-type': 'text/csv',
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
