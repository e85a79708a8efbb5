import { describe, expect, it } from 'vitest';
import { ConfigError } from './command-line.ts';
import { type Config, HELP, readConfig } from './config.ts';

const read = (args: string[] = [], env: NodeJS.ProcessEnv = {}) => readConfig(args, env) as Config;

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: undefined,
      dataDirectory: '.easel',
      namedStatements: true,
      secret: undefined,
      seed: 'demo',
      adminToken: undefined,
      adminPassword: undefined,
      demoPassword: undefined,
      identityProvider: undefined,
      publicUrl: undefined,
      trustedProxies: [],
      throttle: { status: 429 },
      forbiddenStatus: 401,
      requireUserAgent: true,
      files: '.easel-files',
      allowPrivateNetworks: true,
      logLevel: 'warn',
    });
  });

  it('reads the environment', () => {
    const env = {
      HOST: '0.0.0.0',
      PORT: '8080',
      DATABASE_URL: 'postgresql://db/easel',
      EASEL_SEED: 'empty',
      EASEL_ADMIN_TOKEN: 'a',
      EASEL_ADMIN_PASSWORD: 'p',
      EASEL_OIDC_ISSUER: 'https://login.example.edu/realms/school',
      EASEL_OIDC_CLIENT_ID: 'easel',
      EASEL_OIDC_CLIENT_SECRET: 'o',
      EASEL_OIDC_LOGIN_CLAIM: 'email',
      EASEL_SECRET: 's',
      EASEL_PUBLIC_URL: 'https://canvas.example.edu/',
      EASEL_TRUSTED_PROXIES: '10.0.0.0/8, 127.0.0.1',
      EASEL_THROTTLE_STATUS: '403',
      EASEL_FORBIDDEN_STATUS: '403',
      EASEL_REQUIRE_USER_AGENT: 'off',
      EASEL_NAMED_STATEMENTS: 'off',
      EASEL_FILES: 's3://easel?region=eu-west-1',
      EASEL_LOG_LEVEL: 'info',
    };
    expect(read([], env)).toEqual({
      host: '0.0.0.0',
      port: 8080,
      databaseUrl: 'postgresql://db/easel',
      dataDirectory: undefined,
      namedStatements: false,
      secret: 's',
      seed: 'empty',
      adminToken: 'a',
      adminPassword: 'p',
      demoPassword: undefined,
      identityProvider: {
        issuer: 'https://login.example.edu/realms/school',
        clientId: 'easel',
        clientSecret: 'o',
        name: 'login.example.edu',
        loginClaim: 'email',
      },
      publicUrl: 'https://canvas.example.edu',
      trustedProxies: ['10.0.0.0/8', '127.0.0.1'],
      throttle: { status: 403 },
      forbiddenStatus: 403,
      requireUserAgent: false,
      files: 's3://easel?region=eu-west-1',
      allowPrivateNetworks: false,
      logLevel: 'info',
    });
  });

  it('keeps files beside the data, and nowhere where the data are in memory', () => {
    expect(read(['--data-dir', '/data/easel/']).files).toBe('/data/easel-files');
    expect(read(['--memory']).files).toBeUndefined();
    expect(read([], { DATABASE_URL: 'postgres://db/easel' }).files).toBe('.easel-files');
  });

  it.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.1', false],
    ['canvas.example.edu', false],
  ])('on %s private networks are open to uploads by URL by default: %s', (host, open) => {
    expect(read(['--host', host]).allowPrivateNetworks).toBe(open);
    expect(read(['--host', host, '--allow-private-networks', 'off']).allowPrivateNetworks).toBe(false);
    expect(read(['--host', host], { EASEL_ALLOW_PRIVATE_NETWORKS: 'on' }).allowPrivateNetworks).toBe(true);
  });

  it('prefers a flag to its variable, and takes an empty variable for none', () => {
    expect(read(['--port', '1'], { PORT: '2' }).port).toBe(1);
    expect(read(['--throttle=off'], { EASEL_THROTTLE: 'on' }).throttle).toBe('off');
    expect(read([], { PORT: '', EASEL_SEED: '', DATABASE_URL: '' })).toEqual(read());
  });

  it('chooses one database', () => {
    const env = { DATABASE_URL: 'postgres://db/easel', EASEL_DATA_DIR: '/data' };
    expect(read([], env)).toMatchObject({ databaseUrl: 'postgres://db/easel', dataDirectory: undefined });
    expect(read(['--data-dir', 'x'], env)).toMatchObject({ databaseUrl: undefined, dataDirectory: 'x' });
    expect(read(['--memory'], env)).toMatchObject({ databaseUrl: undefined, dataDirectory: undefined });
    expect(read([], { EASEL_DATA_DIR: '/data' }).dataDirectory).toBe('/data');
  });

  it.each([
    [['--port', 'abc'], '--port takes a number from 0 to 65535, not "abc"'],
    [['--port', '70000'], '--port takes a number from 0 to 65535, not "70000"'],
    [['--seed', 'full'], '--seed takes demo or empty or none, not "full"'],
    [['--log-level', 'loud'], '--log-level takes'],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['--port'], "Option '--port <value>' argument missing"],
    [['start'], "Unexpected argument 'start'"],
    [['--memory', '--data-dir', 'x'], '--data-dir and --memory name two databases'],
    [['--database-url', 'localhost'], 'has to begin with postgres://'],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => read(args)).toThrow(ConfigError);
    expect(() => read(args)).toThrow(message);
  });

  it('says of a wrong variable which setting it is', () => {
    expect(() => read([], { PORT: 'x' })).toThrow('--port takes a number');
  });

  it('shows help when asked, whatever else is there', () => {
    expect(readConfig(['--help', '--port', 'x'], {})).toBe('help');
    for (const flag of [
      '--port',
      '--data-dir',
      '--database-url',
      '--seed',
      '--memory',
      '--named-statements',
    ]) {
      expect(HELP).toContain(flag);
    }
  });
});
