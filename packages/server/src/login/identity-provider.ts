/** The institution's OpenID Connect provider as this server knows it. */
import { allowInsecureRequests, buildEndSessionUrl, type Configuration, discovery } from 'openid-client';
import type { IdentityProvider, Site } from '../http/site.ts';
import type { Visit } from './visit.ts';

/** For so long the provider's metadata are taken as they were. */
const METADATA_MS = 60 * 60 * 1000;

export interface KnownProvider extends IdentityProvider {
  /** What it says of itself; rejects while it can't be reached. */
  configuration(): Promise<Configuration>;
}

/** Undefined where people have passwords only. */
export function knownProvider({ settings }: Site): KnownProvider | undefined {
  const { identityProvider: provider } = settings;
  return provider && { ...provider, configuration: remembered(() => discover(provider)) };
}

/**
 * Where a session that began at the provider ends there, too (OpenID Connect RP-Initiated Logout 1.0), with Canvas's
 * parameters. Undefined for every other session, and where the provider knows no such thing or can't be reached: that must
 * keep nobody from signing out here.
 */
export async function endSessionUrl(
  visit: Visit,
  provider: KnownProvider | undefined,
): Promise<URL | undefined> {
  const { session } = visit.caller;
  if (!provider || session?.provider !== 'openid_connect') return undefined;
  try {
    const configuration = await provider.configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return undefined;
    return buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${visit.origin}/login`,
      ...(session.id_token && { id_token_hint: session.id_token }),
    });
  } catch (error) {
    visit.site.log.warn({ err: error }, 'the identity provider cannot be told of a sign-out');
    return undefined;
  }
}

async function discover({ issuer, clientId, clientSecret }: IdentityProvider): Promise<Configuration> {
  const url = new URL(issuer);
  // Whoever runs the server named the address; unencrypted only for trying it out.
  const execute = url.protocol === 'http:' ? [allowInsecureRequests] : [];
  return await discovery(url, clientId, clientSecret, undefined, { execute });
}

/** Asks once an hour; a failure is asked again at once. */
function remembered(ask: () => Promise<Configuration>): () => Promise<Configuration> {
  let known: { answer: Promise<Configuration>; at: number } | undefined;
  return () => {
    if (known && performance.now() - known.at < METADATA_MS) return known.answer;
    const answer = ask();
    known = { answer, at: performance.now() };
    answer.catch(() => {
      known = undefined;
    });
    return answer;
  };
}
