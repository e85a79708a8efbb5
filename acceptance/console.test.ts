/** The pages for people in Chromium: nothing comes from elsewhere, calls work, and so do a keyboard and a screen reader. */
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTarget } from './target.ts';

const { url, token } = await openTarget();
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const PAGES = ['/', '/doc/api', '/doc/api?q=enrollment_term_id', '/doc/api/courses.html', '/doc/api/live'];

let browser: Browser;
let context: BrowserContext;
let page: Page;
let requests: { url: string; headers: Record<string, string> }[];
let complaints: string[];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(() => browser?.close());
beforeEach(() => openPage('light'));
afterEach(() => context.close());

async function openPage(colorScheme: 'light' | 'dark', bypassCSP = false) {
  context = await browser.newContext({ colorScheme, bypassCSP, acceptDownloads: true });
  page = await context.newPage();
  requests = [];
  complaints = [];
  page.on('request', (request) => requests.push({ url: request.url(), headers: request.headers() }));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}

/** Signs in with the keyboard, as everything here is done. */
async function openConsole(operation = '') {
  await page.goto(`${url}/doc/api/live${operation}`);
  await page.getByLabel('Access token').fill(token);
  await page.keyboard.press('Enter');
  await page.getByText('You are Ada Admin.').waitFor();
}

const rows = () => page.locator('#answer tbody tr');

describe('all pages', () => {
  it('ask nobody but this server for anything, and nothing is refused', async () => {
    for (const path of PAGES) await page.goto(url + path, { waitUntil: 'networkidle' });
    expect(requests.length).toBeGreaterThan(PAGES.length);
    expect(requests.filter((request) => !request.url.startsWith(`${url}/`))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('forbid every foreign origin and everything inline', async () => {
    for (const path of PAGES) {
      const { headers } = await fetch(url + path, { method: 'HEAD' });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/https?:|\*|unsafe|data:/);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it.each(['light', 'dark'] as const)('have no serious violation in axe, %s', async (scheme) => {
    await context.close();
    await openPage(scheme, true);
    for (const path of PAGES) {
      await page.goto(url + path, { waitUntil: 'networkidle' });
      expect(await violations(), path).toEqual([]);
    }
    await openConsole();
    await page.getByRole('button', { name: 'Send GET' }).press('Enter');
    await rows().first().waitFor();
    for (const summary of await page.locator('#call summary, #answer summary').all()) await summary.click();
    expect(await violations(), 'an answer').toEqual([]);
  });

  async function violations(): Promise<string[]> {
    await page.addScriptTag({ path: axe });
    const { violations: found } = (await page.evaluate('axe.run()')) as {
      violations: { id: string; impact: string; nodes: { html: string }[] }[];
    };
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }
});

describe('the reference', () => {
  it('finds an operation by a parameter and leads to the console', async () => {
    await page.goto(`${url}/doc/api`);
    await page.getByLabel('Search operations and parameters').fill('enrollment_term_id courses in account');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'List active courses in account' }).click();
    expect(page.url()).toBe(`${url}/doc/api/accounts.html#list_active_courses_in_account`);
    const section = page.locator('#list_active_courses_in_account');
    await section.getByText(/Courses - view list/).waitFor();
    await section.getByRole('link', { name: /Try it/ }).click();
    await page.getByRole('heading', { name: 'List active courses in account' }).waitFor();
  });
});

describe('the live console', () => {
  it('lists courses', async () => {
    await openConsole();
    await page.getByRole('button', { name: 'Send GET' }).click();
    await rows().first().waitFor();
    expect(await rows().count()).toBe(10);
    expect(await page.locator('#answer').textContent()).toContain('Data Structures');
    expect(await page.locator('#status').textContent()).toMatch(/^200 OK/);
  });

  it('fetches all by following next', async () => {
    await openConsole();
    await page.getByLabel('enrollment_term_id').fill('');
    await page.getByRole('button', { name: 'Fetch all' }).click();
    await page.getByText(/^\d+ rows from \d pages$/).waitFor();
    expect(await rows().count()).toBeGreaterThan(150);
    expect(requests.filter((request) => /[?&]page=/.test(request.url)).length).toBeGreaterThan(0);
  });

  it('keeps the token out of addresses, and out of storage unless told otherwise', async () => {
    await openConsole();
    await page.getByRole('button', { name: 'Fetch all' }).click();
    await page.getByText(/rows from/).waitFor();
    expect(requests.filter((request) => request.url.includes(token))).toEqual([]);
    expect(requests.some(({ headers }) => headers['authorization'] === `Bearer ${token}`)).toBe(true);
    const stored = () =>
      page.evaluate('JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])');
    expect(await stored()).toBe('[{},{},""]');
    expect(await page.locator('#code').textContent()).not.toContain(token);
    await page.getByLabel('keep it until this tab is closed').check();
    expect(await stored()).toBe(`[{},{"easel-token":"${token}"},""]`);
    await page.reload();
    await page.getByText('You are Ada Admin.').waitFor();
    await page.getByLabel('keep it until this tab is closed').uncheck();
    expect(await stored()).toBe('[{},{},""]');
  });

  it('shows the same call as curl, TypeScript and Python', async () => {
    await openConsole('#create_new_course');
    await page.getByLabel('course[name]', { exact: true }).fill('It’s "new"');
    const code = page.locator('#snippet-code');
    expect(await code.textContent()).toContain(`--data-urlencode 'course[name]=It’s "new"'`);
    await page.getByRole('tab', { name: 'curl' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await code.textContent()).toContain("canvas.call('POST /api/v1/accounts/{account_id}/courses'");
    await page.keyboard.press('ArrowRight');
    expect(await code.textContent()).toContain('("course[name]", "It’s \\"new\\"")');
  });

  it('creates a course with a form', async () => {
    await openConsole('#create_new_course');
    await page.getByLabel('course[name]', { exact: true }).fill('From the console');
    await page.getByRole('button', { name: 'Send POST' }).click();
    await page.getByText(/^200 OK/).waitFor();
    expect(await page.locator('#answer pre').first().textContent()).toContain('"name": "From the console"');
  });

  it('says what went wrong', async () => {
    await openConsole('#get_single_course_courses');
    await page.getByLabel('id', { exact: true }).fill('999999');
    await page.getByRole('button', { name: 'Send GET' }).click();
    await page.getByText(/^404 Not Found/).waitFor();
    expect(await page.locator('#answer').textContent()).toContain('The specified resource does not exist.');
    await page.getByLabel('Access token').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('The server doesn’t know this token.').waitFor();
  });

  it('works with the keyboard alone', async () => {
    await page.goto(`${url}/doc/api/live`);
    await page.locator('#operations a').first().waitFor();
    const tabTo = async (wanted: string) => {
      for (let presses = 0; presses < 200; presses++) {
        await page.keyboard.press('Tab');
        const focused = (await page.evaluate(
          "[document.activeElement.id, document.activeElement.textContent.trim()].join(' ')",
        )) as string;
        if (focused.includes(wanted)) return;
      }
      throw new Error(`${wanted} can't be reached by Tab`);
    };
    await tabTo('filter');
    await page.keyboard.type('enrollment terms');
    await tabTo('List enrollment terms');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'List enrollment terms' }).waitFor();
    await tabTo('Send GET');
    await page.keyboard.press('Enter');
    await page.getByText(/^401 /).waitFor();
    await page.keyboard.press('Shift+Tab');
    while ((await page.evaluate('document.activeElement.id')) !== 'token')
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.type(token);
    await tabTo('fetch-all');
    await page.keyboard.press('Enter');
    await page.getByText(/rows from 1 page$/).waitFor();
    expect(await page.locator('#answer').textContent()).toContain('Fall 2026');
  });
});
