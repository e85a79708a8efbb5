import { basename } from 'node:path';
import type { Canvas, UploadOperationId } from '@easel/client';
import { compare } from '../../files/compare.ts';
import { Folders, findFolder } from '../../files/folders.ts';
import { type LocalFile, localFile, localFiles, localKind, readJobs } from '../../files/local-files.ts';
import { PLACE_FORMS, type Place, placeText, readPlace } from '../../files/place.ts';
import { filesIn, type RemoteFile, sameName } from '../../files/remote-file.ts';
import { type Destination, intoFolder, type OnDuplicate, sendFile } from '../../files/send-file.ts';
import { previewFolder, sendFolder } from '../../files/send-folder.ts';
import { command } from '../../frame/command.ts';
import { UsageError } from '../../frame/failure.ts';
import { remark, say, type Terminal } from '../../frame/terminal.ts';
import { ByteBar } from '../../output/byte-bar.ts';
import { byteSize } from '../../output/byte-size.ts';
import { printable } from '../../output/printable.ts';
import { changingOptions, confirmChange } from '../../session/changing.ts';
import { connect, type Session } from '../../session/connect.ts';
import { dryRun } from '../../session/dry-run.ts';
import { sendingOptions } from './options.ts';

export default command({
  words: ['files', 'upload'],
  summary: 'A file, or a folder with all below it, into Canvas',
  details:
    `PLACE is ${PLACE_FORMS}; folders are made on the way, and without a path Canvas chooses where a file goes. ` +
    'With --recursive what is in the folder goes into PLACE. --resume leaves alone what is there already with the same ' +
    'size and SHA-256; how that is known without a checksum from Canvas, `easel files sync --help` says.',
  arguments: [{ name: 'PATH', summary: 'the file, or the folder with --recursive' }],
  options: {
    to: { type: 'text', value: 'PLACE', default: 'user:self', summary: 'where to' },
    recursive: { type: 'flag', short: 'r', summary: 'a folder, with all below it' },
    resume: { type: 'flag', summary: 'leave alone what is there already, as after a failure' },
    name: { type: 'text', value: 'NAME', summary: 'what the file is called in Canvas' },
    'on-duplicate': {
      type: 'text',
      value: 'WHAT',
      choices: ['overwrite', 'rename'],
      default: 'overwrite',
      summary: 'when a file of that name is there',
    },
    ...sendingOptions,
    ...changingOptions,
  },
  examples: [
    {
      line: "easel files upload ./words.txt --to 'user:self:/Eval Reports/Fall2015'",
      what: 'into a folder of your own, which is made if need be',
    },
    {
      line: 'easel files upload syllabus.pdf --to course:sis_course_id:CHEM-101:/',
      what: 'into the files of a course',
    },
    { line: 'easel files upload slides --recursive --to course:42:/Slides --jobs 8', what: 'a whole folder' },
    {
      line: 'easel files upload slides -r --to course:42:/Slides --resume',
      what: 'what is still missing of it',
    },
  ],
  async run(input) {
    const { args, options, terminal } = input;
    const [path = ''] = args;
    const to = readPlace('--to', options.to);
    const jobs = readJobs(options.jobs);
    const kind = await localKind(path);
    if (kind === 'folder' && !options.recursive) {
      throw new UsageError('PATH is a folder', `easel files upload ${path} --recursive --to …`);
    }
    if (kind === 'folder' && options.name !== undefined) throw new UsageError('--name is for one file');
    const confirm = (session: Session) =>
      confirmChange(terminal, session, { what: `files upload to ${placeText(to)}`, yes: options.yes });

    if (kind === 'folder') {
      const what = {
        folder: path,
        files: await localFiles(path, { hidden: options.hidden }),
        to,
        jobs,
        onDuplicate: options['on-duplicate'],
        compares: options.resume,
        trustTimes: options['trust-times'],
        json: options.json,
        goesOn: 'the same command with --resume goes on',
      };
      const session = await connect(input);
      if (options['dry-run']) return void (await previewFolder(terminal, session, what));
      await confirm(session);
      return void (await sendFolder(terminal, session, what));
    }

    const local = await localFile(path, options.name ?? basename(path));
    if (options['dry-run']) {
      const session = await connect(input, { onRequest: dryRun(terminal) });
      return void (await showCalls(terminal, session, local, to, options['on-duplicate']));
    }
    const session = await connect(input);
    await confirm(session);
    const there = options.resume
      ? await alreadyThere(terminal, session.canvas, local, to, options['trust-times'])
      : undefined;
    const file = there ?? (await sendOne(terminal, session.canvas, local, to, options['on-duplicate']));
    const done = there ? 'there already' : 'sent';
    if (options.json) say(terminal, JSON.stringify(file));
    else say(terminal, `${done}: ${printable(file.display_name)} (${byteSize(local.size)}): file ${file.id}`);
    return undefined;
  },
});

async function sendOne(
  terminal: Terminal,
  canvas: Canvas,
  local: LocalFile,
  to: Place,
  onDuplicate: OnDuplicate,
): Promise<RemoteFile> {
  const bar = new ByteBar(terminal, local.size);
  try {
    const destination = await destinationOf(canvas, to, onDuplicate);
    const { file } = await sendFile(local, destination, {
      canvas,
      signal: terminal.signal,
      onProgress: (through) => bar.update(local.name, through),
    });
    return file;
  } finally {
    bar.end();
  }
}

const OPERATIONS = {
  course: { operation: 'POST /api/v1/courses/{course_id}/files', key: 'course_id' },
  user: { operation: 'POST /api/v1/users/{user_id}/files', key: 'user_id' },
  group: { operation: 'POST /api/v1/groups/{group_id}/files', key: 'group_id' },
} as const satisfies Record<string, { operation: UploadOperationId; key: string }>;

/** Canvas itself makes the folders on the way, but below a folder with an id it can't. */
async function destinationOf(canvas: Canvas, to: Place, onDuplicate: OnDuplicate): Promise<Destination> {
  if (to.kind === 'folder') {
    const folder = await new Folders(canvas).make(to);
    return intoFolder(folder.id, onDuplicate);
  }
  const { operation, key } = OPERATIONS[to.kind];
  return {
    operation,
    path: { [key]: to.id },
    params: {
      ...(to.path && { parent_folder_path: `/${to.path.join('/')}` }),
      on_duplicate: onDuplicate,
    },
  };
}

async function alreadyThere(
  terminal: Terminal,
  canvas: Canvas,
  local: LocalFile,
  to: Place,
  trustTimes: boolean,
): Promise<RemoteFile | undefined> {
  if (to.path === undefined && to.kind !== 'folder') {
    throw new UsageError('--resume needs a path in --to', `--to '${placeText(to)}:/…'`);
  }
  const folder = await findFolder(canvas, to);
  const remote =
    folder &&
    (await filesIn(canvas, folder)).find(
      ({ display_name }) => sameName(display_name) === sameName(local.name),
    );
  const { same } = await compare(local, remote, undefined, { canvas, trustTimes, signal: terminal.signal });
  return same ? remote : undefined;
}

/** Only the first call is known beforehand: its answer says where the contents go. */
async function showCalls(
  terminal: Terminal,
  { canvas }: Session,
  local: LocalFile,
  to: Place,
  onDuplicate: OnDuplicate,
): Promise<void> {
  const { operation, path, params } =
    to.kind === 'folder' ? intoFolder(to.id, onDuplicate) : await destinationOf(canvas, to, onDuplicate);
  const below = to.kind === 'folder' && to.path ? ` for the folder ${to.path.join('/')} below it` : '';
  const url = operation
    .replace('POST ', '')
    .replace(/\{(\w+)\}/, (_, key: string) => encodeURIComponent(path[key] ?? '').replaceAll('%3A', ':'));
  await canvas.raw('POST', url, { params: { ...params, name: local.name, size: local.size } });
  remark(
    terminal,
    `easel: that${below} is the first of three steps: then the contents go to the upload_url of the answer with its upload_params, and a GET of the Location that comes back confirms them; nothing was sent (--dry-run)`,
  );
}
