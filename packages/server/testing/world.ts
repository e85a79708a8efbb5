/** One Easel for a test file: its own database, its own clock, and quick ways to put things into it. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, inject } from 'vitest';
import { type AppOptions, buildApp } from '../src/app.ts';
import { type Database, openDatabase } from '../src/db/database.ts';
import { DiskStorage } from '../src/files/disk.ts';
import type { FileStorage } from '../src/files/storage.ts';
import { outgoingFetch } from '../src/http/outgoing.ts';
import type { SiteParts, SiteSettings } from '../src/http/site.ts';
import { Api } from './api.ts';
import { checkAnswer } from './check-answer.ts';
import { Maker } from './maker.ts';
import { ADMIN_TOKEN, SECRET } from './template.ts';
import { TestClock } from './test-clock.ts';

export interface World {
  app: FastifyInstance;
  database: Database;
  clock: TestClock;
  make: Maker;
  files: FileStorage;
  /** The root administrator, user 1. */
  admin: Api;
  /** Nobody. */
  anonymous: Api;
  as(token: string): Api;
  /** Gives the institution settings for the length of `run`, and takes them away again. */
  withSettings<T>(settings: object, run: () => Promise<T>): Promise<T>;
  /** Runs the background jobs that wait, which don't run by themselves here. How many there were. */
  runJobs(): Promise<number>;
}

const settings: SiteSettings = {
  publicUrl: undefined,
  forbiddenStatus: 401,
  throttle: 'off',
  requireUserAgent: false,
  bodyLimit: 1024 * 1024,
};

/**
 * Opens a world for the tests of one file, and closes it after them. Every answer is held against what its
 * operation says that it returns.
 */
export async function openWorld(
  overrides: Partial<SiteSettings> = {},
  inspect: AppOptions['inspect'] = checkAnswer,
  parts: Partial<Pick<SiteParts, 'files' | 'fetch'>> = {},
): Promise<World> {
  const { database, drop } = await copyTemplate();
  const clock = new TestClock();
  const directory = await mkdtemp(join(tmpdir(), 'easel-test-files-'));
  const files = parts.files ?? (await DiskStorage.open(directory));
  const app = buildApp(
    {
      database,
      clock,
      secret: SECRET,
      log: pino({ level: 'silent' }),
      files,
      fetch: parts.fetch ?? outgoingFetch({ allowPrivateNetworks: true }),
      settings: { ...settings, ...overrides },
    },
    { inspect },
  );
  afterAll(async () => {
    await app.close();
    await database.close();
    await drop();
    await rm(directory, { recursive: true, force: true });
  });
  return {
    app,
    database,
    clock,
    make: new Maker(database.kysely, clock),
    files,
    admin: new Api(app, ADMIN_TOKEN),
    anonymous: new Api(app),
    as: (token) => new Api(app, token),
    async withSettings(given, run) {
      await setRootSettings(database, given);
      try {
        return await run();
      } finally {
        await setRootSettings(database, {});
      }
    },
    runJobs: () => app.jobs.runPending(),
  };
}

async function setRootSettings({ kysely }: Database, settings: object): Promise<void> {
  await kysely
    .updateTable('accounts')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', 1)
    .execute();
}

async function copyTemplate(): Promise<{ database: Database; drop(): Promise<void> }> {
  const template = inject('template');
  if (template.engine === 'pglite') {
    const snapshot = new Blob([await readFile(template.snapshot)]);
    return { database: await openDatabase({ snapshot }), drop: async () => {} };
  }
  const name = `easel_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string) => {
    const maintenance = await openDatabase({ url: `${template.url}postgres`, connections: 1 });
    await sql.raw(statement).execute(maintenance.kysely);
    await maintenance.close();
  };
  await run(`create database ${name} template easel_template strategy file_copy`);
  return {
    database: await openDatabase({ url: template.url + name, connections: 4 }),
    drop: () => run(`drop database ${name} with (force)`),
  };
}
