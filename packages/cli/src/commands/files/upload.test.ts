import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { at, newMachine } from '../../../testing/easel.ts';
import { FileCanvas } from '../../../testing/file-canvas.ts';
import { easelHere } from '../../../testing/in-process.ts';
import { atTerminal } from '../../../testing/pseudo-terminal.ts';

const MACHINE_FILES = { 'a.txt': 'apple', 'b.txt': 'banana', 'deep/er/c ü+.txt': 'cherry', '.env': 'secret' };

async function setUp() {
  const canvas = await FileCanvas.open();
  const machine = await newMachine();
  await mkdir(machine.path('slides/deep/er'), { recursive: true });
  for (const [name, text] of Object.entries(MACHINE_FILES))
    await writeFile(machine.path(`slides/${name}`), text);
  return { canvas, machine, env: at(canvas.url) };
}

const inCanvas = ({ files }: FileCanvas) =>
  Object.fromEntries(files.map(({ name, bytes }) => [name, bytes.toString()]));

const UPLOAD = ['files', 'upload', 'slides', '-r', '--to', 'course:42:/Week 1', '-y'];
const SYNC = ['files', 'sync', 'slides', 'course:42:/Week 1', '-y'];

describe('easel files upload', () => {
  it('is told what is wrong before anything is sent', async () => {
    const hints = async (...words: string[]) => (await easelHere(['files', 'upload', ...words])).stderr;
    expect(await hints('package.json', '--to', 'CHEM-101')).toContain('course:ID:/path');
    expect(await hints('package.json', '--to', 'course:CHEM-101:/x')).toContain('sis_course_id:CHEM-101');
    expect(await hints('package.json', '--to', 'course:42:/a/../b')).toContain('may not hold . or ..');
    expect(await hints('node_modules')).toContain('--recursive');
    expect(await hints('no-such-file')).toContain('There is no no-such-file');
    expect(await hints('package.json', '--jobs', '0')).toContain('from 1 to 32');
  });

  it('sends a folder, makes the folders on the way, and leaves out what begins with a dot', async () => {
    const { canvas, machine, env } = await setUp();
    const ran = await machine.easel(UPLOAD, { env });
    expect(ran).toMatchObject({ code: 0, stderr: 'easel: sent 3 files (17 B) to course:42:/Week 1\n' });
    expect(inCanvas(canvas)).toEqual({ 'a.txt': 'apple', 'b.txt': 'banana', 'c ü+.txt': 'cherry' });
    expect(canvas.folders.map(({ name }) => name)).toEqual(['course files', 'Week 1', 'deep', 'er']);
    expect(
      canvas.requests.filter(({ line }) => line.startsWith('POST /storage')).some(({ token }) => token),
    ).toBe(false);
  });

  it('sends a file again when the way to the storage breaks', async () => {
    const { canvas, machine, env } = await setUp();
    let broken = 0;
    canvas.fault = ({ url }, response) => {
      if (!url?.startsWith('/storage') || broken > 0) return false;
      broken++;
      response.destroy();
      return true;
    };
    expect((await machine.easel(UPLOAD, { env })).code).toBe(0);
    expect(canvas.lines(/^POST \/storage/)).toHaveLength(4);
    expect(canvas.files).toHaveLength(3);
  });

  it('goes on with the others when one is refused, and with --resume sends what is missing', async () => {
    const { canvas, machine, env } = await setUp();
    let refused = 0;
    canvas.fault = ({ url, method }, response) => {
      if (method !== 'POST' || !url?.endsWith('/files') || refused > 0) return false;
      refused++;
      response
        .writeHead(400, { 'content-type': 'application/json' })
        .end('{"message":"file size exceeds quota"}');
      return true;
    };
    const first = await machine.easel([...UPLOAD, '-j', '1'], { env });
    expect(first.code).toBe(6);
    expect(first.stderr).toContain('not sent: a.txt: ');
    expect(first.stderr).toContain('file size exceeds quota');
    expect(first.stderr).toContain('2 of 3 files were sent; the same command with --resume goes on');
    const second = await machine.easel([...UPLOAD, '--resume'], { env });
    expect(second).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^sent a\.txt \(5 B\): file \d+\n$/),
    });
    expect(canvas.files).toHaveLength(3);
  });

  it('shows the bytes at a terminal', async () => {
    const { canvas, machine, env } = await setUp();
    await writeFile(machine.path('slides/large.bin'), Buffer.alloc(8_000_000, 7));
    const { stdout, code } = await atTerminal(machine, UPLOAD, { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/[█░]{24} +\d+ % .* of 8\.0 MB, .*\/s/);
    expect(canvas.files).toHaveLength(4);
  });

  it('--dry-run of one file prints the first call, without the token', async () => {
    const { canvas, machine, env } = await setUp();
    const to = 'user:sis_user_id:a/b:/Eval Reports/Fall2015';
    const { stdout } = await machine.easel(['files', 'upload', 'slides/a.txt', '--to', to, '--dry-run'], {
      env,
    });
    expect(stdout).toContain('/api/v1/users/hex:sis_user_id:612f62/files');
    expect(stdout).toContain('parent_folder_path = /Eval Reports/Fall2015');
    expect(stdout).not.toContain(env.CANVAS_TOKEN);
    expect(canvas.requests).toHaveLength(0);
  });
});

describe('easel files sync', () => {
  it('sends only what changed, by size and checksum, and says so beforehand', async () => {
    const { canvas, machine, env } = await setUp();
    await machine.easel(SYNC, { env });
    const a = machine.path('slides/a.txt');
    // The same size and an older time: only the checksum tells.
    await writeFile(a, 'APPLE');
    await utimes(a, new Date(0), new Date(0));
    const before = canvas.requests.length;
    const preview = await machine.easel([...SYNC, '--dry-run'], { env });
    expect(preview.stdout).toBe('would send a.txt (5 B): another content\n');
    expect(preview.stderr).toContain('2 are there already; nothing was sent');
    expect(canvas.requests.slice(before).every(({ line }) => line.startsWith('GET '))).toBe(true);

    expect((await machine.easel(SYNC, { env })).stdout).toMatch(/^sent a\.txt.*\n$/);
    expect(inCanvas(canvas)).toMatchObject({ 'a.txt': 'APPLE', 'b.txt': 'banana' });
    expect((await machine.easel(SYNC, { env })).stderr).toContain('sent nothing');
    expect(canvas.lines(/download/)).toEqual([]);
  });

  it('fetches and compares what it does not know, once', async () => {
    const { canvas, machine, env } = await setUp();
    await machine.easel(SYNC, { env });
    await rm(machine.path('slides/.easel-files.json'));
    expect((await machine.easel([...SYNC, '--dry-run'], { env })).stdout).toBe('');
    await expect(readFile(machine.path('slides/.easel-files.json'))).rejects.toThrow('ENOENT');
    await machine.easel(SYNC, { env });
    const fetched = canvas.lines(/download/).length;
    await machine.easel(SYNC, { env });
    expect([fetched, canvas.lines(/download/).length]).toEqual([6, 6]);
    expect(canvas.lines(/^POST \/storage/)).toHaveLength(3);
  });

  it('--trust-times asks for no contents', async () => {
    const { canvas, machine, env } = await setUp();
    await machine.easel(SYNC, { env });
    await rm(machine.path('slides/.easel-files.json'));
    await utimes(machine.path('slides/a.txt'), new Date(0), new Date(0));
    const { stdout } = await machine.easel([...SYNC, '--trust-times', '--dry-run'], { env });
    expect(stdout).toBe(
      'would send b.txt (6 B): newer than in Canvas\nwould send deep/er/c ü+.txt (6 B): newer than in Canvas\n',
    );
    expect(canvas.lines(/download/)).toEqual([]);
  });

  it('sends again what was replaced or deleted in Canvas', async () => {
    const { canvas, machine, env } = await setUp();
    await machine.easel(SYNC, { env });
    const [first, second] = canvas.files.splice(0, 2);
    canvas.add(first?.name ?? '', first?.bytes.toString().toUpperCase() ?? '', first?.folder);
    const { stdout } = await machine.easel([...SYNC, '--dry-run'], { env });
    expect(stdout).toContain(`${first?.name} (${first?.bytes.length} B): another content`);
    expect(stdout).toContain(`${second?.name} (${second?.bytes.length} B): new`);
  });
});
