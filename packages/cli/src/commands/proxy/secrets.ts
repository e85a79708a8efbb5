import type { OAuthProxyOptions, ServiceOptions } from '@easel/client/proxy';
import { directoryStore } from '@easel/client/proxy/node';
import { Failure, UsageError } from '../../frame/failure.ts';
import type { Terminal } from '../../frame/terminal.ts';
import { warnBeforeEnd } from '../../session/end-warning.ts';
import { findTarget } from '../../session/target.ts';
import type { ProxyConfig } from './config.ts';

/** Which Canvas, and by which token. */
export type Secrets =
  | Pick<ServiceOptions, 'baseUrl' | 'token' | 'authorize'>
  | Pick<OAuthProxyOptions, 'baseUrl' | 'oauth' | 'keys' | 'store' | 'sessionSeconds'>;

/** Everybody's own by OAuth2, or the profile's for all. */
export async function secretsFor(
  config: ProxyConfig,
  terminal: Terminal,
  options: { readonly profile: string | undefined; readonly json: boolean },
): Promise<Secrets> {
  if (config.oauth) return oauthSecrets(config, config.oauth, terminal);
  const target = await findTarget(terminal, options.profile);
  const { origin } = new URL(target.url);
  // A token must not meet an address that it wasn't given with.
  if (config.canvas !== undefined && config.canvas !== origin) {
    throw new UsageError(`The configuration is for ${config.canvas}, and you are signed in at ${origin}`);
  }
  await warnBeforeEnd(terminal, target, options.json);
  const user = { id: target.profile ?? 'CANVAS_TOKEN' };
  return { baseUrl: origin, token: target.token, authorize: () => user };
}

function oauthSecrets(
  { canvas, sessions }: ProxyConfig,
  oauth: NonNullable<ProxyConfig['oauth']>,
  { env }: Terminal,
): Secrets {
  if (canvas === undefined) throw new UsageError('With oauth the configuration has to say where `canvas` is');
  const keys = (env['EASEL_PROXY_KEYS'] ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
  if (sessions.directory !== undefined && keys.length === 0) {
    const hint = 'openssl rand -base64 32 makes a key';
    throw new Failure('Sessions that are kept need EASEL_PROXY_KEYS', { hint });
  }
  const clientSecret = env['EASEL_PROXY_CLIENT_SECRET'];
  return {
    baseUrl: canvas,
    oauth: { ...oauth, ...(clientSecret && { clientSecret }) },
    // Sessions in memory end with the process, and so may what encrypts them.
    keys: keys.length > 0 ? keys : [crypto.getRandomValues(new Uint8Array(32))],
    ...(sessions.directory !== undefined && { store: directoryStore(sessions.directory) }),
    ...(sessions.hours !== undefined && { sessionSeconds: Math.round(sessions.hours * 3600) }),
  };
}
