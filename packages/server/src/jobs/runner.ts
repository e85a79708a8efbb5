import { isTransient } from '../db/error-code.ts';
import type { Fault } from '../http/pipeline.ts';
import type { Site } from '../http/site.ts';
import { type ClaimedJob, claimJob, refreshClaim, releaseJob, removeJob } from './claim.ts';
import { type AnyJob, JobFailed } from './job.ts';
import { JobRun, JobStopped } from './run.ts';

/** Jobs at once in one process. */
const HANDS = 2;
/** How long a job of a process that died, or of one too busy for it, waits beyond its lease at most. */
const POLL_MS = 5_000;
/** A third of the lease, so that two missed beats are no death. */
const HEARTBEAT_MS = 10_000;
/** A job that took that many processes with it is not given to another. */
const MOST_ATTEMPTS = 5;

/** Runs the jobs of one database, beside any number of other processes that do the same. */
export class JobRunner {
  readonly #site: Site;
  readonly #jobs: ReadonlyMap<string, AnyJob>;
  readonly #reportFault: (fault: Fault) => Promise<number | undefined>;
  readonly #closing = new AbortController();
  readonly #hands = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  /** Something was enqueued since the last look. */
  #woken = false;

  constructor(
    site: Site,
    jobs: readonly AnyJob[],
    reportFault: (fault: Fault) => Promise<number | undefined>,
  ) {
    this.#site = site;
    this.#jobs = new Map(jobs.map((job) => [job.name, job]));
    this.#reportFault = reportFault;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.wake(), POLL_MS).unref();
    this.wake();
  }

  /** Looks for work at once. Nothing before `start()`, so that a test says when jobs run. */
  wake(): void {
    if (!this.#timer || this.#closing.signal.aborted) return;
    this.#woken = true;
    if (this.#hands.size >= HANDS) return;
    const hand = this.#workOff()
      .catch((error) => this.#site.log.error({ err: error }, 'could not look for jobs'))
      .then(() => void this.#hands.delete(hand));
    this.#hands.add(hand);
  }

  /** Takes no more jobs; those that run end after the step they are at, and are left for another process. */
  async stop(): Promise<void> {
    this.#closing.abort();
    clearInterval(this.#timer);
    await Promise.all(this.#hands);
  }

  /** Runs jobs, one after the other, until none is left. @returns how many ran */
  async runPending(): Promise<number> {
    let count = 0;
    for (let job = await this.#claim(); job; job = await this.#claim()) {
      await this.#run(job);
      count++;
    }
    return count;
  }

  async #workOff(): Promise<void> {
    while (this.#woken && !this.#closing.signal.aborted) {
      this.#woken = false;
      while ((await this.runPending()) > 0);
    }
  }

  async #claim(): Promise<ClaimedJob | undefined> {
    if (this.#closing.signal.aborted) return undefined;
    return await claimJob(this.#site.database.kysely, [...this.#jobs.keys()]);
  }

  async #run(claimed: ClaimedJob): Promise<void> {
    const { kysely } = this.#site.database;
    const run = new JobRun(this.#site, claimed, this.#closing.signal);
    const heart = setInterval(() => {
      refreshClaim(kysely, claimed).catch((error) => run.log.warn({ err: error }, 'no heartbeat'));
    }, HEARTBEAT_MS);
    try {
      await this.#attempt(run, claimed);
    } catch (error) {
      // As if this process had died: the lease ends, and the job is taken up again.
      run.log.error({ err: error }, 'could not end a job');
    } finally {
      clearInterval(heart);
    }
  }

  async #attempt(run: JobRun, claimed: ClaimedJob): Promise<void> {
    const { kysely } = this.#site.database;
    if (!(await run.progress.start(kysely))) return void (await removeJob(kysely, claimed));
    try {
      const job = this.#jobs.get(claimed.name) as AnyJob;
      if (claimed.attempts > MOST_ATTEMPTS) throw new JobFailed('The job was interrupted too often.');
      await job.run(run, claimed.args as never);
      await run.progress.finish();
    } catch (error) {
      await this.#end(error, run, claimed);
    }
  }

  async #end(error: unknown, run: JobRun, claimed: ClaimedJob): Promise<void> {
    const { kysely } = this.#site.database;
    if (error instanceof JobStopped) {
      if (error.reason === 'closing' || error.reason === 'postponed') {
        await releaseJob(kysely, claimed, { counted: false, seconds: error.seconds });
      }
      if (error.reason === 'cancelled') await removeJob(kysely, claimed);
      return;
    }
    if (isTransient(error) && claimed.attempts < MOST_ATTEMPTS) {
      await releaseJob(kysely, claimed, { counted: true });
      return;
    }
    const failed =
      error instanceof JobFailed ? error : new JobFailed(await this.#messageOfFault(error, claimed));
    await kysely.transaction().execute(async (db) => {
      if (await removeJob(db, claimed)) await run.progress.fail(db, failed.message, failed.results);
    });
  }

  /** In Canvas's words. */
  async #messageOfFault(error: unknown, { id, name, progress_id, user_id }: ClaimedJob): Promise<string> {
    this.#site.log.error({ err: error, job: name, progress_id }, 'job failed');
    const report = await this.#reportFault({
      error,
      operation: `job ${name}`,
      method: 'JOB',
      path: `/api/v1/progress/${progress_id}`,
      requestContextId: `job-${id}`,
      userId: user_id,
    });
    return `Unexpected error, ID: ${report ?? 'unknown'}`;
  }
}
