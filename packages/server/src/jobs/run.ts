import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Db } from '../db/database.ts';
import type { JsonValue } from '../db/json-columns.ts';
import { Context } from '../http/context.ts';
import { findRootAccount } from '../http/root-account.ts';
import type { Site } from '../http/site.ts';
import { type ClaimedJob, holdJob, removeJob } from './claim.ts';
import type { JobArgs } from './job.ts';

/** Why a job stops between two steps without having failed. */
type StopReason = 'cancelled' | 'taken over' | 'closing' | 'postponed';

/** Not an error of the job: handlers let it pass. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped';
  readonly reason: StopReason;
  /** After which a postponed job is to begin again. */
  readonly seconds: number;
  constructor(reason: StopReason, seconds = 0) {
    super(reason);
    this.reason = reason;
    this.seconds = seconds;
  }
}

/** One attempt at a job: all that its handler has. */
export class JobRun {
  readonly log: Logger;
  readonly progress: JobProgress;
  readonly #site: Site;
  readonly #job: ClaimedJob;
  readonly #closing: AbortSignal;

  constructor(site: Site, job: ClaimedJob, closing: AbortSignal) {
    this.#site = site;
    this.#job = job;
    this.#closing = closing;
    this.log = site.log.child({ job: job.name, progress_id: job.progress_id });
    this.progress = new JobProgress(site, job);
  }

  /** Aborted when the server closes: what a handler does outside its steps is to end, and comes again elsewhere. */
  get closing(): AbortSignal {
    return this.#closing;
  }

  get now(): string {
    return this.#site.clock.now();
  }

  /**
   * Does a piece of the work in a transaction of its own, with a context as the request's that enqueued it.
   * Keep steps short: others wait for them where the database is embedded.
   * @throws JobStopped where the Progress was cancelled, the server closes, or another process has the job
   */
  async step<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
    // The embedded database works on this very thread: without a pause no request would be read before the last step.
    await setImmediate();
    if (this.#closing.aborted) throw new JobStopped('closing');
    const { ctx, result } = await this.#site.database.kysely.transaction().execute(async (db) => {
      if (!(await holdJob(db, this.#job))) throw new JobStopped('taken over');
      if (!(await this.progress.isRunning(db))) throw new JobStopped('cancelled');
      const ctx = await this.#contextOn(db);
      return { ctx, result: await this.progress.within(db, () => work(ctx)) };
    });
    for (const callback of ctx.afterCommit) callback();
    return result;
  }

  /**
   * Gives the hand back, for what can't begin yet: a job that waited for another would keep it from those that it waits
   * for. It begins again from its beginning, and isn't counted as interrupted.
   * @throws JobStopped
   */
  postpone(seconds: number): never {
    throw new JobStopped('postponed', seconds);
  }

  /**
   * What the job begins with, should it have to begin again. Inside a step it is committed with the step, so that
   * no step is done twice.
   */
  async continueWith(args: JobArgs): Promise<void> {
    await this.progress.db
      .updateTable('jobs')
      .set({ args: JSON.stringify(args) })
      .where('id', '=', this.#job.id)
      .where('attempts', '=', this.#job.attempts)
      .execute();
  }

  async #contextOn(db: Db): Promise<Context> {
    const { user_id, origin, progress_id } = this.#job;
    const user =
      user_id === null
        ? null
        : await db.selectFrom('users').selectAll().where('id', '=', user_id).executeTakeFirstOrThrow();
    return new Context({
      site: this.#site,
      caller: { user, realUser: null, token: null },
      request: { origin, path: `/api/v1/progress/${progress_id}`, pathParams: {}, query: {}, params: {} },
      now: this.now,
      rootAccount: await findRootAccount(db),
      db,
    });
  }
}

/** What the client sees of the job. Inside a step it is written with the step, otherwise at once. */
export class JobProgress {
  readonly #site: Site;
  readonly #job: ClaimedJob;
  #stepsDb: Db | undefined;

  constructor(site: Site, job: ClaimedJob) {
    this.#site = site;
    this.#job = job;
  }

  /** @param completion percent */
  async update(completion: number): Promise<void> {
    await this.#set(this.db, { completion });
  }

  /** Ends the job well. A handler that returns without it has finished with nothing to say. */
  async finish(message: string | null = null, results?: JsonValue): Promise<void> {
    if (this.#stepsDb) return await this.#finish(this.#stepsDb, message, results);
    await this.#site.database.kysely.transaction().execute((db) => this.#finish(db, message, results));
  }

  async #finish(db: Db, message: string | null, results?: JsonValue): Promise<void> {
    // Whoever has it by now finishes it; of a job that is already finished there is nothing left to say.
    if (!(await removeJob(db, this.#job))) return;
    await this.#set(db, {
      workflow_state: 'completed',
      completion: 100,
      message,
      ...(results !== undefined && { results: JSON.stringify(results) }),
    });
  }

  /** Queued becomes running. @returns false where it was cancelled before it began */
  async start(db: Db): Promise<boolean> {
    await db
      .updateTable('progresses')
      .set({ workflow_state: 'running', updated_at: this.#site.clock.now() })
      .where('id', '=', this.#job.progress_id)
      .where('workflow_state', '=', 'queued')
      .execute();
    return await this.isRunning(db);
  }

  async fail(db: Db, message: string, results?: JsonValue): Promise<void> {
    await this.#set(db, {
      workflow_state: 'failed',
      message: message || null,
      ...(results !== undefined && { results: JSON.stringify(results) }),
    });
  }

  async isRunning(db: Db): Promise<boolean> {
    const running = await db
      .selectFrom('progresses')
      .select('id')
      .where('id', '=', this.#job.progress_id)
      .where('workflow_state', '=', 'running')
      .executeTakeFirst();
    return running !== undefined;
  }

  async within<T>(db: Db, work: () => Promise<T>): Promise<T> {
    this.#stepsDb = db;
    try {
      return await work();
    } finally {
      this.#stepsDb = undefined;
    }
  }

  /** The embedded database's one connection is the step's while there is one. */
  get db(): Db {
    return this.#stepsDb ?? this.#site.database.kysely;
  }

  /** What was cancelled or has ended stays as it is. */
  async #set(
    db: Db,
    values: {
      workflow_state?: 'completed' | 'failed';
      completion?: number;
      message?: string | null;
      results?: string;
    },
  ): Promise<void> {
    await db
      .updateTable('progresses')
      .set({ ...values, updated_at: this.#site.clock.now() })
      .where('id', '=', this.#job.progress_id)
      .where('workflow_state', '=', 'running')
      .execute();
  }
}
