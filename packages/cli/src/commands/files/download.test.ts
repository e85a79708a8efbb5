import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { at, newMachine } from '../../../testing/easel.ts';
import { FileCanvas } from '../../../testing/file-canvas.ts';

async function setUp() {
  const canvas = await FileCanvas.open();
  const machine = await newMachine();
  return { canvas, machine, env: at(canvas.url) };
}

const ranges = ({ requests }: FileCanvas) =>
  requests.filter(({ line }) => /download$/.test(line)).map(({ range }) => range);

describe('easel files download', () => {
  it('fetches a file without the token, and not twice', async () => {
    const { canvas, machine, env } = await setUp();
    const { id } = canvas.add('words.txt', 'apple');
    const ran = await machine.easel(['files', 'download', id], { env });
    expect(ran).toEqual({ code: 0, stdout: 'fetched: words.txt (5 B)\n', stderr: '' });
    expect(await readFile(machine.path('words.txt'), 'utf8')).toBe('apple');
    expect((await stat(machine.path('words.txt'))).mtime).toEqual(new Date('2026-08-24T12:00:00Z'));
    expect(canvas.requests.find(({ line }) => /download$/.test(line))?.token).toBe(false);
    expect((await machine.easel(['files', 'download', id], { env })).stdout).toContain('here already');
    expect(ranges(canvas)).toHaveLength(1);
  });

  it('leaves what is in the way, unless told otherwise', async () => {
    const { canvas, machine, env } = await setUp();
    canvas.add('words.txt', 'apple', canvas.addFolder('Week 1'));
    await writeFile(machine.path('mine.txt'), 'my own');
    const line = ['files', 'download', 'course:42:/Week 1/words.txt', '-o', 'mine.txt'];
    const refused = await machine.easel(line, { env });
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('--overwrite replaces it')]);
    expect(await readFile(machine.path('mine.txt'), 'utf8')).toBe('my own');
    expect((await machine.easel([...line, '--overwrite'], { env })).code).toBe(0);
    expect(await readFile(machine.path('mine.txt'), 'utf8')).toBe('apple');
  });

  it('goes on after a broken connection with a range', async () => {
    const { canvas, machine, env } = await setUp();
    const bytes = randomBytes(3_000_000);
    const { id } = canvas.add('large.bin', bytes);
    let breaks = 2;
    canvas.fault = ({ url, headers }, response) => {
      if (!url?.includes('/download') || breaks === 0) return false;
      breaks--;
      const start = Number(/\d+/.exec(headers.range ?? '0')?.[0]);
      response.writeHead(start === 0 ? 200 : 206, {
        'content-length': bytes.length - start,
        ...(start > 0 && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
      });
      response.write(bytes.subarray(start, start + 1_000_000), () =>
        setTimeout(() => response.destroy(), 50),
      );
      return true;
    };
    expect((await machine.easel(['files', 'download', id], { env })).code).toBe(0);
    expect((await readFile(machine.path('large.bin'))).equals(bytes)).toBe(true);
    expect(ranges(canvas)).toEqual([undefined, 'bytes=1000000-', 'bytes=2000000-']);
    expect(await readdir(machine.folder)).toEqual(['large.bin']);
  });

  it('goes on after Ctrl-C in another run; until then nothing has the name', async () => {
    const { canvas, machine, env } = await setUp();
    const bytes = randomBytes(2_000_000);
    const { id } = canvas.add('large.bin', bytes);
    canvas.fault = ({ url }, response) => {
      if (!url?.includes('/download')) return false;
      response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, 500_000));
      return true;
    };
    const child = machine.start(['files', 'download', id], { env });
    child.stdin.end();
    const part = async () => {
      const [name] = (await readdir(machine.folder)).filter((each) => each.endsWith('.part'));
      return name === undefined ? 0 : (await stat(machine.path(name))).size;
    };
    while ((await part()) < 500_000) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect((await machine.finished(child)).code).toBe(130);
    expect(await readdir(machine.folder)).not.toContain('large.bin');

    canvas.fault = () => false;
    expect((await machine.easel(['files', 'download', id], { env })).code).toBe(0);
    expect((await readFile(machine.path('large.bin'))).equals(bytes)).toBe(true);
    expect(ranges(canvas).at(-1)).toBe('bytes=500000-');
    expect(await readdir(machine.folder)).toEqual(['large.bin']);
  });

  it('begins anew where the storage sends no ranges', async () => {
    const { canvas, machine, env } = await setUp();
    const { id } = canvas.add('words.txt', 'apple and banana');
    let calls = 0;
    canvas.fault = ({ url }, response) => {
      if (!url?.includes('/download')) return false;
      response.writeHead(200, { 'content-length': 16 });
      if (calls++ === 0) response.write('apple', () => setTimeout(() => response.destroy(), 50));
      else response.end('apple and banana');
      return true;
    };
    expect((await machine.easel(['files', 'download', id], { env })).code).toBe(0);
    expect(await readFile(machine.path('words.txt'), 'utf8')).toBe('apple and banana');
  });

  it('fetches a folder, whose names cannot leave the directory', async () => {
    const { canvas, machine, env } = await setUp();
    const week = canvas.addFolder('Week 1');
    const evil = canvas.addFolder('..', week);
    canvas.add('../../evil.txt', 'one', week);
    canvas.add('a.txt', 'two', week);
    canvas.add('A.txt', 'three', week);
    canvas.add('..', 'four', evil);
    canvas.add('deep.txt', 'five', canvas.addFolder('deep', evil));
    const line = ['files', 'download', 'course:42:/Week 1', '-o', 'out'];
    expect((await machine.easel(line, { env })).stderr).toBe('easel: fetched 5 files into out\n');
    expect((await readdir(machine.folder, { recursive: true })).sort()).toEqual([
      'out',
      'out/.._.._evil.txt',
      'out/A (2).txt',
      'out/__',
      'out/__/__',
      'out/__/deep',
      'out/__/deep/deep.txt',
      'out/a.txt',
    ]);
    expect((await machine.easel(line, { env })).stderr).toContain(
      'fetched 0 files into out, 5 were here already',
    );
  });

  it('does not follow a link out of the directory', async () => {
    const { canvas, machine, env } = await setUp();
    canvas.add('a.txt', 'one', canvas.addFolder('deep'));
    await mkdir(machine.path('elsewhere'));
    await mkdir(machine.path('out'));
    await symlink(machine.path('elsewhere'), machine.path('out/deep'));
    const ran = await machine.easel(['files', 'download', 'course:42:/', '-o', 'out'], { env });
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('lead out of the folder')]);
    expect(await readdir(machine.path('elsewhere'))).toEqual([]);
  });
});
