import { describe, expect, it } from 'vitest';
import { answerJson, fakeCanvas } from '../../../client/testing/fake-canvas.ts';
import { newMachine } from '../../testing/easel.ts';
import { credentialText, type OAuthGrant, readCredential } from './credential.ts';
import { grantSource } from './grant-source.ts';
import type { TokenStore } from './token-stores.ts';

/** A profile's grant, kept in memory, and where it is refreshed. */
async function keptGrant(answer: object, status = 200) {
  const machine = await newMachine();
  const { baseUrl: url, requests } = await fakeCanvas((_, response) =>
    answerJson(response, answer, { status }),
  );
  const grant: OAuthGrant = {
    kind: 'oauth',
    id: 'this sign-in',
    accessToken: 'old-access',
    expiresAt: 0,
    refreshToken: 'old-refresh',
    clientId: '1',
    tokenEndpoint: `${url}/login/oauth2/token`,
  };
  const state: { text: string | undefined } = { text: credentialText(grant) };
  const store: TokenStore = {
    name: 'file',
    where: 'memory',
    read: async () => state.text,
    write: async (_, text) => {
      state.text = text;
    },
    remove: async () => {
      state.text = undefined;
    },
  };
  const source = grantSource({ env: { HOME: machine.folder }, store, profile: 'p', url }, grant);
  const keep = (changes: Partial<OAuthGrant>) => {
    state.text = credentialText({ ...grant, ...changes });
  };
  return { source, requests, keep, store, kept: () => readCredential(state.text ?? '') };
}

const renewed = {
  access_token: 'new-access',
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: 'new-refresh',
};

describe('grantSource', () => {
  it('keeps what it got before it gives it out', async () => {
    const { source, kept } = await keptGrant(renewed);
    expect(await source()).toBe('new-access');
    expect(kept()).toMatchObject({
      id: 'this sign-in',
      accessToken: 'new-access',
      refreshToken: 'new-refresh',
    });
  });

  it('takes what another process got, unless that is over, too', async () => {
    const { source, keep, requests } = await keptGrant(renewed);
    keep({ accessToken: 'anothers-access', expiresAt: Date.now() + 3_600_000 });
    expect([await source(), requests.length]).toEqual(['anothers-access', 0]);
    keep({ accessToken: 'stale-access', refreshToken: 'stale-refresh', expiresAt: 1 });
    expect(await source('anothers-access')).toBe('new-access');
    expect(requests.map(({ body }) => new URLSearchParams(body).get('refresh_token'))).toEqual([
      'stale-refresh',
    ]);
  });

  it('takes nothing of another sign-in, which may be somebody else’s', async () => {
    const { source, keep, store } = await keptGrant(renewed);
    keep({ id: 'another sign-in', accessToken: 'somebody-elses', expiresAt: Date.now() + 3_600_000 });
    await expect(source()).rejects.toThrow('The sign-in of the profile p has ended');
    await store.write('', 'a-personal-token');
    await expect(source()).rejects.toThrow('has ended');
    await store.remove('');
    await expect(source()).rejects.toThrow('has ended');
  });

  it('keeps what it has where the server fails for another reason', async () => {
    for (const [answer, status, message] of [
      [{ error: 'invalid_client', error_description: 'unknown client' }, 401, 'unknown client'],
      [{ errors: [{ message: 'An error occurred.' }] }, 500, 'something that is no token (500)'],
      [{ access_token: 7 }, 200, 'something that is no token (200)'],
    ] as const) {
      const { source, kept } = await keptGrant(answer, status);
      await expect(source()).rejects.toThrow(message);
      expect(kept()).toMatchObject({ refreshToken: 'old-refresh' });
    }
  });

  it('never says what is kept where that can’t be read', async () => {
    for (const text of ['{"kind":"oauth","accessToken":"hush"}', '{"hush', '{}']) {
      expect(() => readCredential(text)).toThrow(/^What is kept of your sign-in cannot be read$/);
    }
    expect(readCredential('bare')).toEqual({ kind: 'personal', accessToken: 'bare' });
  });
});
