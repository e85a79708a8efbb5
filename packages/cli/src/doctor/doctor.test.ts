import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerJson, fakeCanvas } from '../../../client/testing/fake-canvas.ts';
import { at, type Machine, newMachine, TOKEN } from '../../testing/easel.ts';
import type { Finding } from './finding.ts';

interface Quirks {
  readonly date?: string;
  readonly link?: string | null;
  readonly remaining?: string | null;
  readonly id?: unknown;
  readonly expires?: string;
  readonly refuses?: boolean;
}

/** A Canvas with nothing wrong but this. */
function canvasWith({ date, link, remaining = '599.8', id = '7', expires, refuses }: Quirks) {
  return fakeCanvas(({ headers, url }, response) => {
    const invalid = {
      errors: [{ message: headers.authorization ? 'Invalid access token.' : 'user authorization required' }],
    };
    if (refuses || !headers.authorization) return answerJson(response, invalid, { status: 401 });
    const right = `<http://${headers.host}/api/v1/courses?page=2&per_page=1>; rel="next"`;
    const sent: Record<string, string> = {
      ...(remaining !== null && { 'x-rate-limit-remaining': remaining }),
      ...(date !== undefined && { date }),
      ...(link !== null && { link: link ?? right }),
    };
    if (url.includes('user_generated_tokens')) {
      return answerJson(response, [
        { visible_token: `${TOKEN.slice(0, 5)}...`, expires_at: expires ?? null },
      ]);
    }
    answerJson(response, url.includes('/users/self') ? { id, name: 'Ada' } : [{ id: '1' }], {
      headers: sent,
    });
  });
}

async function examined(machine: Machine, url: string, env = at(url)) {
  const { code, stdout } = await machine.easel(['doctor', '--json'], { env });
  const findings = JSON.parse(stdout) as Finding[];
  return { code, of: (what: string) => findings.find((finding) => finding.what === what), findings };
}

describe('easel doctor', () => {
  it('finds nothing where nothing is wrong', async () => {
    const machine = await newMachine();
    const { baseUrl } = await canvasWith({});
    const { code, findings } = await examined(machine, baseUrl);
    expect(code).toBe(0);
    expect(findings.map(({ what, verdict }) => `${what} ${verdict}`)).toEqual([
      'token store ok',
      'address ok',
      'token ok',
      'token life ok',
      'clock ok',
      'ids ok',
      'paging ok',
      'throttle ok',
    ]);
    const { stdout } = await machine.easel(['doctor'], { env: at(baseUrl) });
    expect(stdout).toContain('✓ token        taken; you are Ada (id 7)');
    expect(machine.printed).not.toContain(TOKEN);
  });

  it.each<[string, Quirks, string, Finding['verdict'], string, string]>([
    [
      'a refused token',
      { refuses: true },
      'token',
      'broken',
      'not taken: Invalid access token.',
      '/profile/settings',
    ],
    ['a clock that is off', { date: 'Tue, 24 Nov 2020 10:00:00 GMT' }, 'clock', 'broken', 's ahead', 'NTP'],
    ['links that are removed', { link: null }, 'paging', 'broken', 'no Link header', 'proxy'],
    [
      'links to another host',
      { link: '<https://inner.example/api/v1/courses?page=2>; rel="next"' },
      'paging',
      'broken',
      'links lead to inner.example',
      'pass on Host',
    ],
    ['no throttle headers', { remaining: null }, 'throttle', 'odd', 'no X-Rate-Limit-Remaining', 'proxy'],
    ['a full bucket', { remaining: '12.5' }, 'throttle', 'odd', '13 left of 600', 'its own'],
    ['ids as numbers', { id: 7 }, 'ids', 'odd', 'come as numbers', '2^53'],
    [
      'a token that ends soon',
      { expires: new Date(Date.now() + 3.5 * 86_400_000).toISOString() },
      'token life',
      'odd',
      '3 days',
      'make another',
    ],
  ])('finds %s', async (_, quirks, what, verdict, found, mend) => {
    const machine = await newMachine();
    const { baseUrl } = await canvasWith(quirks);
    const { code, of } = await examined(machine, baseUrl);
    expect(of(what)).toMatchObject({
      verdict,
      found: expect.stringContaining(found),
      mend: expect.stringContaining(mend),
    });
    expect(code).toBe(verdict === 'broken' ? 1 : 0);
  });

  it('tells an address without a server, and one without a Canvas, and gives neither the token', async () => {
    const machine = await newMachine();
    expect((await examined(machine, 'http://127.0.0.1:9')).of('address')).toMatchObject({
      verdict: 'broken',
    });
    const shop = await fakeCanvas((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Shop</title>');
    });
    expect((await examined(machine, shop.baseUrl)).of('address')?.found).toContain('is no Canvas');
    expect(shop.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('sees that others may read the token', async () => {
    const machine = await newMachine();
    const { baseUrl } = await canvasWith({});
    await machine.easel(['login', baseUrl], { input: TOKEN });
    await chmod(join(machine.configFolder, 'tokens.json'), 0o644);
    const { stdout } = await machine.easel(['doctor']);
    expect(stdout).toContain('! token store  others may read');
    expect(stdout).toContain('→ chmod 600');
  });
});
