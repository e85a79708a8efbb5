import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerJson, fakeCanvas } from '../../../client/testing/fake-canvas.ts';
import { type Machine, newMachine, TOKEN } from '../../testing/easel.ts';

const inDays = (days: number) =>
  `${new Date(Date.now() + (days + 0.5) * 86_400_000).toISOString().slice(0, 19)}Z`;

/** A Canvas that says when the token ends; undefined where it lists none. */
async function canvasUntil(first: string | null | undefined) {
  const life = { until: first };
  const { baseUrl } = await fakeCanvas(({ url }, response) => {
    if (!url.includes('user_generated_tokens')) return answerJson(response, { id: '7', name: 'Ada' });
    const listed = { visible_token: `${TOKEN.slice(0, 5)}...`, expires_at: life.until };
    answerJson(response, life.until === undefined ? [] : [listed]);
  });
  return { baseUrl, life };
}

const signIn = (machine: Machine, url: string, profile = 'prod') =>
  machine.easel(['login', url, '-p', profile], { input: TOKEN });

describe('a token that ends within two weeks', () => {
  it('is warned of on standard error, once a day and profile', async () => {
    const machine = await newMachine();
    const until = inDays(10);
    const { baseUrl } = await canvasUntil(until);
    await signIn(machine, baseUrl);
    const first = await machine.easel(['api', 'users/self']);
    expect(first.stderr).toBe(
      `easel: the token of the profile prod ends in 10 days, on ${until.slice(0, 10)}\n` +
        `hint: make another at ${baseUrl}/profile/settings, then easel login ${baseUrl} --profile prod\n`,
    );
    expect(JSON.parse(first.stdout)).toEqual({ id: '7', name: 'Ada' });
    expect((await machine.easel(['api', 'users/self'])).stderr).toBe('');

    await signIn(machine, baseUrl, 'other');
    expect((await machine.easel(['whoami', '-p', 'other'])).stderr).toContain('the profile other ends');
    await writeFile(join(machine.configFolder, 'warned.json'), JSON.stringify({ prod: '2026-01-01' }));
    expect((await machine.easel(['whoami', '-p', 'prod'])).stderr).toContain('the profile prod ends');
  });

  it('is warned of as JSON where errors are', async () => {
    const machine = await newMachine();
    const until = inDays(0);
    const { baseUrl } = await canvasUntil(until);
    await signIn(machine, baseUrl);
    const { stderr, stdout } = await machine.easel(['whoami', '--json']);
    expect(JSON.parse(stderr)).toEqual({
      warning: {
        kind: 'TokenEnds',
        profile: 'prod',
        until,
        days: 0,
        hint: expect.stringContaining('easel login'),
      },
    });
    expect(JSON.parse(stdout)).toMatchObject({
      token_kind: 'personal',
      token_until: until,
      token_renews: false,
    });
  });

  it('is no matter where it ends later, never, or nobody knows', async () => {
    for (const until of [inDays(15), null, undefined]) {
      const machine = await newMachine();
      const { baseUrl } = await canvasUntil(until);
      await signIn(machine, baseUrl);
      expect((await machine.easel(['whoami'])).stderr).toBe('');
    }
  });

  it('is learnt of by whoami and doctor, of profiles that are older or changed', async () => {
    for (const command of ['whoami', 'doctor']) {
      const machine = await newMachine();
      const { baseUrl, life } = await canvasUntil(undefined);
      await signIn(machine, baseUrl);
      life.until = inDays(3);
      const { stdout } = await machine.easel([command]);
      expect(stdout).toContain(life.until.slice(0, 10));
      expect(await readFile(join(machine.configFolder, 'profiles.json'), 'utf8')).toContain(life.until);
      expect((await machine.easel(['api', 'users/self'])).stderr).toContain('ends in 3 days');
    }
  });

  it('works where what it remembers can’t be read', async () => {
    const machine = await newMachine();
    const { baseUrl } = await canvasUntil(inDays(1));
    await signIn(machine, baseUrl);
    await writeFile(join(machine.configFolder, 'warned.json'), 'no JSON');
    const { code, stderr } = await machine.easel(['api', 'users/self']);
    expect([code, stderr.includes('ends in one day')]).toEqual([0, true]);
  });
});
