import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../testing/world.ts';
import { Context } from '../http/context.ts';
import { findRootAccount } from '../http/root-account.ts';
import type { Site } from '../http/site.ts';
import { enqueue } from './enqueue.ts';
import { type AnyJob, defineJob, type Job, type JobArgs, JobFailed } from './job.ts';
import { JobRunner } from './runner.ts';

let world: World;
const site = { wakeJobs: () => {} } as Site;
beforeAll(async () => {
  world = await openWorld();
  Object.assign(site, {
    database: world.database,
    clock: world.clock,
    log: pino({ level: 'silent' }),
  });
});

const faults: unknown[] = [];
const runnerOf = (...jobs: AnyJob[]) =>
  new JobRunner(site, jobs, async ({ error }) => {
    faults.push(error);
    return faults.length;
  });

/** Enqueues as a request of the administrator would. */
async function leave<Args extends JobArgs>(job: Job<Args>, args: Args, { commit = true } = {}) {
  const { kysely } = world.database;
  let id = 0;
  const ended = kysely.transaction().execute(async (db) => {
    const ctx = new Context({
      site,
      caller: { user: null, realUser: null, token: null },
      request: { origin: 'https://easel.test', path: '/', pathParams: {}, query: {}, params: {} },
      now: world.clock.now(),
      rootAccount: await findRootAccount(db),
      db,
    });
    ({ id } = await enqueue(ctx, job, args, {
      progress: { context: { type: 'Account', id: 1 }, tag: job.name },
    }));
    if (!commit) throw new Error('rolled back');
  });
  await (commit ? ended : ended.catch(() => {}));
  return id;
}

const progressOf = (id: number) =>
  world.database.kysely.selectFrom('progresses').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const jobsLeft = async () => {
  const rows = await world.database.kysely.selectFrom('jobs').select('id').execute();
  return rows.length;
};

describe('a job', () => {
  it('runs with its arguments, and its progress completes with what it says', async () => {
    const seen: unknown[] = [];
    const job = defineJob<{ ids: number[] }>('test_well', async (run, { ids }) => {
      seen.push(ids, (await run.step(async (ctx) => ctx.url('/x'))) as string);
      await run.progress.update(50);
      seen.push((await progressOf(id)).completion, (await progressOf(id)).workflow_state);
      await run.progress.finish('2 done', { ids });
    });
    const id = await leave(job, { ids: [1, 2] });
    expect(await progressOf(id)).toMatchObject({ workflow_state: 'queued', completion: null, message: null });

    expect(await runnerOf(job).runPending()).toBe(1);
    expect(seen).toEqual([[1, 2], 'https://easel.test/x', 50, 'running']);
    expect(await progressOf(id)).toMatchObject({
      workflow_state: 'completed',
      completion: 100,
      message: '2 done',
      results: { ids: [1, 2] },
    });
    expect(await jobsLeft()).toBe(0);
  });

  it('completes without a word where the handler has none', async () => {
    const job = defineJob('test_silent', async () => {});
    const id = await leave(job, {});
    await runnerOf(job).runPending();
    expect(await progressOf(id)).toMatchObject({
      workflow_state: 'completed',
      completion: 100,
      message: null,
    });
  });

  it('is not there where its request was rolled back', async () => {
    const job = defineJob('test_rolled_back', async () => {});
    await leave(job, {}, { commit: false });
    expect(await runnerOf(job).runPending()).toBe(0);
  });

  it('is left alone by a server that does not know its kind', async () => {
    const job = defineJob('test_newer', async () => {});
    await leave(job, {});
    expect(await runnerOf().runPending()).toBe(0);
    expect(await runnerOf(job).runPending()).toBe(1);
  });

  it('undoes the step that throws, and fails with the message of a JobFailed', async () => {
    const job = defineJob('test_fails', async (run) => {
      await run.step(async (ctx) => {
        await ctx.db.updateTable('accounts').set({ name: 'half done' }).where('id', '=', 1).execute();
        throw new JobFailed('There is no such thing.');
      });
    });
    const id = await leave(job, {});
    await runnerOf(job).runPending();
    expect(await progressOf(id)).toMatchObject({
      workflow_state: 'failed',
      message: 'There is no such thing.',
    });
    const account = await findRootAccount(world.database.kysely);
    expect(account.name).not.toBe('half done');
    expect(await jobsLeft()).toBe(0);
  });

  it('fails with the number of the report where it met a fault, and is not tried again', async () => {
    const job = defineJob('test_fault', async () => {
      throw new TypeError('a mistake of ours');
    });
    const id = await leave(job, {});
    expect(await runnerOf(job).runPending()).toBe(1);
    expect(faults.at(-1)).toBeInstanceOf(TypeError);
    expect(await progressOf(id)).toMatchObject({
      workflow_state: 'failed',
      message: `Unexpected error, ID: ${faults.length}`,
    });
  });
});

describe('cancelling', () => {
  const cancel = (id: number) =>
    world.database.kysely
      .updateTable('progresses')
      .set({ workflow_state: 'failed', message: 'enough' })
      .where('id', '=', id)
      .execute();

  it('before it began keeps a job from beginning', async () => {
    let begun = false;
    const job = defineJob('test_cancelled_early', async () => {
      begun = true;
    });
    const id = await leave(job, {});
    await cancel(id);
    await runnerOf(job).runPending();
    expect(begun).toBe(false);
    expect(await progressOf(id)).toMatchObject({ workflow_state: 'failed', message: 'enough' });
    expect(await jobsLeft()).toBe(0);
  });

  it('stops a running job at its next step', async () => {
    const steps: number[] = [];
    const job = defineJob('test_cancelled_late', async (run) => {
      await run.step(async () => steps.push(1));
      await cancel(id);
      await run.step(async () => steps.push(2));
    });
    const id = await leave(job, {});
    await runnerOf(job).runPending();
    expect(steps).toEqual([1]);
    expect(await progressOf(id)).toMatchObject({ workflow_state: 'failed', message: 'enough' });
    expect(await jobsLeft()).toBe(0);
  });
});

describe('several processes', () => {
  const endLease = () =>
    sql`update jobs set available_at = now() - interval '1 second'`.execute(world.database.kysely);

  it('run a job once', async () => {
    let count = 0;
    const job = defineJob('test_once', async (run) => {
      await run.step(async () => count++);
    });
    for (let i = 0; i < 10; i++) await leave(job, {});
    const ran = await Promise.all([1, 2, 3].map(() => runnerOf(job).runPending()));
    expect(ran.reduce((sum, n) => sum + n)).toBe(10);
    expect(count).toBe(10);
  });

  it('take over from one that died, whose steps no longer count', async () => {
    const done: string[] = [];
    const other = defineJob('test_taken_over', async (run) => {
      await run.step(async () => done.push('other'));
      await run.progress.finish('by the other');
    });
    const slow = defineJob('test_taken_over', async (run) => {
      await run.step(async () => done.push('slow'));
      await endLease();
      await runnerOf(other).runPending();
      await run.step(async () => done.push('slow again'));
    });
    const id = await leave(slow, {});
    await runnerOf(slow).runPending();
    expect(done).toEqual(['slow', 'other']);
    expect(await progressOf(id)).toMatchObject({ workflow_state: 'completed', message: 'by the other' });
  });

  it('give up on a job that never comes to its end', async () => {
    const job = defineJob('test_deadly', async () => {});
    const id = await leave(job, {});
    await sql`update jobs set attempts = 5`.execute(world.database.kysely);
    await runnerOf(job).runPending();
    expect(await progressOf(id)).toMatchObject({
      workflow_state: 'failed',
      message: 'The job was interrupted too often.',
    });
  });

  it('get back at once what one leaves that closes', async () => {
    const steps: number[] = [];
    const first = defineJob('test_closing', async (run) => {
      await run.step(async () => steps.push(1));
      void closing.stop();
      await run.step(async () => steps.push(2));
    });
    const closing = runnerOf(first);
    const id = await leave(first, {});
    await closing.runPending();
    expect(steps).toEqual([1]);
    expect(await progressOf(id)).toMatchObject({ workflow_state: 'running' });

    const second = defineJob('test_closing', async (run) => {
      await run.step(async () => steps.push(3));
    });
    expect(await runnerOf(second).runPending()).toBe(1);
    expect(steps).toEqual([1, 3]);
    expect(await progressOf(id)).toMatchObject({ workflow_state: 'completed' });
  });
});

describe('a started runner', () => {
  it('is given back where it can’t begin yet, and not counted as interrupted', async () => {
    let ready = false;
    let runs = 0;
    const job = defineJob('test_postponed', async (run) => {
      runs++;
      if (!ready) run.postpone(3600);
    });
    const runner = runnerOf(job);
    const progress = await leave(job, {});
    await runner.runPending();
    expect(await runner.runPending()).toBe(0);
    const row = await world.database.kysely
      .selectFrom('jobs')
      .select(['attempts', sql<boolean>`available_at > now() + interval '59 minutes'`.as('later')])
      .where('name', '=', 'test_postponed')
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ attempts: 0, later: true });
    ready = true;
    await sql`update jobs set available_at = now() where name = 'test_postponed'`.execute(
      world.database.kysely,
    );
    await runner.runPending();
    expect(runs).toBe(2);
    expect(progress).toBeDefined();
  });

  it('begins when it is woken, and stop() waits for the step that runs', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    let ended = false;
    const job = defineJob('test_started', async (run) => {
      await run.step(async () => {
        begin();
        await new Promise((resolve) => setTimeout(resolve, 20));
      });
      ended = true;
    });
    const runner = runnerOf(job);
    runner.start();
    await leave(job, {});
    runner.wake();
    await begun;
    await runner.stop();
    expect(ended).toBe(true);
  });
});
