/** The command line and the environment of the server, read here and nowhere else. */
import { BlockList, isIPv6 } from 'node:net';
import {
  ConfigError,
  DATABASE_HELP,
  type DatabaseConfig,
  databaseFlags,
  readDatabase,
  Settings,
} from './command-line.ts';
import type { IdentityProvider } from './http/site.ts';

export type SeedName = 'demo' | 'empty' | 'none';

export interface Config extends DatabaseConfig {
  host: string;
  port: number;
  seed: SeedName;
  adminToken: string | undefined;
  adminPassword: string | undefined;
  demoPassword: string | undefined;
  /** Where the institution's people sign in, beside passwords. */
  identityProvider: IdentityProvider | undefined;
  publicUrl: string | undefined;
  trustedProxies: string[];
  throttle: { status: 403 | 429 } | 'off';
  forbiddenStatus: 401 | 403;
  requireUserAgent: boolean;
  /** A directory or `s3://…`; undefined for one that goes with the process, as the data in memory do. */
  files: string | undefined;
  /** Whether addresses that somebody gave may be in private networks. */
  allowPrivateNetworks: boolean;
  logLevel: LogLevel;
}

const LOG_LEVELS = ['warn', 'trace', 'debug', 'info', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

export const HELP = `easel: a Canvas that runs on your machine

  --host ADDRESS           where to listen (HOST; 127.0.0.1)
  --port NUMBER            (PORT; 3000; 0 takes a free one)
${DATABASE_HELP}
  --memory                 keep the embedded database in memory
  --seed demo|empty|none   what an empty database begins with (EASEL_SEED; demo)
  --public-url URL         the address that links carry (EASEL_PUBLIC_URL; the request's Host)
  --trusted-proxies LIST   whose X-Forwarded-* headers count, comma-separated (EASEL_TRUSTED_PROXIES)
  --throttle on|off        rate limits (EASEL_THROTTLE; on)
  --throttle-status CODE   429, or 403 as older Canvases (EASEL_THROTTLE_STATUS; 429)
  --forbidden-status CODE  401, or 403 as Canvas with api_auth_error_updates (EASEL_FORBIDDEN_STATUS; 401)
  --files DIR|s3://…       where files are kept: a directory, or a bucket, see docs/files.md (EASEL_FILES;
                           beside the data directory: .easel-files)
  --allow-private-networks on|off  whether uploads by URL may fetch from private networks
                           (EASEL_ALLOW_PRIVATE_NETWORKS; on only while the host is a loopback address)
  --require-user-agent on|off  refuse requests without one, as hosted Canvas does (EASEL_REQUIRE_USER_AGENT; on)
  --oidc-issuer URL        sign in with OpenID Connect at this provider, see docs/sign-in.md (EASEL_OIDC_ISSUER)
  --oidc-client-id ID      (EASEL_OIDC_CLIENT_ID)
  --oidc-name TEXT         what its button says (EASEL_OIDC_NAME; its host)
  --oidc-login-claim NAME  the claim that holds a person's login here (EASEL_OIDC_LOGIN_CLAIM; sub)
  --log-level LEVEL        trace … fatal, silent (EASEL_LOG_LEVEL; warn)
  --help

Environment only: EASEL_ADMIN_TOKEN is the administrator's token from this start on, EASEL_ADMIN_PASSWORD his password in
a new database, EASEL_DEMO_PASSWORD gives all others in a new demo one password, EASEL_OIDC_CLIENT_SECRET goes with the
provider, EASEL_SECRET keys what is stored of tokens (otherwise a key is made and kept in the database).
A flag wins over its variable.
`;

const flags = {
  ...databaseFlags,
  host: { type: 'string' },
  port: { type: 'string' },
  seed: { type: 'string' },
  'public-url': { type: 'string' },
  'trusted-proxies': { type: 'string' },
  throttle: { type: 'string' },
  'throttle-status': { type: 'string' },
  'forbidden-status': { type: 'string' },
  'require-user-agent': { type: 'string' },
  files: { type: 'string' },
  'oidc-issuer': { type: 'string' },
  'oidc-client-id': { type: 'string' },
  'oidc-name': { type: 'string' },
  'oidc-login-claim': { type: 'string' },
  'allow-private-networks': { type: 'string' },
  'log-level': { type: 'string' },
  help: { type: 'boolean' },
} as const;

/**
 * @returns the configuration, or 'help' where that was asked for
 * @throws ConfigError
 */
export function readConfig(args: string[], env: NodeJS.ProcessEnv): Config | 'help' {
  const settings = new Settings(flags, args, env);
  if (settings.has('help')) return 'help';
  const database = readDatabase(settings);
  const host = settings.text('host', 'HOST') ?? '127.0.0.1';
  return {
    ...database,
    host,
    port: settings.wholeNumber('port', [0, 65_535], 'PORT') ?? 3000,
    seed: settings.choice('seed', 'EASEL_SEED', ['demo', 'empty', 'none']),
    adminToken: settings.secret('EASEL_ADMIN_TOKEN'),
    adminPassword: settings.secret('EASEL_ADMIN_PASSWORD'),
    demoPassword: settings.secret('EASEL_DEMO_PASSWORD'),
    identityProvider: readIdentityProvider(settings),
    publicUrl: settings.text('public-url', 'EASEL_PUBLIC_URL')?.replace(/\/+$/, ''),
    trustedProxies: (settings.text('trusted-proxies', 'EASEL_TRUSTED_PROXIES') ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean),
    throttle:
      settings.choice('throttle', 'EASEL_THROTTLE', ['on', 'off']) === 'off'
        ? 'off'
        : {
            status:
              settings.choice('throttle-status', 'EASEL_THROTTLE_STATUS', ['429', '403']) === '403'
                ? 403
                : 429,
          },
    forbiddenStatus:
      settings.choice('forbidden-status', 'EASEL_FORBIDDEN_STATUS', ['401', '403']) === '403' ? 403 : 401,
    requireUserAgent:
      settings.choice('require-user-agent', 'EASEL_REQUIRE_USER_AGENT', ['on', 'off']) === 'on',
    files: settings.text('files', 'EASEL_FILES') ?? besideData(database),
    allowPrivateNetworks:
      settings.choice(
        'allow-private-networks',
        'EASEL_ALLOW_PRIVATE_NETWORKS',
        isLoopback(host) ? ['on', 'off'] : ['off', 'on'],
      ) === 'on',
    logLevel: settings.choice('log-level', 'EASEL_LOG_LEVEL', LOG_LEVELS),
  };
}

function readIdentityProvider(settings: Settings<keyof typeof flags>): IdentityProvider | undefined {
  const issuer = settings.text('oidc-issuer', 'EASEL_OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  if (!URL.canParse(issuer) || !/^https?:$/.test(new URL(issuer).protocol)) {
    throw new ConfigError(`--oidc-issuer takes an address, not "${issuer}"`);
  }
  const clientId = settings.text('oidc-client-id', 'EASEL_OIDC_CLIENT_ID');
  const clientSecret = settings.secret('EASEL_OIDC_CLIENT_SECRET');
  if (!clientId || !clientSecret) {
    throw new ConfigError('--oidc-issuer goes with --oidc-client-id and EASEL_OIDC_CLIENT_SECRET');
  }
  return {
    issuer,
    clientId,
    clientSecret,
    name: settings.text('oidc-name', 'EASEL_OIDC_NAME') ?? new URL(issuer).host,
    loginClaim: settings.text('oidc-login-claim', 'EASEL_OIDC_LOGIN_CLAIM') ?? 'sub',
  };
}

function besideData({ databaseUrl, dataDirectory }: DatabaseConfig): string | undefined {
  if (databaseUrl === undefined && dataDirectory === undefined) return undefined;
  return `${(dataDirectory ?? '.easel').replace(/\/+$/, '')}-files`;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Nobody but this machine reaches a server that listens there. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || loopback.check(host, isIPv6(host) ? 'ipv6' : 'ipv4');
