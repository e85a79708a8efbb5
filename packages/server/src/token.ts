/** `npm run token`: a new token for an administrator whose own is lost. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  CannotGoOn,
  DATABASE_HELP,
  type DatabaseConfig,
  databaseFlags,
  readDatabase,
  runCommand,
  Settings,
} from './command-line.ts';
import type { Db } from './db/database.ts';
import { systemClock } from './http/site.ts';
import { openInstallation } from './installation.ts';
import { createAccessToken } from './seed/access-token.ts';
import { firstAdministrator, usableUsers } from './seed/administrator.ts';

const HELP = `npm run token -- [--user ID]: prints a new access token

  --user ID                whose (the institution's first administrator)
${DATABASE_HELP}
  --help

The embedded database must not be running; PostgreSQL may. Where the server has EASEL_SECRET, so must this.
The token alone goes to the standard output: TOKEN=$(npm run --silent token)
`;

const flags = { ...databaseFlags, user: { type: 'string' }, help: { type: 'boolean' } } as const;

async function printToken(config: DatabaseConfig, userId: number | undefined): Promise<void> {
  refuseMissing(config);
  const { database, secret } = await openInstallation(config);
  try {
    const user = await findUser(database.kysely, userId);
    const token = await createAccessToken(database.kysely, {
      userId: user.id,
      purpose: 'Made by npm run token',
      secret,
      now: systemClock.now(),
    });
    console.error(`A new token of ${user.name} (user ${user.id}), shown only now:`);
    console.log(token);
  } finally {
    await database.close();
  }
}

/** Opening would make a new, empty database out of a mistyped path. */
function refuseMissing({ databaseUrl, dataDirectory }: DatabaseConfig): void {
  if (databaseUrl !== undefined) return;
  if (dataDirectory === undefined) throw new CannotGoOn('a database in memory is its process’s alone');
  if (existsSync(join(dataDirectory, 'PG_VERSION'))) return;
  throw new CannotGoOn(
    `there is no database in ${dataDirectory}; name the one of your Easel with --data-dir`,
  );
}

async function findUser(db: Db, id: number | undefined): Promise<{ id: number; name: string }> {
  if (id !== undefined) {
    const user = await usableUsers(db).where('users.id', '=', id).executeTakeFirst();
    if (!user) throw new CannotGoOn(`there is no user ${id} who can sign in`);
    return user;
  }
  const administrator = await firstAdministrator(db);
  if (!administrator) throw new CannotGoOn('the institution has no administrator; name a user with --user');
  return administrator;
}

await runCommand(async () => {
  const settings = new Settings(flags, process.argv.slice(2), process.env);
  if (settings.has('help')) {
    console.log(HELP);
    return;
  }
  await printToken(readDatabase(settings), settings.wholeNumber('user', [1, Number.MAX_SAFE_INTEGER]));
});
