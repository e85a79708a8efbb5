import { command } from '../frame/command.ts';
import { UsageError } from '../frame/failure.ts';
import { remark, say } from '../frame/terminal.ts';
import { askSecret } from '../session/ask.ts';
import { checkedUrl, isLoopback, openSession } from '../session/connect.ts';
import { readProfiles, writeProfiles } from '../session/profiles.ts';
import { bestStore, storeNamed, tokenKey } from '../session/token-stores.ts';

const PROFILE_NAME = /^[\w.-]{1,64}$/;

export default command({
  words: ['login'],
  summary: 'Keep a token for a Canvas, under the name of a profile',
  details:
    'The token is asked for and not shown, or read from standard input; it is no argument, where the history of the ' +
    "shell and every user of the machine could see it. It is kept in the system's keyring where there is one, else in " +
    'a file that only you can read. Canvas makes tokens at URL/profile/settings, "New Access Token".',
  arguments: [{ name: 'URL', summary: 'where Canvas is, https://canvas.example.edu' }],
  options: {
    test: { type: 'flag', summary: 'this Canvas is for tests: changes are not asked about' },
  },
  examples: [
    { line: 'easel login https://canvas.example.edu', what: 'the first profile is used from then on' },
    {
      line: 'easel login https://canvas.test.example.edu --profile test --test',
      what: 'another one, for trying things',
    },
    {
      line: 'easel login http://127.0.0.1:3000 -p easel --test < token.txt',
      what: 'an Easel on this machine',
    },
  ],
  async run({ args: [address = ''], options, terminal }) {
    const url = checkedUrl(address);
    const { current, named } = await readProfiles(terminal.env);
    const name = options.profile ?? (terminal.env['EASEL_PROFILE'] || 'default');
    if (!PROFILE_NAME.test(name)) throw new UsageError('A profile is named by letters, digits, dots, dashes');
    if (url.startsWith('http:') && !isLoopback(url)) {
      remark(terminal, `easel: over http, anybody on the way to ${url} can read the token`);
    }

    const token = await askSecret(terminal, `Token for ${url} (${url}/profile/settings makes one): `);
    const { canvas } = openSession({ profile: name, url, token, test: true }, { signal: terminal.signal });
    const user = await canvas.call('GET /api/v1/users/{id}', { path: { id: 'self' } });

    const store = await bestStore(terminal.env);
    const before = Object.hasOwn(named, name) ? named[name] : undefined;
    if (before) await (await storeNamed(before.tokenIn, terminal.env))?.remove(tokenKey(name, before.url));
    await store.write(tokenKey(name, url), token);
    await writeProfiles(terminal.env, {
      current: current ?? name,
      named: { ...named, [name]: { url, test: options.test, tokenIn: store.name } },
    });

    if (options.json)
      say(terminal, JSON.stringify({ profile: name, url, user_id: user.id, user: user.name }));
    else
      say(terminal, `${url}: signed in as ${user.name} (profile ${name}${options.test ? ', a test' : ''})`);
    remark(terminal, `easel: the token is in ${store.where}`);
    return undefined;
  },
});
