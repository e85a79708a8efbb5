/** `npm start`: reads the configuration, opens the database, seeds it if it is new, and listens. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp } from './app.ts';
import { CannotGoOn, runCommand } from './command-line.ts';
import { type Config, HELP, readConfig, type SeedName } from './config.ts';
import { openStorage, StorageUnusable } from './files/open-storage.ts';
import { outgoingFetch } from './http/outgoing.ts';
import { systemClock } from './http/site.ts';
import { openInstallation } from './installation.ts';
import { seed } from './seed/index.ts';
import type { AdminAccess } from './seed/institution.ts';
import { countBuffersWithTheHeap } from './tuning.ts';

/** A body beyond this is refused; files have their own way in. */
const BODY_LIMIT = 10 * 1024 * 1024;

async function start(config: Config): Promise<void> {
  // The embedded database's own memory would count too, and put collecting off for as much again.
  if (config.databaseUrl !== undefined) countBuffersWithTheHeap();
  const { database, secret } = await openInstallation(config);
  const access = await seed(database, config.seed, {
    now: systemClock.now(),
    secret,
    adminToken: config.adminToken,
    adminPassword: config.adminPassword,
    demoPassword: config.demoPassword,
  });
  const files = await openFiles(config);
  const app = buildApp(
    {
      database,
      clock: systemClock,
      secret,
      files: files.storage,
      fetch: outgoingFetch(config),
      log: pino({ level: config.logLevel }),
      settings: {
        publicUrl: config.publicUrl,
        forbiddenStatus: config.forbiddenStatus,
        throttle: config.throttle,
        requireUserAgent: config.requireUserAgent,
        identityProvider: config.identityProvider,
        bodyLimit: BODY_LIMIT,
      },
    },
    { trustedProxies: config.trustedProxies },
  );
  app.addHook('onClose', async () => {
    await database.close();
    await files.forget();
  });
  closeOnSignal(app);
  const address = await listen(app, config);
  if (access) console.log(welcome(address, access, config.seed));
  else if (!config.adminToken) console.log(welcomeBack);
  console.log(`Easel is ready at ${address}`);
}

/** With the data in memory, the files are in a directory that goes when the process goes. */
async function openFiles({ files }: Config) {
  const temporary = files === undefined ? await mkdtemp(join(tmpdir(), 'easel-files-')) : undefined;
  try {
    return {
      storage: await openStorage(files ?? (temporary as string)),
      forget: async () => {
        if (temporary) await rm(temporary, { recursive: true, force: true });
      },
    };
  } catch (error) {
    if (error instanceof StorageUnusable) throw new CannotGoOn(error.message);
    throw error;
  }
}

/** How long an answer that nobody reads may hold up the end. */
const DRAIN_MS = 10_000;

/** The requests under way are answered, then the process ends. A second signal ends it at once. */
function closeOnSignal(app: FastifyInstance): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // A connection that is busy at this moment stays open after its answer, and would be waited for.
      setInterval(() => app.server.closeIdleConnections(), 100);
      setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
      void app.close().then(() => process.exit(0));
    });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something else listens there; choose another with --port',
  EACCES: 'that takes more rights; choose another with --port',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such host',
};

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CannotGoOn(`can't listen on ${host}, port ${port}: ${REASONS[code ?? ''] ?? message}`);
  }
}

function welcome(address: string, { token, login, password }: AdminAccess, seedName: SeedName): string {
  const query = seedName === 'demo' ? '?enrollment_term_id=sis_term_id:fall-2026' : '';
  return `
This is a new institution. Its administrator's token, shown only now:

  ${token}

Try it:

  curl -H 'Authorization: Bearer ${token}' '${address}/api/v1/accounts/1/courses${query}'

With a browser, at ${address}/login: ${login}, password ${password}
`;
}

const welcomeBack = `
The administrator's token was shown at the first start. If it is lost, stop Easel and make another: npm run token
`;

await runCommand(async () => {
  const config = readConfig(process.argv.slice(2), process.env);
  if (config === 'help') console.log(HELP);
  else await start(config);
});
