/**
 * Scores what nobody has handed in when its time is over, in courses whose late policy says so. Nobody asks for anything at
 * that moment, so the server looks by itself. Why so, and why any number of servers may: docs/decisions/0007-missing-work.md.
 * Source: MissingPolicyApplicator of Canvas.
 */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { Db } from '../../db/database.ts';
import { Context } from '../../http/context.ts';
import { findRootAccount } from '../../http/root-account.ts';
import type { Site } from '../../http/site.ts';
import { enforceLatePolicy } from './course-policies.ts';

/** How often Easel looks; Canvas does every five minutes. */
const EVERY_MS = 60_000;
const DAY = 24 * 60 * 60;

/**
 * @param since how many seconds back from now something may have been due; unlimited unless given
 * @returns in how many courses there was something to look at
 */
export async function scoreMissingWork(site: Site, since?: number): Promise<number> {
  const courses = await coursesConcerned(site, since);
  for (const { course_id, assignment_ids } of courses) {
    await site.database.kysely.transaction().execute(async (db) => {
      const ctx = await contextOn(site, db);
      // Another server waits here, and finds nothing left to do.
      const course = await db
        .selectFrom('courses')
        .selectAll()
        .where('id', '=', course_id)
        .forNoKeyUpdate()
        .executeTakeFirstOrThrow();
      // What is handed in or graded this very moment comes first.
      await db
        .selectFrom('submissions')
        .select('id')
        .where('assignment_id', '=', anyOf(assignment_ids))
        .where('score', 'is', null)
        .orderBy('id')
        .forUpdate()
        .execute();
      await enforceLatePolicy(ctx, course, assignment_ids);
    });
  }
  return courses.length;
}

interface Concerned {
  readonly course_id: number;
  readonly assignment_ids: number[];
}

/** Where something is overdue, unscored and unmarked. What hands in nothing online can't be missing. */
async function coursesConcerned(site: Site, since: number | undefined): Promise<Concerned[]> {
  const now = sql`${site.clock.now()}::timestamptz`;
  const from =
    since === undefined ? sql`` : sql`and s.cached_due_date > ${now} - make_interval(secs => ${since})`;
  const { rows } = await sql<Concerned>`
    select s.course_id, array_agg(distinct s.assignment_id) as assignment_ids
    from submissions s
      join late_policies p on p.course_id = s.course_id and p.missing_submission_deduction_enabled
      join courses on courses.id = s.course_id and courses.workflow_state = 'available'
      join assignments a on a.id = s.assignment_id and a.workflow_state = 'published'
      left join grading_periods g on g.id = s.grading_period_id and g.workflow_state = 'active'
    where s.cached_due_date < ${now} ${from}
      and s.score is null and s.grade is null and s.submitted_at is null and s.workflow_state <> 'deleted'
      and not coalesce(s.excused, false) and s.late_policy_status is null and s.custom_grade_status_id is null
      and s.grader_id is null
      and not (a.submission_types <@ array['on_paper', 'external_tool', 'none', 'not_graded', 'wiki_page'])
      and (g.close_date is null or g.close_date >= ${now})
    group by s.course_id order by s.course_id`.execute(site.database.kysely);
  return rows;
}

const contextOn = async (site: Site, db: Db): Promise<Context> =>
  new Context({
    site,
    caller: { user: null, realUser: null, token: null },
    request: { origin: site.settings.publicUrl ?? '', path: '/', pathParams: {}, query: {}, params: {} },
    now: site.clock.now(),
    rootAccount: await findRootAccount(db),
    db,
  });

/** Looks once a minute while the server listens: at all that is overdue first, then at the last day, as Canvas does. */
export class MissingWork {
  readonly #site: Site;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(site: Site) {
    this.#site = site;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#look(DAY), EVERY_MS).unref();
    this.#look();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  #look(since?: number): void {
    this.#running = this.#running
      .then(() => scoreMissingWork(this.#site, since))
      .then(() => {})
      .catch((error) => this.#site.log.error({ err: error }, 'could not score missing work'));
  }
}
