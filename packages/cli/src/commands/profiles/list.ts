import { command } from '../../frame/command.ts';
import { say } from '../../frame/terminal.ts';
import { columnsOf } from '../../output/plain-rows.ts';
import { chosenName, readProfiles } from '../../session/profiles.ts';

export default command({
  words: ['profiles', 'list'],
  summary: 'Where you are signed in',
  options: {},
  examples: [{ line: 'easel profiles list', what: 'the one with * is used unless --profile names another' }],
  async run({ options, terminal }) {
    const profiles = await readProfiles(terminal.env);
    const chosen = chosenName(profiles, options.profile, terminal.env);
    const rows = Object.entries(profiles.named).map(([name, { url, test, tokenIn }]) => ({
      name,
      url,
      test,
      token_in: tokenIn,
      current: name === chosen,
    }));
    if (options.json) say(terminal, JSON.stringify(rows));
    else if (rows.length === 0) say(terminal, 'No profiles; `easel login URL` makes one.');
    else {
      for (const line of columnsOf(
        rows.map(({ name, url, test, token_in, current }) => [
          `${current ? '*' : ' '} ${name}`,
          url,
          test ? 'test' : '',
          `token in the ${token_in}`,
        ]),
      )) {
        say(terminal, line);
      }
    }
    return undefined;
  },
});
