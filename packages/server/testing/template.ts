/** vitest's global setup: one migrated database with an empty institution, for every test file to copy. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Database, openDatabase } from '../src/db/database.ts';
import { migrate } from '../src/db/migrate.ts';
import { seed } from '../src/seed/index.ts';
import { startPostgres } from './postgres-server.ts';

export const ADMIN_TOKEN = 'the-administrator';
export const SECRET = 'a secret for tests';
/** When every test's world begins. */
export const BEGINNING = '2026-09-15T12:00:00Z';

declare module 'vitest' {
  export interface ProvidedContext {
    template: { engine: 'pglite'; snapshot: string } | { engine: 'postgres'; url: string };
  }
}

async function fill(database: Database): Promise<void> {
  await migrate(database);
  await seed(database, 'empty', { now: BEGINNING, secret: SECRET, adminToken: ADMIN_TOKEN });
}

export default async function setup(project: TestProject) {
  return project.name === 'postgres' ? await setupPostgres(project) : await setupPglite(project);
}

async function setupPglite(project: TestProject) {
  const directory = await mkdtemp(join(tmpdir(), 'easel-template-'));
  const snapshot = join(directory, 'snapshot.tar');
  const database = await openDatabase();
  await fill(database);
  await writeFile(snapshot, Buffer.from(await (await database.snapshot()).arrayBuffer()));
  await database.close();
  project.provide('template', { engine: 'pglite', snapshot });
  return () => rm(directory, { recursive: true, force: true });
}

async function setupPostgres(project: TestProject) {
  const server = await startPostgres();
  const maintenance = await openDatabase({ url: `${server.url}postgres` });
  const { sql } = await import('kysely');
  await sql`drop database if exists easel_template`.execute(maintenance.kysely);
  await sql`create database easel_template`.execute(maintenance.kysely);
  await maintenance.close();
  const database = await openDatabase({ url: `${server.url}easel_template` });
  await fill(database);
  await database.close();
  project.provide('template', { engine: 'postgres', url: server.url });
  return () => server.stop();
}
