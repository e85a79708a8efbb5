/**
 * Signing in at the institution's own provider (OpenID Connect). The code flow with PKCE, state and nonce, of which
 * openid-client checks everything that comes back; the state belongs to one browser and one sign-in.
 */
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client';
import { noteEvent } from '../domain/audit.ts';
import { issueOnce, takeOnce } from '../domain/one-time-secrets.ts';
import { NotFound } from '../errors.ts';
import { sessionHmac } from '../http/session.ts';
import type { Site } from '../http/site.ts';
import { findUsableLogin } from './check-password.ts';
import type { KnownProvider } from './identity-provider.ts';
import { errorPage, sendPrivatePage } from './pages/private-page.ts';
import { placeHere } from './return-to.ts';
import { beginSession } from './sessions.ts';
import type { AddPage, Visit } from './visit.ts';

/** As in Canvas. */
const CALLBACK = '/login/oauth2/callback';
const SECONDS = 10 * 60;

export function registerOpenIdConnect(addPage: AddPage, site: Site, provider: KnownProvider): void {
  addPage('GET', '/login/openid_connect', async (visit) => {
    const verifier = randomPKCECodeVerifier();
    const nonce = randomNonce();
    const state = await issueOnce(site, site.database.kysely, {
      purpose: 'openid_connect',
      data: {
        verifier,
        nonce,
        browser: sessionHmac(site, visit.cookie),
        return_to: placeHere(visit.text('return_to'), visit.origin),
      },
      seconds: SECONDS,
    });
    try {
      const address = buildAuthorizationUrl(await provider.configuration(), {
        redirect_uri: visit.origin + CALLBACK,
        scope: 'openid email profile',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return visit.redirect(address.href);
    } catch (error) {
      site.log.warn({ err: error }, 'the identity provider cannot be reached');
      return refuse(visit, `${provider.name} can’t be reached at the moment.`, 502);
    }
  });

  addPage('GET', CALLBACK, async (visit) => {
    const state = visit.text('state');
    if (!state) throw new NotFound();
    const taken = await takeOnce(site, site.database.kysely, 'openid_connect', state);
    const begun = taken.state === 'good' ? taken.data : undefined;
    // Who didn't begin here doesn't end here: a foreign code would sign this browser in as somebody else.
    if (begun?.['browser'] !== sessionHmac(site, visit.cookie)) {
      return refuse(visit, 'This sign-in was begun elsewhere, or too long ago.', 400);
    }
    let named: Named;
    try {
      named = await whoCameBack(visit, provider, {
        state,
        verifier: String(begun['verifier']),
        nonce: String(begun['nonce']),
      });
    } catch (error) {
      site.log.warn({ err: error }, 'a sign-in at the identity provider failed');
      return refuse(visit, `${provider.name} didn’t confirm who you are.`, 401);
    }
    const { name, id_token } = named;
    const login =
      name === undefined ? undefined : await findUsableLogin(visit.context(), name.trim().toLowerCase());
    if (!login) return refuse(visit, `Nobody here has the login that ${provider.name} names.`, 401);
    await beginSession(visit, {
      user_id: login.user_id,
      pseudonym_id: login.id,
      provider: 'openid_connect',
      id_token,
    });
    return visit.redirect(placeHere(String(begun['return_to']), visit.origin));
  });
}

function refuse(visit: Visit, text: string, status: number) {
  noteEvent(visit.site, {
    category: 'authentication',
    event_type: 'login_failed',
    event_source: 'manual',
    account_id: visit.rootAccount.id,
    event_data: { provider: 'openid_connect' },
    request_id: visit.facts.id,
    address: visit.address,
  });
  return sendPrivatePage(visit.reply, errorPage('Signing in didn’t work', text), { status });
}

/** What the claim holds that is the login here, and by what the provider knows the session. */
interface Named {
  name: string | undefined;
  id_token?: string | undefined;
}

/** An e-mail address counts only if the provider doesn't doubt it. */
async function whoCameBack(
  visit: Visit,
  { loginClaim, configuration: configured }: KnownProvider,
  begun: { state: string; verifier: string; nonce: string },
): Promise<Named> {
  const configuration = await configured();
  const search = new URLSearchParams(
    Object.entries(visit.facts.query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const tokens = await authorizationCodeGrant(
    configuration,
    new URL(`${visit.origin}${CALLBACK}?${search}`),
    {
      pkceCodeVerifier: begun.verifier,
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    },
  );
  const claims = tokens.claims();
  if (!claims) return { name: undefined };
  const facts: Readonly<Record<string, unknown>> =
    loginClaim in claims ? claims : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
  if (loginClaim === 'email' && facts['email_verified'] === false) return { name: undefined };
  const value = facts[loginClaim];
  const name = typeof value === 'string' && value !== '' ? value : undefined;
  return { name, id_token: tokens.id_token };
}
