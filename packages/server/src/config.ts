/** The command line and the environment, read here and nowhere else. A flag wins over its variable. */
import { parseArgs } from 'node:util';

export type SeedName = 'demo' | 'empty' | 'none';

export interface Config {
  host: string;
  port: number;
  /** `postgres://…`; without it the database is embedded. */
  databaseUrl: string | undefined;
  /** Where the embedded database lives; undefined for memory. */
  dataDirectory: string | undefined;
  seed: SeedName;
  adminToken: string | undefined;
  secret: string | undefined;
  publicUrl: string | undefined;
  trustedProxies: string[];
  throttle: { status: 403 | 429 } | 'off';
  forbiddenStatus: 401 | 403;
  requireUserAgent: boolean;
  namedStatements: boolean;
  logLevel: string;
}

export const HELP = `easel: a Canvas that runs on your machine

  --host ADDRESS           where to listen (HOST; 127.0.0.1)
  --port NUMBER            (PORT; 3000; 0 takes a free one)
  --data-dir DIR           the embedded database's directory (EASEL_DATA_DIR; .easel)
  --memory                 keep the embedded database in memory
  --database-url URL       a PostgreSQL to use instead (DATABASE_URL)
  --seed demo|empty|none   what an empty database begins with (EASEL_SEED; demo)
  --public-url URL         the address that links carry (EASEL_PUBLIC_URL; the request's Host)
  --trusted-proxies LIST   whose X-Forwarded-* headers count, comma-separated (EASEL_TRUSTED_PROXIES)
  --throttle on|off        rate limits (EASEL_THROTTLE; on)
  --throttle-status CODE   429, or 403 as older Canvases (EASEL_THROTTLE_STATUS; 429)
  --forbidden-status CODE  401, or 403 as Canvas with api_auth_error_updates (EASEL_FORBIDDEN_STATUS; 401)
  --require-user-agent on|off  refuse requests without one, as hosted Canvas does (EASEL_REQUIRE_USER_AGENT; on)
  --named-statements on|off    off for PgBouncer before 1.21 (EASEL_NAMED_STATEMENTS; on)
  --log-level LEVEL        trace … fatal, silent (EASEL_LOG_LEVEL; warn)
  --help

Environment only: EASEL_ADMIN_TOKEN sets the administrator's token on a new database,
EASEL_SECRET keys what is stored of tokens (otherwise a key is made and kept in the database).
`;

const flags = {
  host: { type: 'string' },
  port: { type: 'string' },
  'data-dir': { type: 'string' },
  memory: { type: 'boolean' },
  'database-url': { type: 'string' },
  seed: { type: 'string' },
  'public-url': { type: 'string' },
  'trusted-proxies': { type: 'string' },
  throttle: { type: 'string' },
  'throttle-status': { type: 'string' },
  'forbidden-status': { type: 'string' },
  'require-user-agent': { type: 'string' },
  'named-statements': { type: 'string' },
  'log-level': { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** A setting that can't be understood; its message is for whoever typed it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * @returns the configuration, or 'help' where that was asked for
 * @throws ConfigError
 */
export function readConfig(args: string[], env: NodeJS.ProcessEnv): Config | 'help' {
  const given = parseFlags(args);
  if (given.help) return 'help';
  const text = (flag: Exclude<keyof typeof given, 'help' | 'memory'>, variable: string) =>
    given[flag] ?? (env[variable] || undefined);
  const choice = <const T extends string>(
    flag: Exclude<keyof typeof given, 'help' | 'memory'>,
    variable: string,
    values: readonly [T, ...T[]],
  ): T => {
    const value = text(flag, variable) ?? values[0];
    if (values.includes(value as T)) return value as T;
    throw new ConfigError(`--${flag} takes ${values.join(' or ')}, not "${value}"`);
  };

  return {
    host: text('host', 'HOST') ?? '127.0.0.1',
    port: portOf(text('port', 'PORT') ?? '3000'),
    databaseUrl: given.memory ? undefined : text('database-url', 'DATABASE_URL'),
    dataDirectory: given.memory ? undefined : (text('data-dir', 'EASEL_DATA_DIR') ?? '.easel'),
    seed: choice('seed', 'EASEL_SEED', ['demo', 'empty', 'none']),
    adminToken: env['EASEL_ADMIN_TOKEN'] || undefined,
    secret: env['EASEL_SECRET'] || undefined,
    publicUrl: text('public-url', 'EASEL_PUBLIC_URL')?.replace(/\/+$/, ''),
    trustedProxies: (text('trusted-proxies', 'EASEL_TRUSTED_PROXIES') ?? '').split(',').filter(Boolean),
    throttle:
      choice('throttle', 'EASEL_THROTTLE', ['on', 'off']) === 'off'
        ? 'off'
        : {
            status: choice('throttle-status', 'EASEL_THROTTLE_STATUS', ['429', '403']) === '403' ? 403 : 429,
          },
    forbiddenStatus:
      choice('forbidden-status', 'EASEL_FORBIDDEN_STATUS', ['401', '403']) === '403' ? 403 : 401,
    requireUserAgent: choice('require-user-agent', 'EASEL_REQUIRE_USER_AGENT', ['on', 'off']) === 'on',
    namedStatements: choice('named-statements', 'EASEL_NAMED_STATEMENTS', ['on', 'off']) === 'on',
    logLevel: text('log-level', 'EASEL_LOG_LEVEL') ?? 'warn',
  };
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({ args, options: flags, allowPositionals: false }).values;
  } catch (error) {
    throw new ConfigError((error as Error).message);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigError(`--port takes a number from 0 to 65535, not "${text}"`);
}
