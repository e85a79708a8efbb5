import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Canvas } from '@easel/client';
import { fetchFile, isHere } from '../../files/fetch-file.ts';
import { fetchFolder } from '../../files/fetch-folder.ts';
import { type Folder, findFolder } from '../../files/folders.ts';
import { readJobs } from '../../files/local-files.ts';
import { PLACE_FORMS, type Place, readPlace } from '../../files/place.ts';
import { filesIn, type RemoteFile, sameName } from '../../files/remote-file.ts';
import { safeName } from '../../files/safe-name.ts';
import { command } from '../../frame/command.ts';
import { EXIT } from '../../frame/exit-codes.ts';
import { Failure } from '../../frame/failure.ts';
import { say, type Terminal } from '../../frame/terminal.ts';
import { ByteBar } from '../../output/byte-bar.ts';
import { byteSize } from '../../output/byte-size.ts';
import { printable } from '../../output/printable.ts';
import { connect } from '../../session/connect.ts';
import { jobsOption } from './options.ts';

export default command({
  words: ['files', 'download'],
  summary: 'A file, or a folder with all below it, out of Canvas',
  details:
    `WHAT is the id of a file, or ${PLACE_FORMS}, whose path may end with a file. Contents come into a temporary file ` +
    'that takes its name once it is whole; the same command goes on with what was interrupted, and leaves alone what it ' +
    'fetched before (same size, and the time that it then gave it). Anything else that is in the way stays, unless ' +
    '--overwrite is given. Names that no disk takes, or that would lead out of the folder, are changed.',
  arguments: [{ name: 'WHAT', summary: 'a file id, course:42:/Slides, folder:7' }],
  options: {
    output: {
      type: 'text',
      short: 'o',
      value: 'PATH',
      summary: 'the file, or the folder to put it in; otherwise its own name, here',
    },
    overwrite: { type: 'flag', summary: 'replace files that are in the way' },
    ...jobsOption,
  },
  examples: [
    { line: 'easel files download 4711', what: 'one file, under its own name' },
    { line: "easel files download 'course:42:/Week 1/syllabus.pdf' -o syllabus.pdf", what: 'by its path' },
    { line: 'easel files download course:sis_course_id:CHEM-101:/ -o chem', what: 'all files of a course' },
  ],
  async run(input) {
    const { args, options, terminal } = input;
    const [what = ''] = args;
    const place = /^\d+(~\d+)?$/.test(what) ? undefined : readPlace('WHAT', what);
    const jobs = readJobs(options.jobs);
    const { canvas } = await connect(input);
    const found = place
      ? await findAt(canvas, place)
      : (await canvas.raw<RemoteFile>('GET', `/api/v1/files/${what}`)).body;
    const { overwrite, json, output } = options;
    if ('display_name' in found) await fetchOne(terminal, canvas, found, { overwrite, json, output });
    else {
      const into = output ?? safeName(found.name);
      await fetchFolder(terminal, canvas, { folder: found, into, jobs, overwrite, json });
    }
    return undefined;
  },
});

/** A folder, or else the file that the path ends with. */
async function findAt(canvas: Canvas, place: Place): Promise<Folder | RemoteFile> {
  const folder = await findFolder(canvas, place);
  if (folder) return folder;
  const name = place.path?.at(-1) ?? '';
  const parent = await findFolder(canvas, { ...place, path: place.path?.slice(0, -1) });
  const files = parent ? await filesIn(canvas, parent) : [];
  const file = files.find(({ display_name }) => sameName(display_name) === sameName(name));
  if (file) return file;
  throw new Failure('Nothing has that path', {
    exitCode: EXIT.notFound,
    hint: 'easel files list PLACE shows what is there',
  });
}

async function fetchOne(
  terminal: Terminal,
  canvas: Canvas,
  remote: RemoteFile,
  { overwrite, json, output }: { overwrite: boolean; json: boolean; output: string | undefined },
): Promise<void> {
  const own = safeName(remote.display_name);
  const isFolder = output !== undefined && (await stat(output).catch(() => undefined))?.isDirectory();
  const path = output === undefined ? own : isFolder ? join(output, own) : output;
  const here = await isHere(path, remote);
  if (!here) {
    const bar = new ByteBar(terminal, remote.size ?? 0);
    try {
      await fetchFile(path, remote, {
        canvas,
        signal: terminal.signal,
        overwrite,
        onProgress: (through, before) => bar.update(path, through, before),
      });
    } finally {
      bar.end();
    }
  }
  const size = byteSize(remote.size ?? 0);
  if (json) say(terminal, JSON.stringify({ path, size: remote.size, id: remote.id }));
  else say(terminal, `${here ? 'here already' : 'fetched'}: ${printable(path)} (${size})`);
}
