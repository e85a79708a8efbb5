/** Who holds a job: the row itself says it, so that any number of processes can share the work. */
import { type Selectable, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { JobsTable } from '../db/tables/index.ts';

/** A process that hasn't been heard of for as long has died, and its jobs are free again. */
const LEASE = sql.lit('30 seconds');

/** A job as claimed. `attempts` is the token of the claim: whoever claims it later counts one more. */
export type ClaimedJob = Selectable<JobsTable>;

const untilLeaseEnds = sql<string>`now() + ${LEASE}::interval`;

/**
 * Takes the job that has waited longest, of the kinds named: an older server leaves alone what it doesn't know.
 * @returns undefined where none is free
 */
export async function claimJob(db: Db, names: readonly string[]): Promise<ClaimedJob | undefined> {
  return await db
    .updateTable('jobs')
    .set({ available_at: untilLeaseEnds, attempts: sql`attempts + 1` })
    .where('id', '=', (free) =>
      free
        .selectFrom('jobs')
        .select('id')
        .where('available_at', '<=', sql<string>`now()`)
        .where('name', '=', sql<string>`any(${names}::text[])`)
        .orderBy('available_at')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();
}

/**
 * Renews the claim; inside a transaction nobody else can take the job before it ends, however long that is.
 * @returns whether the claim still stood
 */
export async function holdJob(db: Db, { id, attempts }: ClaimedJob): Promise<boolean> {
  const held = await db
    .updateTable('jobs')
    .set({ available_at: untilLeaseEnds })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .returning('id')
    .executeTakeFirst();
  return held !== undefined;
}

/** Renews the claim from beside the job; one whose step is under way is locked, and needs no renewing. */
export async function refreshClaim(db: Db, { id, attempts }: ClaimedJob): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ available_at: untilLeaseEnds })
    .where('id', '=', (mine) =>
      mine
        .selectFrom('jobs')
        .select('id')
        .where('id', '=', id)
        .where('attempts', '=', attempts)
        .forUpdate()
        .skipLocked(),
    )
    .execute();
}

/**
 * Gives the job back for any process to take, at once or after some seconds.
 * @param counted whether this attempt counts towards the most there may be
 */
export async function releaseJob(
  db: Db,
  { id, attempts }: ClaimedJob,
  { counted, seconds = 0 }: { counted: boolean; seconds?: number },
): Promise<void> {
  await db
    .updateTable('jobs')
    .set({
      available_at: sql<string>`now() + make_interval(secs => ${seconds})`,
      attempts: counted ? attempts : attempts - 1,
    })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .execute();
}

/** @returns whether it was still ours to remove */
export async function removeJob(db: Db, { id, attempts }: ClaimedJob): Promise<boolean> {
  const removed = await db
    .deleteFrom('jobs')
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .returning('id')
    .executeTakeFirst();
  return removed !== undefined;
}
