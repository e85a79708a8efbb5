/** The commands for files against the real Easel. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, Machine, TOKEN } from '../../../testing/easel.ts';

const SERVER = new URL('../../../../server/src/main.ts', import.meta.url).pathname;

let server: ChildProcess;
let machine: Machine;
let env: Record<string, string>;

async function answered(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await machine.easel(args, { env });
  expect({ args, code, stderr: code === 0 ? '' : stderr }).toEqual({ args, code: 0, stderr: '' });
  return stdout;
}

beforeAll(async () => {
  machine = new Machine(await mkdtemp(join(tmpdir(), 'easel-cli-')));
  server = spawn(process.execPath, [SERVER, '--memory', '--seed', 'demo', '--port', '0'], {
    env: { PATH: process.env['PATH'], EASEL_ADMIN_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!server.stdout) throw new Error('Easel has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /ready at (http:\S+)/.exec(line)?.[1];
    if (!url) continue;
    env = at(url);
    break;
  }
}, 120_000);

afterAll(async () => {
  server.kill();
  await rm(machine.folder, { recursive: true, force: true });
});

describe('files and Easel', () => {
  it("takes the thread's own upload, with its folder", async () => {
    await writeFile(machine.path('words.txt'), 'apple\nbanana\n');
    const to = 'user:self:/Eval Reports/Fall2015';
    const file = JSON.parse(await answered('files', 'upload', './words.txt', '--to', to, '-y', '--json'));
    expect(file).toMatchObject({ display_name: 'words.txt', size: 13, 'content-type': 'text/plain' });
    expect(await answered('files', 'upload', './words.txt', '--to', to, '-y', '--resume')).toBe(
      `there already: words.txt (13 B): file ${file.id}\n`,
    );
    const again = JSON.parse(
      await answered('files', 'upload', 'words.txt', '--to', to, '-y', '--json', '--on-duplicate', 'rename'),
    );
    expect(again.display_name).toBe('words-1.txt');
    const listed = JSON.parse(await answered('files', 'list', to, '--json'));
    expect(listed.map(({ id }: { id: string }) => id).sort()).toEqual([file.id, again.id].sort());
    expect(await answered('files', 'download', file.id, '-o', 'back.txt')).toContain('fetched');
    expect(await readFile(machine.path('back.txt'), 'utf8')).toBe('apple\nbanana\n');
  });

  it('syncs a folder to a course by its SIS id, and gets it back as it was', async () => {
    const files: Record<string, Buffer> = {
      'one.txt': Buffer.from('one'),
      'empty.txt': Buffer.alloc(0),
      'a/large.bin': randomBytes(5_000_000),
      'a/b/Straße "1" + 50%.txt': Buffer.from('ü'),
    };
    await mkdir(machine.path('slides/a/b'), { recursive: true });
    for (const [name, bytes] of Object.entries(files)) await writeFile(machine.path(`slides/${name}`), bytes);
    const id = (await answered('api', 'courses/145', '-q', '.sis_course_id')).trim();
    const place = `course:sis_course_id:${id}:/Week 1: Slides`;
    expect(await answered('files', 'sync', 'slides', place, '--dry-run')).toMatch(/^(would send .*\n){4}$/);
    expect(await answered('files', 'sync', 'slides', place, '-y')).toMatch(/^(sent .*\n){4}$/);
    expect(await answered('files', 'sync', 'slides', place, '-y')).toBe('');
    await rm(machine.path('slides/.easel-files.json'));
    expect(await answered('files', 'sync', 'slides', place, '-y')).toBe('');

    await answered('files', 'download', place, '-o', 'back');
    const back = await readdir(machine.path('back'), { recursive: true, withFileTypes: true });
    expect(back.filter((each) => each.isFile())).toHaveLength(4);
    for (const [name, bytes] of Object.entries(files)) {
      expect((await readFile(machine.path(`back/${name}`))).equals(bytes), name).toBe(true);
    }
    expect(await answered('files', 'list', 'course:145', '-f', 'csv', '-c', 'display_name,size')).toBe(
      'display_name,size\r\nempty.txt,0\r\nlarge.bin,5000000\r\none.txt,3\r\n"Straße ""1"" + 50%.txt",2\r\n',
    );
  });

  it('goes on after kill -9, without a second copy', async () => {
    await mkdir(machine.path('many'));
    for (let number = 0; number < 30; number++) {
      await writeFile(machine.path(`many/${number}.bin`), randomBytes(200_000));
    }
    const line = ['files', 'upload', 'many', '-r', '--to', 'course:145:/Many', '-y'];
    const crashing = machine.start(line, { env });
    const ended = machine.finished(crashing);
    let sent = 0;
    for await (const _ of createInterface({ input: crashing.stdout })) {
      sent++;
      if (sent === 7) crashing.kill('SIGKILL');
    }
    expect((await ended).code).toBe(null);
    const rest = await answered(...line, '--resume');
    const left = rest.trimEnd().split('\n').length;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(30 - sent);
    expect(JSON.parse(await answered('files', 'list', 'course:145:/Many', '--json'))).toHaveLength(30);
    expect(await answered(...line, '--resume')).toBe('');
  });

  it('goes below a folder with an id', async () => {
    const folder = (await answered('api', 'courses/145/folders/by_path/Many', '-q', '.[-1].id')).trim();
    await answered('files', 'upload', 'words.txt', '--to', `folder:${folder}:/New/Deep`, '-y');
    expect(
      await answered('files', 'list', `folder:${folder}:/New/Deep`, '-f', 'csv', '-c', 'display_name'),
    ).toBe('display_name\r\nwords.txt\r\n');
    expect((await machine.easel(['files', 'download', `folder:${folder}:/Nope`], { env })).code).toBe(5);
    expect((await machine.easel(['files', 'list', 'course:999999:/'], { env })).code).toBe(5);
  });

  it('never shows the token', () => {
    expect(machine.printed.length).toBeGreaterThan(1000);
    expect(machine.printed).not.toContain(TOKEN);
  });
});
