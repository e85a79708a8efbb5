import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { command } from '../../frame/command.ts';
import { Failure } from '../../frame/failure.ts';
import { say } from '../../frame/terminal.ts';
import { EXAMPLE } from './example.ts';

export default command({
  words: ['proxy', 'init'],
  summary: 'Write an example: a configuration for `easel proxy`, and a page that lists your courses',
  arguments: [{ name: 'DIR', summary: 'where to (here)', optional: true }],
  options: {},
  examples: [{ line: 'easel proxy init courses-page', what: 'into a folder of its own' }],
  async run({ args: [directory = '.'], options, terminal }) {
    const files = Object.entries(EXAMPLE).map(([name, content]) => ({
      path: join(directory, name),
      content,
    }));
    for (const { path } of files) await demandFree(path);
    for (const { path, content } of files) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content, { flag: 'wx' });
    }
    const written = files.map(({ path }) => path);
    if (options.json) say(terminal, JSON.stringify({ written }));
    else for (const path of written) say(terminal, `written: ${path}`);
    return undefined;
  },
});

/** What is there already is somebody's work. */
async function demandFree(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere)
    throw new Failure(`${path} is there already`, { hint: 'name another folder: easel proxy init DIR' });
}
