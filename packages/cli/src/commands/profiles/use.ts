import { command } from '../../frame/command.ts';
import { UsageError } from '../../frame/failure.ts';
import { nearest } from '../../frame/nearest.ts';
import { say } from '../../frame/terminal.ts';
import { readProfiles, writeProfiles } from '../../session/profiles.ts';

export default command({
  words: ['profiles', 'use'],
  summary: 'Choose the profile that is used unless --profile names another',
  arguments: [{ name: 'NAME', summary: 'of `easel profiles list`' }],
  options: {},
  examples: [{ line: 'easel profiles use test', what: 'from now on the test Canvas' }],
  async run({ args: [name = ''], options, terminal }) {
    const { named } = await readProfiles(terminal.env);
    if (!Object.hasOwn(named, name)) {
      const meant = nearest(name, Object.keys(named));
      throw new UsageError(
        'There is no such profile',
        meant ? `did you mean ${meant}?` : 'easel profiles list',
      );
    }
    await writeProfiles(terminal.env, { current: name, named });
    say(terminal, options.json ? JSON.stringify({ current: name }) : `${name}: ${named[name]?.url}`);
    return undefined;
  },
});
