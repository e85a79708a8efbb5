import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { DatabaseUnusable } from './unusable.ts';

const SOURCE = join(import.meta.dirname, '..');

/** Any number will do, as long as every server of an installation takes the same. */
const MIGRATION_LOCK = 7_316_421;

interface Migration {
  name: string;
  text: string;
  checksum: string;
}

/** Every `migrations/*.sql` of the source tree, in the order of their file names, wherever they live. */
async function readMigrations(): Promise<Migration[]> {
  const files = await Array.fromAsync(glob('**/migrations/*.sql', { cwd: SOURCE }));
  files.sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(SOURCE, file), 'utf8');
      return {
        name: basename(file, '.sql'),
        text,
        checksum: createHash('sha256').update(text).digest('hex'),
      };
    }),
  );
}

/**
 * Brings the schema up to date, forward only, in one transaction behind a lock: of several servers that start
 * at once, one migrates and the others wait for it and find nothing to do.
 *
 * @returns the names of the migrations that ran
 * @throws DatabaseUnusable where a migration that already ran has another text now, or the database knows a newer one
 */
export async function migrate({ kysely }: Database): Promise<string[]> {
  const migrations = await readMigrations();
  return await kysely.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(trx);
    await sql`create table if not exists schema_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`.execute(
      trx,
    );
    const { rows } = await sql<{ name: string; checksum: string }>`
      select name, checksum from schema_migrations`.execute(trx);
    const applied = new Map(rows.map((row) => [row.name, row.checksum]));
    refuseUnknown(applied, migrations);

    const due = migrations.filter(({ name }) => !applied.has(name));
    for (const { name, text, checksum } of due) {
      for (const statement of statements(text)) await sql.raw(statement).execute(trx);
      await sql`insert into schema_migrations (name, checksum) values (${name}, ${checksum})`.execute(trx);
    }
    return due.map(({ name }) => name);
  });
}

function refuseUnknown(applied: Map<string, string>, migrations: Migration[]): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    const expected = known.get(name);
    if (expected === undefined) {
      throw new DatabaseUnusable(`the database was migrated by a newer Easel (it knows ${name})`);
    }
    if (expected !== checksum) {
      throw new DatabaseUnusable(`migration ${name} was changed after it ran; add a new one instead`);
    }
  }
}

/** A named statement holds one command, so a file is sent piece by piece: a command ends in `;` at a line's end. */
function statements(text: string): string[] {
  return text
    .replace(/^\s*--.*$/gm, '')
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter(Boolean);
}
