import { describe, expect, it } from 'vitest';
import { Browser, type Page } from '../../testing/browser.ts';
import { openWorld } from '../../testing/world.ts';
import { hashPassword } from '../domain/passwords.ts';

const { admin, app, as, clock, database, make } = await openWorld();
const PASSWORD = 'correct horse';
const password_hash = await hashPassword(PASSWORD);
const person = await make.person({ name: 'Pia Person' }, { unique_id: 'pia', password_hash });

const sessions = () => database.kysely.selectFrom('sessions').selectAll().orderBy('id').execute();
const auditOf = (userId: number) =>
  admin.get('/api/easel/v1/accounts/1/audit_events', { category: 'authentication', user_id: userId });
const after = (seconds: number) => clock.advance(seconds);

describe('/login/canvas', () => {
  it('signs in with a cookie that scripts and other sites don’t get', async () => {
    const browser = new Browser(app);
    const page = await browser.signIn(' PIA ', PASSWORD);
    expect(page).toMatchObject({ status: 302, location: '/profile/settings' });
    const [session, csrf] = page.headers['set-cookie'] as string[];
    expect(session).toMatch(/^easel_session=[A-Za-z0-9]{64}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(csrf).toMatch(/^_csrf_token=[\w-]+; Path=\/; SameSite=Lax$/);
    expect((await browser.get('/profile/settings')).text).toContain('You are Pia Person.');
  });

  it('is Secure, and bound to the host, over https', async () => {
    const { app: secure, make: elsewhere } = await openWorld({ publicUrl: 'https://canvas.example.edu' });
    await elsewhere.person({}, { unique_id: 'pia', password_hash });
    const page = await new Browser(secure).signIn('pia', PASSWORD);
    const [session] = page.headers['set-cookie'] as string[];
    expect(session).toMatch(
      /^__Host-easel_session=[A-Za-z0-9]{64}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('takes another cookie when somebody signs in (session fixation)', async () => {
    const browser = new Browser(app);
    await browser.get('/login/canvas');
    const before = browser.cookies.get('easel_session');
    await browser.signIn('pia', PASSWORD);
    const first = browser.cookies.get('easel_session');
    await browser.signIn('pia', PASSWORD);
    expect(new Set([before, first, browser.cookies.get('easel_session')]).size).toBe(3);
    const stale = new Browser(app);
    stale.cookies.set('easel_session', first as string);
    expect((await stale.get('/profile/settings')).location).toMatch(/^\/login\/canvas/);
  });

  it('keeps nothing that signs in', async () => {
    const browser = new Browser(app);
    await browser.signIn('pia', PASSWORD);
    const stored = JSON.stringify(await sessions());
    expect(stored).not.toContain(browser.cookies.get('easel_session'));
    expect(stored).not.toContain(browser.cookies.get('_csrf_token'));
  });

  it('says the same of a wrong password, an unknown login, one without a password, and a suspended one', async () => {
    await make.person({}, { unique_id: 'none' });
    await make.person({}, { unique_id: 'away', password_hash, workflow_state: 'suspended' });
    await make.person({ workflow_state: 'deleted' }, { unique_id: 'gone', password_hash });
    for (const login of ['pia', 'nobody', 'none', 'away', 'gone', '\0']) {
      const given = login === 'pia' ? 'wrong' : PASSWORD;
      const page = await new Browser(app, `10.0.0.${login.length}`).signIn(login, given);
      expect(page.status, login).toBe(400);
      expect(page.text).toContain('Please verify your login and password and try again.');
    }
    expect((await new Browser(app).signIn('pia', '')).text).toContain('No password was given.');
    expect((await new Browser(app).signIn('pia', 'x'.repeat(5000))).status).toBe(400);
  });

  it('refuses a form that isn’t bound to this browser (login CSRF)', async () => {
    const fields = { 'pseudonym_session[unique_id]': 'pia', 'pseudonym_session[password]': PASSWORD };
    expect((await new Browser(app).post('/login/canvas', fields)).status).toBe(422);
    const other = await new Browser(app).get('/login/canvas');
    const browser = new Browser(app);
    await browser.get('/login/canvas');
    expect((await browser.submit(other, '/login/canvas', fields)).status).toBe(422);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    'http:evil.example',
    '',
  ])('goes nowhere else afterwards: %j', async (returnTo) => {
    const { location } = await new Browser(app).signIn('pia', PASSWORD, returnTo);
    const { host, pathname } = new URL(location as string, 'http://localhost');
    expect(host).toBe('localhost');
    expect(pathname).not.toMatch(/^\/[/\\]/);
  });

  it('goes back to where one was', async () => {
    const asked = await new Browser(app).get('/profile/settings');
    expect(asked.location).toBe('/login/canvas?return_to=%2Fprofile%2Fsettings');
    const page = await new Browser(app).signIn('pia', PASSWORD, '/doc/api?q=courses');
    expect(page.location).toBe('/doc/api?q=courses');
  });

  it('ends when it wasn’t used for a day, and for two weeks when asked to stay', async () => {
    const usual = new Browser(app);
    await usual.signIn('pia', PASSWORD);
    const lasting = new Browser(app);
    const page = await lasting.get('/login/canvas');
    const signedIn = await lasting.submit(page, '/login/canvas', {
      'pseudonym_session[unique_id]': 'pia',
      'pseudonym_session[password]': PASSWORD,
      'pseudonym_session[remember_me]': '1',
    });
    expect(signedIn.headers['set-cookie']?.[0]).toContain('Max-Age=1209600');
    after(23 * 3600);
    expect((await usual.get('/profile/settings')).status).toBe(200);
    await expect
      .poll(async () => (await sessions()).some((row) => row.last_seen_at === clock.now()))
      .toBe(true);
    after(23 * 3600);
    expect((await usual.get('/profile/settings')).status).toBe(200);
    after(25 * 3600);
    expect((await usual.get('/profile/settings')).status).toBe(302);
    expect((await lasting.get('/profile/settings')).status).toBe(200);
  });

  it('ends when the password changes, the login is suspended, or an administrator ends it', async () => {
    const other = await make.person({}, { unique_id: 'otto', password_hash });
    const isIn = async (browser: Browser) => (await browser.get('/profile/settings')).status === 200;
    const fresh = async (password = PASSWORD) => {
      const browser = new Browser(app);
      await browser.signIn('otto', password);
      expect(await isIn(browser)).toBe(true);
      return browser;
    };
    const { id: login } = (await admin.get(`users/${other.id}/logins`)).body[0];
    let browser = await fresh();
    expect((await admin.delete(`users/${other.id}/sessions`)).status).toBe(200);
    expect(await isIn(browser)).toBe(false);
    browser = await fresh();
    await database.kysely
      .updateTable('accounts')
      .set({ settings: JSON.stringify({ admins_can_change_passwords: true }) })
      .where('id', '=', 1)
      .execute();
    const change = await admin.put(`accounts/1/logins/${login}`, { login: { password: 'battery staple' } });
    expect(change.status).toBe(200);
    expect(await isIn(browser)).toBe(false);
    browser = await fresh('battery staple');
    await admin.put(`accounts/1/logins/${login}`, { login: { workflow_state: 'suspended' } });
    expect(await isIn(browser)).toBe(false);
  });
});

describe('guessing', () => {
  const guess = async (login: string, address: string) => {
    const page = await new Browser(app, address).signIn(login, 'wrong');
    return page.text.includes('Too many failed attempts') ? 'waits' : 'wrong';
  };

  it('is slowed from one address, doubling, and a right password is refused meanwhile', async () => {
    await make.person({}, { unique_id: 'vera', password_hash });
    const address = '192.0.2.1';
    for (let attempt = 0; attempt < 5; attempt++) expect(await guess('vera', address)).toBe('wrong');
    expect(await guess('vera', address)).toBe('waits');
    const waits: number[] = [];
    for (let round = 0; round < 4; round++) {
      let waited = 0;
      while ((await guess('vera', address)) === 'waits') {
        after(1);
        waited += 1;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([1, 2, 4, 8]);
    const page = await new Browser(app, address).signIn('vera', PASSWORD);
    expect(page.status).toBe(400);
    // Whoever comes from elsewhere isn't locked out by it.
    expect((await new Browser(app, '192.0.2.2').signIn('vera', PASSWORD)).status).toBe(302);
  });

  it('is slowed for a login that nobody has as for any other', async () => {
    const address = '192.0.2.3';
    for (let attempt = 0; attempt < 5; attempt++) expect(await guess('nobody at all', address)).toBe('wrong');
    expect(await guess('nobody at all', address)).toBe('waits');
  });

  it('is slowed from many addresses, and for many logins from one', async () => {
    await make.person({}, { unique_id: 'wanda', password_hash });
    const spread: string[] = [];
    for (let attempt = 0; attempt < 21; attempt++) spread.push(await guess('wanda', `198.51.100.${attempt}`));
    expect(spread.indexOf('waits')).toBe(20);
    const sprayed: string[] = [];
    for (let attempt = 0; attempt < 51; attempt++) sprayed.push(await guess(`user${attempt}`, '203.0.113.1'));
    expect(sprayed.indexOf('waits')).toBe(50);
  });

  it('counts attempts that come all at once', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => guess('parallel', '192.0.2.9')));
    expect(all.filter((each) => each === 'wrong').length).toBe(5);
  });

  it('begins anew after a right password', async () => {
    await make.person({}, { unique_id: 'xenia', password_hash });
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < 4; attempt++) expect(await guess('xenia', '192.0.2.4')).toBe('wrong');
      expect((await new Browser(app, '192.0.2.4').signIn('xenia', PASSWORD)).status).toBe(302);
    }
  });

  it('keeps no name that was typed', async () => {
    await guess('my secret password', '192.0.2.5');
    const rows = await database.kysely.selectFrom('sign_in_attempts').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('my secret');
  });

  it('takes as long for an unknown name as for a known one', async () => {
    await make.person({}, { unique_id: 'yuri', password_hash });
    const time = async (login: string, address: string) => {
      const browser = new Browser(app, address);
      const page = await browser.get('/login/canvas');
      const started = performance.now();
      await browser.submit(page, '/login/canvas', {
        'pseudonym_session[unique_id]': login,
        'pseudonym_session[password]': 'wrong',
      });
      return performance.now() - started;
    };
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    for (let round = 0; round < 15; round++) {
      // Each from an address and a day of its own, so that nothing is slowed.
      after(2 * 24 * 3600);
      times.known.push(await time('yuri', `203.0.113.${100 + round}`));
      times.unknown.push(await time(`nobody${round}`, `203.0.113.${100 + round}`));
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[7] as number;
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});

describe('/logout', () => {
  it('asks, and ends the session for good', async () => {
    const browser = new Browser(app);
    await browser.signIn('pia', PASSWORD);
    const cookie = browser.cookies.get('easel_session') as string;
    const page = await browser.get('/logout');
    expect(page.text).toContain('You are signed in as Pia Person.');
    expect((await browser.post('/logout', {})).status).toBe(422);
    expect(await browser.submit(page, '/logout')).toMatchObject({ status: 302, location: '/login' });
    expect(browser.cookies.has('_csrf_token')).toBe(false);
    browser.cookies.set('easel_session', cookie);
    expect((await browser.get('/profile/settings')).status).toBe(302);
    expect((await browser.get('/logout')).location).toBe('/login');
  });
});

describe('POST /profile/password', () => {
  const NEW = 'battery staple';
  const change = (browser: Browser, page: Page, old: string, password: string, again = password) =>
    browser.submit(page, '/profile/password', {
      'pseudonym[old_password]': old,
      'pseudonym[password]': password,
      'pseudonym[password_confirmation]': again,
    });
  const settings = (browser: Browser) => browser.get('/profile/settings');

  it('changes it, and ends the sessions of other browsers', async () => {
    const user = await make.person({}, { unique_id: 'cleo-changes', password_hash });
    const [browser, other] = [new Browser(app), new Browser(app)];
    await browser.signIn('cleo-changes', PASSWORD);
    await other.signIn('cleo-changes', PASSWORD);
    const before = browser.cookies.get('easel_session');
    const page = await change(browser, await settings(browser), PASSWORD, NEW);
    expect(page).toMatchObject({ status: 302, location: '/profile/settings?password=changed#password' });
    expect(browser.cookies.get('easel_session')).not.toBe(before);
    const shown = await browser.get('/profile/settings?password=changed');
    expect(shown.text).toContain('Your password was changed.');
    expect((await settings(other)).status).toBe(302);
    expect((await new Browser(app).signIn('cleo-changes', PASSWORD)).status).toBe(400);
    expect((await new Browser(app).signIn('cleo-changes', NEW)).status).toBe(302);
    const { body } = await auditOf(user.id);
    expect(
      body.find((event: { event_type: string }) => event.event_type === 'password_changed'),
    ).toMatchObject({ actor_id: user.id, event_source: 'manual', event_data: { unique_id: 'cleo-changes' } });
    // The forms of the page go on working under the new cookie.
    expect((await change(browser, shown, NEW, 'another password')).status).toBe(302);
  });

  it('refuses a wrong old one, two that differ, and what the policy refuses', async () => {
    await make.person({}, { unique_id: 'dora-errs', password_hash });
    const browser = new Browser(app);
    await browser.signIn('dora-errs', PASSWORD);
    const page = await settings(browser);
    for (const [old, password, again, problem] of [
      ['wrong', NEW, NEW, 'Invalid old password for the login dora-errs'],
      [PASSWORD, NEW, 'other', 'The two new passwords aren’t the same.'],
      [PASSWORD, 'short', 'short', 'The new password is too short: at least 8 characters.'],
      [PASSWORD, 'x'.repeat(256), 'x'.repeat(256), 'The new password is too long'],
    ] as const) {
      const refused = await change(browser, page, old, password, again);
      expect(refused.status).toBe(400);
      expect(refused.text).toContain(problem);
      expect(refused.text).not.toContain(password === 'short' ? 'value="short"' : password);
    }
    expect((await new Browser(app).signIn('dora-errs', PASSWORD)).status).toBe(302);
  });

  it('lets nobody guess the old one, forge the form, or change another’s', async () => {
    await make.person({}, { unique_id: 'emil-guessed', password_hash });
    const browser = new Browser(app);
    await browser.signIn('emil-guessed', PASSWORD);
    const page = await settings(browser);
    expect((await browser.post('/profile/password', {})).status).toBe(422);
    const [foreign] = await database.kysely
      .selectFrom('pseudonyms')
      .select('id')
      .where('unique_id', '=', 'pia')
      .execute();
    const another = { 'pseudonym[password_id]': String(foreign?.id), 'pseudonym[old_password]': PASSWORD };
    expect((await browser.submit(page, '/profile/password', another)).status).toBe(404);
    for (let attempt = 0; attempt < 5; attempt++) await change(browser, page, `wrong ${attempt}`, NEW);
    expect((await change(browser, page, PASSWORD, NEW)).text).toContain('Too many failed attempts');
  });

  it('isn’t there for whoever has no password here', async () => {
    const user = await make.person({}, { unique_id: 'frida-without' });
    const { body } = await as(user.token).get('/login/session_token');
    const browser = new Browser(app);
    await browser.get(body.session_url.replace(/^https?:\/\/localhost(:80)?/, ''));
    const { status, text } = await settings(browser);
    expect([status, text.includes('Change password')]).toEqual([200, false]);
  });
});

describe('a session at the API', () => {
  it('is a credential; writing takes the CSRF token', async () => {
    const browser = new Browser(app);
    await browser.signIn('pia', PASSWORD);
    const self = await browser.get('/api/v1/users/self');
    expect(JSON.parse(self.text)).toMatchObject({ id: person.id });
    expect(self.headers).toMatchObject({ 'x-canvas-user-id': `${10_000_000_000_000 + person.id}` });
    expect(Number(self.headers['x-rate-limit-remaining'])).toBeGreaterThan(0);

    const nickname = () => ({ nickname: 'Mine' });
    const course = await make.course();
    await make.enroll(person.id, course.id);
    const url = `/api/v1/users/self/course_nicknames/${course.id}?_method=PUT`;
    const csrf = browser.cookies.get('_csrf_token') as string;
    const put = (headers: Record<string, string>, more = {}) =>
      browser.post(url, { ...nickname(), _method: 'PUT', ...more }, headers);
    const refused = await put({});
    expect(refused.status).toBe(422);
    expect(JSON.parse(refused.text)).toEqual({
      errors: [{ message: 'An error occurred.', error_code: 'unprocessable_content' }],
    });
    expect((await put({ 'x-csrf-token': 'wrong' })).status).toBe(422);
    expect((await put({ 'x-csrf-token': csrf })).status).toBe(200);
    expect((await put({}, { authenticity_token: csrf })).status).toBe(200);
  });

  it('counts for nothing beside a token, and is nobody after its end', async () => {
    const browser = new Browser(app);
    await browser.signIn('pia', PASSWORD);
    const other = await make.person();
    const page = await browser.get('/api/v1/users/self', { authorization: `Bearer ${other.token}` });
    expect(JSON.parse(page.text).id).toBe(other.id);
    expect((await browser.get('/api/v1/users/self', { authorization: 'Bearer wrong' })).status).toBe(401);
    await admin.delete(`users/${person.id}/sessions`);
    expect((await browser.get('/api/v1/users/self')).status).toBe(401);
    // That ended the tokens as well.
    expect((await as(person.token).get('users/self')).status).toBe(401);
  });
});

describe('GET /login/session_token', () => {
  it('gives an address that signs a browser in, once and for five minutes', async () => {
    const holder = await make.person({ name: 'Tom Token' });
    const { status, body } = await as(holder.token).get('/login/session_token', {
      return_to: 'http://localhost:80/profile/settings?a=1',
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      session_url: expect.stringMatching(
        /^http:\/\/localhost\/profile\/settings\?a=1&session_token=\w{128}$/,
      ),
      requires_terms_acceptance: false,
    });
    const path = body.session_url.replace('http://localhost', '');
    const browser = new Browser(app);
    expect(await browser.get(path)).toMatchObject({ status: 302, location: '/profile/settings?a=1' });
    expect((await browser.get('/profile/settings')).text).toContain('You are Tom Token.');
    const second = new Browser(app);
    await second.get(path);
    expect((await second.get('/profile/settings')).status).toBe(302);

    const late = (await as(holder.token).get('/login/session_token')).body.session_url;
    after(301);
    await second.get(late.replace('http://localhost', ''));
    expect((await second.get('/profile/settings')).status).toBe(302);
  });

  it('is refused without a token, with a narrowed one, and to another host', async () => {
    const holder = await make.person();
    const narrowed = await make.token(holder.id, { read_only: true });
    const ask = (token: string, return_to: string) => as(token).get('/login/session_token', { return_to });
    expect((await ask(narrowed, 'http://localhost/')).body).toEqual({
      errors: [{ message: 'Insufficient scopes on access token.' }],
    });
    for (const place of [
      'https://localhost/',
      'http://evil.example/',
      'http://localhost.evil.example/',
      '/here',
    ]) {
      expect((await ask(holder.token, place)).status, place).toBe(401);
    }
    expect((await ask(holder.token, 'http://[')).body).toEqual({ error: 'Invalid redirect URL' });
    expect((await new Browser(app).get('/login/session_token')).status).toBe(401);
  });
});

describe('/profile/settings', () => {
  const signedIn = async (login: string) => {
    const browser = new Browser(app);
    await browser.signIn(login, PASSWORD);
    return browser;
  };
  const secretIn = (text: string) => /id="new-token"[^>]*>([A-Za-z0-9]{64})</.exec(text)?.[1];

  it('makes a narrow token, shows it once, says where it was used, and revokes it', async () => {
    const owner = await make.person({}, { unique_id: 'olga', password_hash });
    const course = await make.course({ sis_course_id: 'sis-1' });
    await make.enroll(owner.id, course.id, 'TeacherEnrollment');
    const browser = await signedIn('olga');
    const page = await browser.get('/profile/settings');
    const made = await browser.submit(page, '/profile/tokens', {
      'token[purpose]': 'Nightly <script>',
      'token[expires_at]': '2030-06-30',
      'token[read_only]': '1',
      'token[course_ids]': 'sis_course_id:sis-1',
      'token[scopes]': 'GET /api/v1/courses/{id}\r\nurl:GET|/api/v1/courses/:course_id/users',
    });
    expect(made.status).toBe(200);
    expect(made.headers['cache-control']).toBe('no-store');
    expect(made.text).toContain('Nightly &lt;script&gt;');
    const secret = secretIn(made.text) as string;
    expect((await as(secret).get(`courses/${course.id}`)).status).toBe(200);
    expect((await as(secret).get('courses')).status).toBe(401);
    await expect
      .poll(async () => (await browser.get('/profile/settings')).text)
      .toMatch(/from <code>127\.0\.0\.1<\/code>/);
    const list = await browser.get('/profile/settings');
    expect(list.text).not.toContain(secret);
    const { body } = await as(owner.token).get(`users/self/tokens/${secret.slice(0, 5)}`);
    expect(body).toMatchObject({
      expires_at: '2030-07-01T03:59:59Z',
      scopes: ['url:GET|/api/v1/courses/:id', 'url:GET|/api/v1/courses/:course_id/users'],
      course_ids: [course.id],
      read_only: true,
    });
    await browser.submit(list, '/profile/tokens/revoke', { id: String(body.id) });
    expect((await as(secret).get(`courses/${course.id}`)).body.errors[0].message).toBe(
      'Revoked access token.',
    );
  });

  it('says what is wrong, and keeps what was typed', async () => {
    const browser = await signedIn('pia');
    const page = await browser.get('/profile/settings');
    const refused = await browser.submit(page, '/profile/tokens', {
      'token[purpose]': 'x',
      'token[expires_at]': clock.now().slice(0, 10),
      'token[scopes]': 'url:GET|/api/v1/nonsense',
    });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('requested scopes must match scopes on developer key');
    expect(refused.text).toContain('url:GET|/api/v1/nonsense</textarea>');
    const empty = await browser.submit(page, '/profile/tokens', {
      'token[purpose]': ' ',
      'token[expires_at]': clock.now().slice(0, 10),
    });
    expect(empty.text).toContain('is too short');
    expect((await browser.post('/profile/tokens', { 'token[purpose]': 'x' })).status).toBe(422);
  });

  it('activates a token that somebody else made, and touches nobody else’s', async () => {
    const owner = await make.person({}, { unique_id: 'emil', password_hash });
    const { body } = await admin.post(`users/${owner.id}/tokens`, { token: { purpose: 'for you' } });
    expect((await as(body.visible_token).get('users/self')).status).toBe(401);
    const thief = await signedIn('pia');
    const page = await thief.get('/profile/settings');
    for (const action of ['activate', 'revoke']) {
      const stolen = await thief.submit(page, '/profile/tokens', {});
      expect(stolen.status).toBe(400);
      const csrf = /name="authenticity_token" value="([^"]+)"/.exec(page.text)?.[1] as string;
      const asked = await thief.post(`/profile/tokens/${action}`, {
        authenticity_token: csrf,
        id: String(body.id),
      });
      expect(asked.status).toBe(404);
    }
    const browser = await signedIn('emil');
    const list = await browser.get('/profile/settings');
    expect(list.text).toContain('waits for you');
    await browser.submit(list, '/profile/tokens/activate', { id: String(body.id) });
    expect((await as(body.visible_token).get('users/self')).status).toBe(200);
  });

  it('runs no scripts, is framed by nobody, and is kept by nothing', async () => {
    const browser = await signedIn('pia');
    const { headers } = await browser.get('/profile/settings');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });
});

describe('the authentications log', () => {
  it('has signing in and out, and Easel’s list the failures too', async () => {
    const user = await make.person({ name: 'Lars Log' }, { unique_id: 'lars', password_hash });
    const browser = new Browser(app, '192.0.2.77');
    await browser.signIn('lars', 'wrong');
    after(1);
    await browser.signIn('lars', PASSWORD);
    after(1);
    await browser.submit(await browser.get('/logout'), '/logout');
    await expect.poll(async () => (await auditOf(user.id)).body.length).toBe(3);
    expect((await auditOf(user.id)).body).toMatchObject([
      { event_type: 'logout', user_id: user.id, address: '192.0.2.77' },
      { event_type: 'login', event_source: 'manual', event_data: { provider: 'canvas' } },
      { event_type: 'login_failed', actor_id: null },
    ]);
    const { status, body, links } = await admin.get(`audit/authentication/users/${user.id}`, { per_page: 1 });
    expect(status).toBe(200);
    const login = body.linked.logins[0].id;
    expect(body).toMatchObject({
      links: {
        'events.login': null,
        'events.account': 'http://localhost:80/api/v1/accounts/{events.account}',
      },
      events: [
        {
          event_type: 'logout',
          created_at: clock.now(),
          links: { login, account: 1, user: user.id, page_view: null },
        },
      ],
      linked: {
        logins: [{ unique_id: 'lars' }],
        accounts: [{ id: 1 }],
        users: [{ id: user.id, name: 'Lars Log' }],
        page_views: [],
      },
    });
    expect(links['next']).toContain('bookmark');
    const of = async (path: string, query = {}) => (await admin.get(path, query)).body.events.length;
    expect(await of(`audit/authentication/logins/${login}`)).toBe(2);
    expect(await of(`audit/authentication/logins/${login}`, { start_time: clock.now() })).toBe(1);
    expect(await of(`audit/authentication/logins/${login}`, { end_time: '2020-01-01T00:00:00Z' })).toBe(0);
    expect(await of('audit/authentication/accounts/self')).toBeGreaterThan(1);
    const college = await make.account();
    expect((await admin.get(`audit/authentication/accounts/${college.id}`)).status).toBe(404);
  });
});
