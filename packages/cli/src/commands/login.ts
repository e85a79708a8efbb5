import { command } from '../frame/command.ts';
import { UsageError } from '../frame/failure.ts';
import { remark, say } from '../frame/terminal.ts';
import { askSecret } from '../session/ask.ts';
import { checkedUrl, isLoopback } from '../session/connect.ts';
import { keepCredential } from '../session/keep-credential.ts';
import { readProfiles } from '../session/profiles.ts';
import { browserSignIn, loginOptions, offersBrowser, refuseStrayOptions } from './login-by-browser.ts';
import { personalSignIn } from './login-by-token.ts';

const PROFILE_NAME = /^[\w.-]{1,64}$/;

export default command({
  words: ['login'],
  summary: 'Sign in to a Canvas, under the name of a profile',
  details:
    'A token is asked for and not shown, or read from standard input; it is no argument, where the history of the ' +
    "shell and every user of the machine could see it. It is kept in the system's keyring where there is one, else in " +
    'a file that only you can read. Canvas makes tokens at URL/profile/settings, "New Access Token".\n\n' +
    'Where people may make none, --oauth signs in with the browser (OAuth 2.0 with PKCE). What it gets is kept in the ' +
    'same place, renewed by itself, and ended by `easel logout`. An Easel needs nothing else for it. Any other Canvas ' +
    'needs a developer key, which its administrators make: its id is --client-id, one of its redirect URIs ' +
    '--redirect-uri, and its secret is asked for (--client-secret) or in EASEL_CLIENT_SECRET.',
  arguments: [{ name: 'URL', summary: 'where Canvas is, https://canvas.example.edu' }],
  options: {
    test: { type: 'flag', summary: 'this Canvas is for tests: changes are not asked about' },
    ...loginOptions,
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
    { line: 'easel login http://127.0.0.1:3000 --oauth', what: 'the same, with the browser' },
    {
      line: 'easel login https://canvas.example.edu --oauth --client-id 10000000000042 --client-secret --redirect-uri http://localhost:8765/callback',
      what: 'with a developer key of a school',
    },
  ],
  async run({ args: [address = ''], options, terminal }) {
    const url = checkedUrl(address);
    refuseStrayOptions(options);
    const name = options.profile ?? (terminal.env['EASEL_PROFILE'] || 'default');
    if (!PROFILE_NAME.test(name)) throw new UsageError('A profile is named by letters, digits, dots, dashes');
    // Before anybody signs in: what can't be read can't be added to.
    await readProfiles(terminal.env);
    if (url.startsWith('http:') && !isLoopback(url)) {
      remark(terminal, `easel: over http, anybody on the way to ${url} can read the token`);
    }

    const offered = !options.oauth && terminal.stdin.isTTY && (await offersBrowser(url, terminal.signal));
    const prompt = `Token for ${url} (${url}/profile/settings makes one${offered ? '; Enter alone signs in with your browser' : ''}): `;
    const token = options.oauth ? '' : await askSecret(terminal, prompt, { mayBeEmpty: offered });
    const signedIn =
      token === ''
        ? await browserSignIn(terminal, url, name, options)
        : await personalSignIn(terminal, url, name, token);
    const store = await keepCredential(terminal, { name, url, test: options.test }, signedIn);

    const { user } = signedIn;
    if (options.json) {
      say(terminal, JSON.stringify({ profile: name, url, user_id: user.id, user: user.name }));
    } else
      say(terminal, `${url}: signed in as ${user.name} (profile ${name}${options.test ? ', a test' : ''})`);
    remark(terminal, `easel: the token is in ${store.where}`);
    return undefined;
  },
});
