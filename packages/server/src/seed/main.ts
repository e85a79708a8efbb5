/** `npm run seed`: fills a database for tests of scale. */
import {
  CannotGoOn,
  DATABASE_HELP,
  type DatabaseConfig,
  databaseFlags,
  readDatabase,
  runCommand,
  Settings,
} from '../command-line.ts';
import { systemClock } from '../http/site.ts';
import { openInstallation } from '../installation.ts';
import { EXAMPLE } from './demo/discussions.ts';
import { seed } from './index.ts';
import { fill, type Wanted } from './scale/fill.ts';
import { addLongTopic } from './talk/long-topic.ts';

const HELP = `npm run seed -- --courses N --users N: fills a database for tests of scale

  --courses N              how many generated courses it should hold, each with a section (0)
  --users N                how many generated users, each with a login and an address (0)
  --enrollments N          how many enrollments, in courses that this run adds (four a course)
  --entries N              adds a discussion of so many entries to BIOL 210 (course 168)
${DATABASE_HELP}
  --help

A new database gets the demo institution first; the courses lie in the institution's accounts and terms.
Run again with the same numbers, it goes on where it was interrupted, or does nothing; with larger ones it adds.
EASEL_ADMIN_TOKEN sets the administrator's token on a new database.
`;

const flags = {
  ...databaseFlags,
  courses: { type: 'string' },
  users: { type: 'string' },
  enrollments: { type: 'string' },
  entries: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** More than anybody waits for, and the most that the numbers in SIS ids sort right for. */
const MOST = 9_999_999;

async function fillDatabase(
  config: DatabaseConfig,
  wanted: Wanted & { entries: number },
  adminToken?: string,
): Promise<void> {
  const { database, secret } = await openInstallation(config);
  try {
    const now = systemClock.now();
    const access = await seed(database, 'demo', { now, secret, adminToken });
    if (access) {
      const { token, login, password } = access;
      console.log(`Made the demo institution. Its administrator's token, shown only now:\n${token}`);
      console.log(`He signs in with a browser as ${login} with the password ${password}`);
    }

    if (wanted.entries > 0) {
      const topic = await database.kysely
        .transaction()
        .execute((trx) => addLongTopic(trx, EXAMPLE, wanted.entries, now));
      console.log(
        `Added a discussion of ${wanted.entries} entries: courses/${EXAMPLE}/discussion_topics/${topic}`,
      );
    }
    if (wanted.courses + wanted.users === 0) return;
    const started = performance.now();
    const rate = (rows: number) => Math.round((rows / (performance.now() - started)) * 1000);
    const { before, rows } = await fill(database.kysely, wanted, now, (written, what) =>
      showProgress(`${what}: ${written} rows, ${rate(written)} a second`),
    );
    endProgress();
    if (rows > 0) {
      console.log(`Wrote ${rows} rows in ${seconds(performance.now() - started)} s: ${rate(rows)} rows/s.`);
    } else {
      console.log(
        `Nothing to add: there are ${before.users} generated users and ${before.courses} generated courses already.`,
      );
    }
  } finally {
    await database.close();
  }
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);

/** One line that changes on a terminal, a line each elsewhere. */
function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${line}\x1b[K`);
  else process.stderr.write(`${line}\n`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\n');
}

await runCommand(async () => {
  const settings = new Settings(flags, process.argv.slice(2), process.env);
  if (settings.has('help')) {
    console.log(HELP);
    return;
  }
  const courses = settings.wholeNumber('courses', [0, MOST]) ?? 0;
  const users = settings.wholeNumber('users', [0, MOST]) ?? 0;
  const enrollments =
    settings.wholeNumber('enrollments', [0, 100 * MOST]) ?? (users > 0 ? Math.min(4, users) * courses : 0);
  const entries = settings.wholeNumber('entries', [0, MOST]) ?? 0;
  if (courses + users + entries === 0) {
    throw new CannotGoOn('say how much with --courses and --users (or see --help)');
  }
  if (enrollments > 0 && users === 0) throw new CannotGoOn('--enrollments needs --users to enroll');
  await fillDatabase(
    readDatabase(settings),
    { courses, users, enrollments, entries },
    settings.secret('EASEL_ADMIN_TOKEN'),
  );
});
