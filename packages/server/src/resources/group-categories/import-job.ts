import { UnreadableFile } from '../../domain/csv.ts';
import type { GroupRow } from '../../domain/group-access.ts';
import { endMemberships, insertMembers } from '../../domain/group-members.ts';
import { InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { defineJob, JobFailed } from '../../jobs/job.ts';
import { groupOf, tagOf } from './import-groups.ts';
import { studentOf } from './import-people.ts';
import { type ImportedRow, readTable } from './import-table.ts';
import { findGroupCategory } from './load.ts';

type Args = {
  /** Null for differentiation tags, which a table brings with their sets. */
  group_category_id: number | null;
  course_id: number;
  /** The file in Base64. */
  content: string;
  done: number;
  /** Who has been put into a group; of tags together with the group. */
  seen: string[];
  groups: number[];
  users: number[];
};

/** Rows a step. */
const BATCH = 200;

export const importJob = defineJob<Args>('course_group_import', async (job, begun) => {
  const state = { ...begun };
  const rows = tableIn(begun);
  while (state.done < rows.length) {
    await job.step(async (ctx) => {
      for (const row of rows.slice(state.done, state.done + BATCH)) await importRow(ctx, state, row);
      state.done += BATCH;
      await job.progress.update((100 * Math.min(state.done, rows.length)) / rows.length);
      await job.continueWith(state);
    });
  }
  await job.progress.finish(message(state));
});

const message = ({ groups, users }: Pick<Args, 'groups' | 'users'>, error: string | null = null) =>
  JSON.stringify({ type: 'import_groups', groups: groups.length, users: users.length, error });

function tableIn({ content }: Args): ImportedRow[] {
  try {
    return readTable(Buffer.from(content, 'base64'));
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new JobFailed(message({ groups: [], users: [] }, error.message));
    throw error;
  }
}

/** A row that names no group or no student of the course says nothing. */
async function importRow(ctx: Context, state: Args, row: ImportedRow): Promise<void> {
  const group = await namedGroup(ctx, state, row);
  const userId = group && (await studentOf(ctx, state.course_id, row));
  if (!group || !userId) return;
  const key = state.group_category_id === null ? `${group.id}:${userId}` : String(userId);
  if (state.seen.includes(key)) return;
  await moveInto(ctx, state, group, userId);
  state.seen.push(key);
  state.groups = [...new Set([...state.groups, group.id])];
  state.users = [...new Set([...state.users, userId])];
}

async function namedGroup(ctx: Context, state: Args, row: ImportedRow): Promise<GroupRow | undefined> {
  try {
    if (state.group_category_id === null) return await tagOf(ctx, state.course_id, row);
    const category = await ctx.once(`category:${state.group_category_id}`, () =>
      findGroupCategory(ctx, String(state.group_category_id)),
    );
    return await groupOf(ctx, category, row);
  } catch (error) {
    if (error instanceof InvalidRecord) throw new JobFailed(message(state, error.message));
    throw error;
  }
}

/** Whoever is in another group of the set leaves it; of tags one can have many. */
async function moveInto(ctx: Context, state: Args, group: GroupRow, userId: number): Promise<void> {
  const before = await ctx.db
    .selectFrom('group_memberships')
    .innerJoin('groups', 'groups.id', 'group_memberships.group_id')
    .select(['group_memberships.id', 'group_memberships.group_id'])
    .where('group_memberships.user_id', '=', userId)
    .where('group_memberships.workflow_state', '<>', 'deleted')
    .where((eb) =>
      state.group_category_id === null
        ? eb('groups.id', '=', group.id)
        : eb('groups.group_category_id', '=', group.group_category_id),
    )
    .execute();
  await endMemberships(
    ctx,
    before.map(({ id }) => id),
  );
  await insertMembers(ctx, group, [userId]);
}
