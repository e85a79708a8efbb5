/** Groups of assignments. */
import type { Selectable } from 'kysely';
import type { AssignmentGroupsTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';

export type AssignmentGroupRow = Selectable<AssignmentGroupsTable>;

/** What a course's first group is called that nobody has made. */
export const DEFAULT_GROUP = 'Assignments';

export function activeGroups(ctx: Context, courseId: number) {
  return ctx.db
    .selectFrom('assignment_groups')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('workflow_state', '=', 'available')
    .orderBy('position')
    .orderBy('id');
}

/** Where an assignment goes that names no group: the first of the course, which is made now where there is none. */
export async function defaultGroup(ctx: Context, courseId: number): Promise<AssignmentGroupRow> {
  const first = await activeGroups(ctx, courseId).limit(1).executeTakeFirst();
  return first ?? (await insertGroup(ctx, courseId, { name: DEFAULT_GROUP }));
}

/** After the others, unless it has a position. */
export async function insertGroup(
  ctx: Context,
  courseId: number,
  values: Partial<Omit<AssignmentGroupRow, 'rules' | 'integration_data'>> & {
    name: string;
    rules?: string;
    integration_data?: string;
  },
): Promise<AssignmentGroupRow> {
  const position = values.position ?? (await lastPosition(ctx, courseId)) + 1;
  return await ctx.db
    .insertInto('assignment_groups')
    .values({ ...values, course_id: courseId, position, created_at: ctx.now, updated_at: ctx.now })
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function lastPosition(ctx: Context, courseId: number): Promise<number> {
  const { last } = await ctx.db
    .selectFrom('assignment_groups')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('course_id', '=', courseId)
    .where('workflow_state', '=', 'available')
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

/** A group's name as that of one of its members, which an assignment without a name gets. */
export function singular(name: string): string {
  return name
    .replace(/(quiz)zes$/i, '$1')
    .replace(/ies$/i, 'y')
    .replace(/(s|x|z|ch|sh)es$/i, '$1')
    .replace(/([^su])s$/i, '$1');
}
