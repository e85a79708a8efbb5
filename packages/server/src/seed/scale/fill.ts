/** Fills a database to a wanted size, for tests of scale. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables/index.ts';
import { DatabaseUnusable } from '../../db/unusable.ts';
import { countGeneratedCourses, findPlaces, insertCourses, ROWS_PER_COURSE } from './courses.ts';
import { insertEnrollments } from './enrollments.ts';
import { pieces } from './range.ts';
import { generatedUsers, insertUsers, ROWS_PER_USER } from './users.ts';

/** How many generated ones the database should hold in all. */
export interface Wanted {
  users: number;
  courses: number;
  enrollments: number;
}

export interface Filled {
  /** What was there before. */
  before: { users: number; courses: number };
  /** Written in this run. */
  rows: number;
}

/** Any number will do, as long as everybody who fills takes the same. */
const FILL_LOCK = 7_316_423;
/** Users or courses of one transaction: what an interruption can lose. */
const PIECE = 5000;

/**
 * Adds what is missing to the wanted size. Whatever stops it, the next run goes on from there: the things are
 * numbered, and a piece is either there with all that belongs to it or not at all.
 *
 * @param onProgress is told of the rows written so far
 * @throws DatabaseUnusable where somebody else fills it at the moment
 */
export async function fill(
  kysely: Kysely<Tables>,
  wanted: Wanted,
  now: string,
  onProgress: (rows: number, what: string) => void,
): Promise<Filled> {
  return await kysely.connection().execute(async (db) => {
    const { rows: locks } = await sql<{ taken: boolean }>`
      select pg_try_advisory_lock(${sql.lit(FILL_LOCK)}) as taken`.execute(db);
    if (!locks[0]?.taken) throw new DatabaseUnusable('another process is filling this database');
    try {
      return await addMissing(db, wanted, now, onProgress);
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(FILL_LOCK)})`.execute(db);
    }
  });
}

async function addMissing(
  db: Kysely<Tables>,
  wanted: Wanted,
  now: string,
  onProgress: (rows: number, what: string) => void,
): Promise<Filled> {
  const userIds = await generatedUsers(db);
  const before = { users: userIds.length, courses: await countGeneratedCourses(db) };
  let rows = 0;
  for (const range of pieces({ from: before.users, to: wanted.users }, PIECE)) {
    userIds.push(...(await db.transaction().execute((trx) => insertUsers(trx, range, now))));
    rows += (range.to - range.from) * ROWS_PER_USER;
    onProgress(rows, `${range.to} of ${wanted.users} users`);
  }
  const places = await findPlaces(db);
  for (const range of pieces({ from: before.courses, to: wanted.courses }, PIECE)) {
    rows += await db.transaction().execute(async (trx) => {
      const courses = await insertCourses(trx, range, places, now);
      const enrolled = await insertEnrollments(trx, courses, { ...wanted, userIds });
      return courses.length * ROWS_PER_COURSE + enrolled;
    });
    onProgress(rows, `${range.to} of ${wanted.courses} courses`);
  }
  // The planner would otherwise take the tables for empty until it looks by itself.
  if (rows > 0) await sql`analyze`.execute(db);
  return { before, rows };
}
