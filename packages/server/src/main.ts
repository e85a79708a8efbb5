/** `npm start`: reads the configuration, opens the database, seeds it if it is new, and listens. */
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp } from './app.ts';
import { type Config, ConfigError, HELP, readConfig } from './config.ts';
import { openDatabase } from './db/database.ts';
import { installationSecret } from './db/installation-secret.ts';
import { migrate } from './db/migrate.ts';
import { systemClock } from './http/site.ts';
import { seed } from './seed/index.ts';

/** A body beyond this is refused; files have their own way in. */
const BODY_LIMIT = 10 * 1024 * 1024;

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel });
  const database = await openDatabase({
    url: config.databaseUrl,
    directory: config.dataDirectory,
    namedStatements: config.namedStatements,
  });
  await migrate(database);
  const secret = await installationSecret(database, config.secret);
  const token = await seed(database, config.seed, {
    now: systemClock.now(),
    secret,
    adminToken: config.adminToken,
  });
  const app = buildApp(
    {
      database,
      clock: systemClock,
      secret,
      log,
      settings: {
        publicUrl: config.publicUrl,
        forbiddenStatus: config.forbiddenStatus,
        throttle: config.throttle,
        requireUserAgent: config.requireUserAgent,
        bodyLimit: BODY_LIMIT,
      },
    },
    { trustedProxies: config.trustedProxies },
  );
  app.addHook('onClose', () => database.close());
  closeOnSignal(app);
  const address = await app.listen({ host: config.host, port: config.port });
  if (token) console.log(welcome(address, token));
  console.log(`Easel is ready at ${address}`);
}

/** The requests under way are answered, then the process ends. A second signal ends it at once. */
function closeOnSignal(app: FastifyInstance): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void app.close().then(() => process.exit(0));
    });
  }
}

function welcome(address: string, token: string): string {
  return `
This is a new institution. Its administrator's token, shown only now:

  ${token}

Try it:

  curl -H 'Authorization: Bearer ${token}' '${address}/api/v1/accounts/1/courses?enrollment_term_id=sis_term_id:fall-2026'
`;
}

try {
  const config = readConfig(process.argv.slice(2), process.env);
  if (config === 'help') console.log(HELP);
  else await start(config);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`easel: ${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
