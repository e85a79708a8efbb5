import { readdir, readFile, writeFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { answerJson, answerThrottled, fakeCanvas } from '../../../client/testing/fake-canvas.ts';
import { answerCourses, course, coursesCanvas, manyCourses } from '../../testing/courses.ts';
import { at, type Machine, newMachine } from '../../testing/easel.ts';
import { atTerminal } from '../../testing/pseudo-terminal.ts';

const nasty = [
  course(1),
  course(2, { name: '=HYPERLINK("http://evil.example","x")', sis_course_id: null }),
  course(3, { name: 'A, "B" | <b>C</b>\u001b[31m', course_code: '-5' }),
];

const list = async (machine: Machine, url: string, ...args: string[]) => {
  const ran = await machine.easel(['courses', 'list', ...args], { env: at(url) });
  expect(ran.stderr).not.toContain('hint');
  expect(ran.code).toBe(0);
  return ran.stdout;
};

describe('formats', () => {
  it('table', async () => {
    const machine = await newMachine();
    const { baseUrl } = await coursesCanvas(nasty);
    expect(await list(machine, baseUrl, '-c', 'id,course_code,name,term.name,start_at')).toBe(
      `ID  CODE  NAME                                   TERM         START
1   C1    Course 1                               Spring 2026  2026-08-24 12:00
2   C2    =HYPERLINK("http://evil.example","x")  Fall 2026    2026-08-24 12:00
3   -5    A, "B" | <b>C</b>                      Spring 2026  2026-08-24 12:00
`,
    );
    const none = await coursesCanvas([]);
    expect(await list(machine, none.baseUrl)).toBe('No courses.\n');
  });

  it('csv, whose cells no spreadsheet runs', async () => {
    const machine = await newMachine();
    const { baseUrl } = await coursesCanvas(nasty);
    const columns = ['-f', 'csv', '-c', 'id,course_code,name,sis_course_id'];
    expect(await list(machine, baseUrl, ...columns)).toBe(
      'id,course_code,name,sis_course_id\r\n' +
        '1,C1,Course 1,sis-1\r\n' +
        `2,C2,"'=HYPERLINK(""http://evil.example"",""x"")",\r\n` +
        '3,-5,"A, ""B"" | <b>C</b>\u001b[31m",sis-3\r\n',
    );
    expect(await list(machine, baseUrl, ...columns, '--formulas')).toContain('2,C2,"=HYPERLINK(');
  });

  it('json and ndjson, whole or by columns', async () => {
    const machine = await newMachine();
    const { baseUrl } = await coursesCanvas(nasty);
    expect(JSON.parse(await list(machine, baseUrl, '--json'))).toEqual(nasty);
    const lines = (await list(machine, baseUrl, '-f', 'ndjson', '-c', 'id,term.name')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { id: '1', 'term.name': 'Spring 2026' },
      { id: '2', 'term.name': 'Fall 2026' },
      { id: '3', 'term.name': 'Spring 2026' },
    ]);
    const none = await coursesCanvas([]);
    expect(await list(machine, none.baseUrl, '-f', 'json')).toBe('[]\n');
  });

  it('markdown', async () => {
    const machine = await newMachine();
    const { baseUrl } = await coursesCanvas(nasty);
    expect(await list(machine, baseUrl, '-f', 'markdown', '-c', 'id,name')).toBe(
      '| ID | Name |\n|---|---|\n| 1 | Course 1 |\n| 2 | =HYPERLINK("http://evil.example","x") |\n' +
        '| 3 | A, "B" \\| \\<b\\>C\\</b\\> |\n',
    );
  });

  it('xlsx, with texts as texts and times as times', async () => {
    const machine = await newMachine();
    const { baseUrl } = await coursesCanvas([...nasty, course(4, { name: 'Bell \u0007 and \u0000' })]);
    await list(machine, baseUrl, '-o', 'courses.xlsx', '-c', 'id,name,start_at', '--title', 'Fall: all?');
    const { sheets } = await readXlsx(await readFile(machine.path('courses.xlsx')));
    expect(sheets[0]?.name).toBe('Fall  all ');
    const [head, ...rows] = sheets[0]?.rows ?? [];
    expect(head).toEqual(['ID', 'Name', 'Start (UTC)']);
    expect(rows.map((row) => row.slice(0, 2))).toMatchObject([
      ['1', 'Course 1'],
      ['2', '=HYPERLINK("http://evil.example","x")'],
      ['3', expect.stringContaining('A, "B" | <b>C</b>')],
      ['4', expect.stringContaining('Bell')],
    ]);
    expect(rows[0]?.[2]).toEqual(new Date('2026-08-24T12:00:00Z'));
  });

  it('html, one file that runs nothing of what it shows and asks no network', async () => {
    const machine = await newMachine();
    const evil = course(4, {
      name: '</td><script>alert(1)</script>',
      term: { id: '9', name: '"><img src=x>' },
    });
    const { baseUrl } = await coursesCanvas([...nasty, evil]);
    await list(
      machine,
      baseUrl,
      '-o',
      'r.html',
      '--title',
      'Courses & more',
      '-t',
      'sis_term_id:fall-2026',
      '-s',
      'unpublished',
    );
    const html = await readFile(machine.path('r.html'), 'utf8');
    expect(html).toContain('<h1>Courses &amp; more</h1>');
    expect(html).toContain('<dt>Term</dt><dd>sis_term_id:fall-2026</dd><dt>State</dt><dd>unpublished</dd>');
    expect(html).toContain('<b>4</b> courses');
    expect(html).toContain('<title>Spring 2026, available: 1</title>');
    expect(html).toContain('<th scope="row">Spring 2026</th><td>1</td><td>1</td><td>2</td>');
    expect(html).toContain(`<a href="${baseUrl}/courses/1">Course 1</a>`);
    expect(html).toContain(
      '<td data-sort="2026-08-24T12:00:00Z"><time datetime="2026-08-24T12:00:00Z">2026-08-24 12:00</time></td>',
    );
    expect(html).toContain('&lt;/td&gt;&lt;script&gt;alert(1)');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(img|link|iframe)|src=x>|url\(/);
    expect(html).toContain("default-src 'none'");
    // The same through a pipe.
    expect(await list(machine, baseUrl, '-f', 'html')).toContain('<b>4</b> courses');
  });

  it('is told by the name of the file', async () => {
    const machine = await newMachine();
    const { baseUrl } = await coursesCanvas(nasty);
    for (const name of ['a.csv', 'a.md', 'a.json', 'a.ndjson', 'a.xlsx', 'a.html'])
      await list(machine, baseUrl, '-o', name);
    expect(JSON.parse(await readFile(machine.path('a.json'), 'utf8'))).toEqual(nasty);
    expect((await readdir(machine.folder)).filter((name) => name.startsWith('a.'))).toHaveLength(6);
  });
});

describe('what is asked for', () => {
  it("goes into Canvas's parameters", async () => {
    const machine = await newMachine();
    const canvas = await coursesCanvas(manyCourses(3));
    await list(
      machine,
      canvas.baseUrl,
      '-a',
      '7',
      '-t',
      'current',
      '-s',
      'unpublished',
      '-s',
      'deleted',
      '--search',
      'chem',
    );
    const [request] = canvas.requests;
    expect(request?.url.split('?')[0]).toBe('/api/v1/accounts/7/courses');
    const asked = [...(request?.query ?? [])].filter(([name]) => name !== 'per_page');
    expect(asked).toEqual([
      ['enrollment_term_id', 'current'],
      ['state[]', 'created'],
      ['state[]', 'claimed'],
      ['state[]', 'deleted'],
      ['search_term', 'chem'],
      ['include[]', 'term'],
    ]);
  });

  it('stops at --limit, and says which column no row has', async () => {
    const machine = await newMachine();
    const canvas = await coursesCanvas(manyCourses(500));
    const { stdout, stderr } = await machine.easel(
      ['courses', 'list', '-f', 'csv', '-c', 'id,nmae,total_students', '--limit', '3'],
      { env: at(canvas.baseUrl) },
    );
    expect(stdout.trimEnd().split('\r\n')).toEqual(['id,nmae,total_students', '1,,', '2,,', '3,,']);
    expect(stderr).toContain('no row has a field nmae; did you mean name?');
    expect(canvas.requests[0]?.query.getAll('include[]')).toContain('total_students');
  });
});

describe('an export to a file', () => {
  const courses = manyCourses(1000);

  /** Every page after this one hangs until the test says go. */
  async function hangingCanvas(lastPage: number) {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    let reached = () => {};
    const isReached = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const canvas = await fakeCanvas(async (request, response) => {
      if (Number(request.query.get('page') ?? 1) > lastPage) {
        reached();
        await gate;
      }
      answerCourses(request, response, courses, { last: true });
    });
    return { canvas, go, isReached };
  }

  it.each(['csv', 'ndjson', 'json', 'xlsx'])(
    '%s is the same after SIGINT and --resume as without',
    async (format) => {
      const machine = await newMachine();
      const { canvas, go, isReached } = await hangingCanvas(4);
      const env = at(canvas.baseUrl);
      const name = `courses.${format}`;
      await writeFile(machine.path(name), 'as it was before');

      const child = machine.start(['courses', 'list', '-o', name], { env });
      await isReached;
      // The pages before have to be written down first.
      await expect
        .poll(() => readFile(machine.path(`${name}.easel-part`), 'utf8').catch(() => ''))
        .toContain('"400"');
      await expect
        .poll(() => readFile(machine.path(`${name}.easel-part.json`), 'utf8').catch(() => ''))
        .toContain('"rows":400');
      child.kill('SIGINT');
      const interrupted = await machine.finished(child);
      expect(interrupted.code).toBe(130);
      expect(interrupted.stderr).toContain('400 courses are kept; the same command with --resume goes on');
      expect(await readFile(machine.path(name), 'utf8')).toBe('as it was before');

      go();
      const before = canvas.requests.length;
      const resumed = await machine.easel(['courses', 'list', '-o', name, '--resume'], { env });
      expect(resumed).toMatchObject({ code: 0, stderr: `easel: 1,000 courses in ${name}\n` });
      expect(canvas.requests.slice(before).map(({ query }) => Number(query.get('page')))).toEqual([
        5, 6, 7, 8, 9, 10,
      ]);

      await machine.easel(['courses', 'list', '-o', `whole.${format}`], { env });
      const [one, other] = await Promise.all(
        [name, `whole.${format}`].map((file) => readFile(machine.path(file))),
      );
      if (format === 'xlsx') {
        const rows = async (file: Buffer | undefined) =>
          (await readXlsx(file ?? Buffer.of())).sheets[0]?.rows;
        expect(await rows(one)).toEqual(await rows(other));
      } else expect(one?.equals(other ?? Buffer.of())).toBe(true);
      expect((await readdir(machine.folder)).filter((file) => file.includes('easel-'))).toEqual([]);
    },
  );

  it('goes on after a broken connection, and only with the same question', async () => {
    const machine = await newMachine();
    let broken = true;
    const canvas = await fakeCanvas((request, response) => {
      if (broken && Number(request.query.get('page') ?? 1) > 3)
        return answerJson(response, {}, { status: 404 });
      answerCourses(request, response, courses);
    });
    const env = at(canvas.baseUrl);
    const failed = await machine.easel(['courses', 'list', '-o', 'c.csv'], { env });
    expect(failed.code).toBe(5);
    expect(failed.stderr).toContain('300 courses are kept');
    expect((await readdir(machine.folder)).sort()).toContain('c.csv.easel-part');

    broken = false;
    const other = await machine.easel(['courses', 'list', '-o', 'c.csv', '--resume', '-c', 'id'], { env });
    expect(other.stderr).toContain('there is nothing to go on with; beginning anew');
    expect((await readFile(machine.path('c.csv'), 'utf8')).split('\r\n')).toHaveLength(1002);
  });

  it('outlives throttling and connections that are cut', async () => {
    const machine = await newMachine();
    const troubles: ('throttle' | 'cut')[] = ['throttle', 'throttle', 'throttle', 'cut'];
    const canvas = await fakeCanvas((request, response) => {
      const trouble = Number(request.query.get('page') ?? 1) === 2 ? troubles.shift() : undefined;
      if (trouble === 'throttle') return answerThrottled(response, 403, { 'retry-after': '0' });
      if (trouble === 'cut') {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('[{');
        return setTimeout(() => response.destroy(), 20);
      }
      answerCourses(request, response, courses);
    });
    const stdout = await list(machine, canvas.baseUrl, '-f', 'ndjson', '-c', 'id');
    expect(stdout.trimEnd().split('\n')).toHaveLength(1000);
  });

  it('says beforehand where it can not be written', async () => {
    const machine = await newMachine();
    const canvas = await coursesCanvas(courses);
    const env = at(canvas.baseUrl);
    expect((await machine.easel(['courses', 'list', '-o', '.'], { env })).stderr).toContain(
      '--output is a folder',
    );
    expect((await machine.easel(['courses', 'list', '-o', 'no/x.csv'], { env })).stderr).toContain(
      'There is no folder no',
    );
    expect(canvas.requests).toEqual([]);
  });

  it('takes less than 200 MB for 50,000 courses', async () => {
    const machine = await newMachine();
    const canvas = await coursesCanvas(manyCourses(50_000), { last: true });
    const tellMemory =
      "data:text/javascript,process.on('exit',()=>console.error('KB',process.resourceUsage().maxRSS))";
    const { code, stderr } = await machine.easel(['courses', 'list', '-o', 'c.csv'], {
      env: at(canvas.baseUrl),
      nodeOptions: ['--import', tellMemory],
    });
    expect(code).toBe(0);
    expect(stderr).toContain('50,000 courses in c.csv');
    expect(Number(/KB (\d+)/.exec(stderr)?.[1]) / 1024).toBeLessThan(200);
    expect((await readFile(machine.path('c.csv'), 'utf8')).trimEnd().split('\r\n')).toHaveLength(50_001);
  });
});

describe('progress', () => {
  it('is a bar with rate and time left at a terminal', async () => {
    const machine = await newMachine();
    const courses = manyCourses(2000);
    const canvas = await fakeCanvas(async (request, response) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      answerCourses(request, response, courses, { last: true });
    });
    const { code, stdout } = await atTerminal(machine, ['courses', 'list', '-o', 'c.csv'], {
      env: at(canvas.baseUrl),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/█+░+ \d+ % {2}[\d,]+ courses, [\d,]+\/s, \d+ s left/);
    expect(stdout).toContain('easel: 2,000 courses in c.csv');
  });

  it('is silent in a pipe', async () => {
    const machine = await newMachine();
    const canvas = await coursesCanvas(manyCourses(300), { last: true });
    const { stderr } = await machine.easel(['courses', 'list', '-o', 'c.csv'], { env: at(canvas.baseUrl) });
    expect(stderr).toBe('easel: 300 courses in c.csv\n');
  });
});
