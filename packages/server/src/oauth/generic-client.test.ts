/** A client that nobody here wrote, oauth4webapi, against a server that listens. */
import * as oauth from 'oauth4webapi';
import { beforeAll, describe, expect, it } from 'vitest';
import { Browser } from '../../testing/browser.ts';
import { openWorld } from '../../testing/world.ts';
import { globalId } from '../domain/global-id.ts';
import { hashPassword } from '../domain/passwords.ts';
import { systemClock } from '../http/site.ts';

const { app, clock, make } = await openWorld();
clock.set(systemClock.now());
await make.person(
  { name: 'Gina Generic' },
  { unique_id: 'gina', password_hash: await hashPassword('password') },
);

let origin: string;
let server: oauth.AuthorizationServer;
const insecure = { [oauth.allowInsecureRequests]: true };

beforeAll(async () => {
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const issuer = new URL(origin);
  const response = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure });
  server = await oauth.processDiscoveryResponse(issuer, response);
});

/** What happens in the browser between the application's two steps. */
async function allow(address: URL): Promise<URL> {
  const browser = new Browser(app);
  const headers = { host: new URL(origin).host };
  await browser.signIn('gina', 'password');
  const consent = await browser.get(
    (await browser.get(address.pathname + address.search, headers)).location as string,
  );
  const allowed = await browser.submit(consent, '/login/oauth2/accept');
  return new URL(allowed.location as string);
}

describe.each([
  ['a confidential client by POST', 'confidential', oauth.ClientSecretPost],
  ['a confidential client by Basic', 'confidential', oauth.ClientSecretBasic],
  ['a public client', 'public', () => oauth.None()],
] as const)('%s', (_name, client_type, authentication) => {
  it('goes through code flow with PKCE, refresh and revocation', async () => {
    const redirectUri = 'http://127.0.0.1:43210/callback';
    const key = await make.developerKey({ client_type, redirect_uris: ['http://127.0.0.1/callback'] });
    const client: oauth.Client = { client_id: String(globalId(key.id)) };
    const clientAuth = authentication(key.secret);

    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const address = new URL(server.authorization_endpoint as string);
    address.search = new URLSearchParams({
      client_id: client.client_id,
      redirect_uri: redirectUri,
      response_type: 'code',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
    }).toString();
    const callback = await allow(address);
    expect(callback.href).toMatch(/^http:\/\/127\.0\.0\.1:43210\/callback\?/);

    const parameters = oauth.validateAuthResponse(server, client, callback, state);
    const tokens = await oauth.processAuthorizationCodeResponse(
      server,
      client,
      await oauth.authorizationCodeGrantRequest(
        server,
        client,
        clientAuth,
        parameters,
        redirectUri,
        verifier,
        insecure,
      ),
    );
    expect(tokens.expires_in).toBe(3600);
    const whoIs = async (token: string) => {
      const url = new URL(`${origin}/api/v1/users/self`);
      const response = await oauth.protectedResourceRequest(token, 'GET', url, undefined, null, insecure);
      return (await response.json()) as { name: string };
    };
    expect(await whoIs(tokens.access_token)).toMatchObject({ name: 'Gina Generic' });

    const refreshed = await oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(
        server,
        client,
        clientAuth,
        tokens.refresh_token as string,
        insecure,
      ),
    );
    expect(await whoIs(refreshed.access_token)).toMatchObject({ name: 'Gina Generic' });
    await expect(whoIs(tokens.access_token)).rejects.toThrow(/WWW-Authenticate/);

    const revoked = await oauth.revocationRequest(
      server,
      client,
      clientAuth,
      refreshed.access_token,
      insecure,
    );
    await oauth.processRevocationResponse(revoked);
    await expect(whoIs(refreshed.access_token)).rejects.toThrow(/WWW-Authenticate/);
  });

  it('is told what is wrong as the standard has it', async () => {
    const key = await make.developerKey({ client_type });
    const client: oauth.Client = { client_id: String(key.id) };
    const request = oauth.refreshTokenGrantRequest(
      server,
      client,
      authentication(key.secret),
      'wrong',
      insecure,
    );
    await expect(
      request.then((response) => oauth.processRefreshTokenResponse(server, client, response)),
    ).rejects.toMatchObject({ error: 'invalid_grant', status: 400 });
  });
});
