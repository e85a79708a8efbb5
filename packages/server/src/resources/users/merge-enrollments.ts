import type { Context } from '../../http/context.ts';
import { type MergeRecord, move, restate } from './merge-record.ts';

const STATES_BY_WORTH = [
  'active',
  'invited',
  'creation_pending',
  'completed',
  'rejected',
  'inactive',
  'deleted',
];
const worth = (state: string) => STATES_BY_WORTH.length - STATES_BY_WORTH.indexOf(state);

/**
 * Moves what one user is enrolled in, and who observes him, to another. Where both have the same enrollment the
 * other keeps his, in the better state of the two; nobody ends up observing himself.
 */
export async function mergeEnrollments(
  ctx: Context,
  record: MergeRecord,
  fromId: number,
  intoId: number,
): Promise<void> {
  for (const column of ['associated_user_id', 'user_id'] as const) {
    const rows = await enrollmentsOf(ctx, column, [fromId, intoId]);
    const own = rows.filter((row) => row[column] === fromId);
    const theirs = rows.filter((row) => row[column] === intoId);
    for (const row of own) {
      const twin = theirs.find((other) => sameBut(column, row, other));
      if (twin && worth(row.workflow_state) > worth(twin.workflow_state)) {
        await restate(ctx, record, 'enrollments', [twin], row.workflow_state);
      }
      const observesHimself = row.user_id === intoId || row.associated_user_id === intoId;
      if (twin || observesHimself) await restate(ctx, record, 'enrollments', [row], 'deleted');
    }
    const left = (await enrollmentsOf(ctx, column, [fromId])).filter(
      ({ workflow_state }) => workflow_state !== 'deleted',
    );
    const ids = left.map(({ id }) => id);
    await move(ctx, record, `enrollments.${column}`, ids, intoId);
  }
}

type Row = Awaited<ReturnType<typeof enrollmentsOf>>[number];

function enrollmentsOf(ctx: Context, column: 'user_id' | 'associated_user_id', userIds: readonly number[]) {
  return ctx.db
    .selectFrom('enrollments')
    .select(['id', 'user_id', 'associated_user_id', 'course_section_id', 'type', 'role_id', 'workflow_state'])
    .where(column, 'in', userIds)
    .orderBy('id')
    .execute();
}

/** Would be one and the same row if the column held the same user. */
function sameBut(column: 'user_id' | 'associated_user_id', a: Row, b: Row): boolean {
  const other = column === 'user_id' ? 'associated_user_id' : 'user_id';
  return (
    a.type === b.type &&
    a.role_id === b.role_id &&
    a.course_section_id === b.course_section_id &&
    a[other] === b[other]
  );
}
