/** What the people of the founding thread ran, as they ran it: curl, a hand-written Link parser, Python. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openTarget } from './target.ts';

const run = promisify(execFile);
const { url, token } = await openTarget();

describe('curl', () => {
  const curl = async (...args: string[]) => {
    const { stdout } = await run('curl', ['-s', '-H', `Authorization: Bearer ${token}`, ...args]);
    return JSON.parse(stdout);
  };

  it('asks for the courses of a term by its SIS id', async () => {
    const courses = await curl(`${url}/api/v1/accounts/1/courses?enrollment_term_id=sis_term_id:fall-2026`);
    expect(courses).toHaveLength(10);
    const [{ id }] = (await curl(`${url}/api/v1/accounts/1/terms?term_name=Fall%202026`)).enrollment_terms;
    for (const course of courses) expect(course.enrollment_term_id).toBe(id);
  });

  it('gets one’s own courses from /courses and all of them from the account', async () => {
    expect(await curl(`${url}/api/v1/courses`)).toEqual([]);
    expect(await curl(`${url}/api/v1/accounts/self/courses`)).toHaveLength(10);
    expect(await curl(`${url}/api/v1/accounts/self/courses?per_page=100`)).toHaveLength(100);
    expect(await curl(`${url}/api/v1/accounts/self/courses?per_page=500`)).toHaveLength(100);
  });

  it('is told what it meant', async () => {
    const { stdout } = await run('curl', [
      '-si',
      '-H',
      `Authorization: Bearer ${token}`,
      `${url}/api/v1/accounts/1/courses?term_id=1`,
    ]);
    expect(stdout).toMatch(/^x-easel-hint: term_id is ignored: send enrollment_term_id/im);
  });

  it('creates a course with a form', async () => {
    const course = await curl(`${url}/api/v1/accounts/self/courses`, '-d', 'course[name]=Post Test');
    expect(course).toMatchObject({ name: 'Post Test', course_code: 'Post' });
    const multipart = await curl(`${url}/api/v1/accounts/self/courses`, '-F', 'course[name]=Zwölf "Töne"');
    expect(multipart.name).toBe('Zwölf "Töne"');
  });
});

describe('a Link parser as people write it by hand', () => {
  /** Splits at commas, looks for rel="next", and takes what stands between the angle brackets. */
  function nextOf(header: string): string | undefined {
    for (const part of header.split(',')) {
      if (part.includes('rel="next"')) return part.slice(part.indexOf('<') + 1, part.indexOf('>'));
    }
    return undefined;
  }

  it('comes to the end of the list', async () => {
    let next: string | undefined = `${url}/api/v1/accounts/1/courses`;
    const ids: number[] = [];
    const rels = new Set<string>();
    while (next) {
      const response: Response = await fetch(next, { headers: { Authorization: `Bearer ${token}` } });
      ids.push(...((await response.json()) as { id: number }[]).map(({ id }) => id));
      const link = response.headers.get('link') ?? '';
      for (const [, rel] of link.matchAll(/rel="(\w+)"/g)) rels.add(rel as string);
      expect(link).not.toContain(token);
      next = nextOf(link);
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(150);
    expect([...rels].sort()).toEqual(['current', 'first', 'next']);
  });
});

describe('Python requests', () => {
  // `requests` stands inside pip where it isn't installed by itself.
  const program = `
import sys
try:
    import requests
except ImportError:
    from pip._vendor import requests

base, token, path = sys.argv[1:4]
headers = {'Authorization': 'Bearer %s' % token}
rows = []
response = requests.get('%s/api/v1/%s?per_page=100' % (base, path), headers=headers)
rows.extend(response.json())
while 'next' in response.links:
    response = requests.get(response.links['next']['url'], headers=headers)
    rows.extend(response.json())
print(len(rows), len(set(row['id'] for row in rows)))
`;

  it.each(['accounts/1/courses', 'accounts/1/users', 'accounts/1/sub_accounts', 'accounts/1/outcome_groups'])(
    'loops over %s',
    async (path) => {
      const { stdout } = await run('python3', ['-c', program, url, token, path]);
      const [rows, different] = stdout.trim().split(' ').map(Number);
      expect(rows).toBeGreaterThan(3);
      expect(different).toBe(rows);
    },
  );
});
