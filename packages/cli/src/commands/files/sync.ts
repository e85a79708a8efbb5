import { localFiles, localKind, readJobs } from '../../files/local-files.ts';
import { placeText, readPlace } from '../../files/place.ts';
import { previewFolder, sendFolder } from '../../files/send-folder.ts';
import { command } from '../../frame/command.ts';
import { UsageError } from '../../frame/failure.ts';
import { changingOptions, confirmChange } from '../../session/changing.ts';
import { connect } from '../../session/connect.ts';
import { sendingOptions } from './options.ts';

export default command({
  words: ['files', 'sync'],
  summary: 'Send what changed in a folder, and only that',
  details:
    'PLACE is course:ID:/path, user:ID:/path, group:ID:/path or folder:ID; folders are made on the way. A file is left ' +
    'alone when it is there with the same size and SHA-256. Canvas tells no checksum, so DIR/.easel-files.json remembers ' +
    'those of what was sent from here; any other file of the same size is fetched once and summed up, or with ' +
    '--trust-times taken for the same if it is not older in Canvas. Nothing is ever deleted in Canvas.',
  arguments: [
    { name: 'DIR', summary: 'the folder; what is in it goes into PLACE' },
    { name: 'PLACE', summary: 'where to: course:42, course:42:/path' },
  ],
  options: {
    ...sendingOptions,
    ...changingOptions,
    'dry-run': { type: 'flag', summary: 'say what would be sent and why, and send nothing' },
  },
  examples: [
    { line: 'easel files sync slides course:42:/Slides --dry-run', what: 'see what would be sent, and why' },
    { line: 'easel files sync slides course:sis_course_id:CHEM-101:/Slides', what: 'send it' },
  ],
  async run(input) {
    const { args, options, terminal } = input;
    const [folder = '', where = ''] = args;
    const to = readPlace('PLACE', where);
    const jobs = readJobs(options.jobs);
    if ((await localKind(folder)) !== 'folder') {
      throw new UsageError('DIR is a file', 'easel files upload FILE --to PLACE');
    }
    const files = await localFiles(folder, { hidden: options.hidden });
    const session = await connect(input);
    const what = {
      folder,
      files,
      to,
      jobs,
      onDuplicate: 'overwrite',
      compares: true,
      trustTimes: options['trust-times'],
      json: options.json,
      goesOn: 'the same command goes on',
    } as const;
    if (options['dry-run']) await previewFolder(terminal, session, what);
    else {
      await confirmChange(terminal, session, { what: `files sync to ${placeText(to)}`, yes: options.yes });
      await sendFolder(terminal, session, what);
    }
    return undefined;
  },
});
