import { sql } from 'kysely';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import type { ImportedRow } from './import-table.ts';

/** The student of a course whom a row names: by his id, else by his SIS id, else by his login. */
export async function studentOf(
  ctx: Context,
  courseId: number,
  row: ImportedRow,
): Promise<number | undefined> {
  const byLogin = (condition: ReturnType<typeof sql>) => sql<boolean>`users.id = (
    select user_id from pseudonyms where account_id = ${ctx.rootAccount.id} and workflow_state = 'active'
      and ${condition} limit 1)`;
  const names = [
    ...(row['canvas_user_id'] ? [sql<boolean>`users.id = ${parseNumber(row['canvas_user_id']) ?? 0}`] : []),
    ...(row['user_id'] ? [byLogin(sql`sis_user_id = ${row['user_id']}`)] : []),
    ...(row['login_id'] ? [byLogin(sql`unique_id_key = ${row['login_id'].toLowerCase()}`)] : []),
  ];
  for (const named of names) {
    const user = await ctx.db
      .selectFrom('users')
      .select('users.id')
      .where(named)
      .where(
        sql<boolean>`exists (select 1 from enrollments where enrollments.user_id = users.id
          and enrollments.course_id = ${courseId} and enrollments.type = 'StudentEnrollment'
          and enrollments.workflow_state not in ('rejected', 'completed', 'deleted', 'inactive'))`,
      )
      .executeTakeFirst();
    if (user) return user.id;
  }
  return undefined;
}
