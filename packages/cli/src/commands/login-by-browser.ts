import type { OptionTable, ValuesOf } from '../frame/command.ts';
import { UsageError } from '../frame/failure.ts';
import type { Terminal } from '../frame/terminal.ts';
import { askSecret } from '../session/ask.ts';
import { openSession } from '../session/connect.ts';
import type { SignedIn } from '../session/keep-credential.ts';
import { withPersonalToken } from '../session/target.ts';

export const loginOptions = {
  oauth: { type: 'flag', summary: 'sign in with the browser instead of a token' },
  'client-id': {
    type: 'text',
    value: 'ID',
    summary: 'of the developer key; an Easel has one for this command',
  },
  'client-secret': {
    type: 'flag',
    summary: "ask for the key's secret, or read it from standard input (or EASEL_CLIENT_SECRET)",
  },
  'redirect-uri': {
    type: 'text',
    value: 'URI',
    summary: "one of the key's, on this machine; urn:ietf:wg:oauth:2.0:oob to paste the code",
  },
  scope: {
    type: 'text',
    value: 'SCOPE',
    multiple: true,
    summary: 'what to ask for: url:GET|/api/v1/courses',
  },
  'no-browser': { type: 'flag', summary: 'only print the address, open nothing' },
  wait: { type: 'text', value: 'SECONDS', default: '300', summary: 'how long to wait for the browser' },
} as const satisfies OptionTable;

type Options = ValuesOf<typeof loginOptions>;

const LONGEST_WAIT_S = 3600;
const OFFER_MS = 5_000;

/** @throws UsageError for options that mean nothing without --oauth */
export function refuseStrayOptions(options: Options): void {
  if (options.oauth) return;
  const stray = (['client-id', 'client-secret', 'redirect-uri', 'no-browser'] as const).find(
    (name) => options[name],
  );
  const given = stray ?? (options.scope.length > 0 ? 'scope' : undefined);
  if (given) throw new UsageError(`--${given} goes with --oauth`);
}

/** Whether a server lets this command sign people in without more ado. */
export async function offersBrowser(url: string, signal: AbortSignal): Promise<boolean> {
  const { findServer } = await import('../session/oauth/server.ts');
  const patience = AbortSignal.any([signal, AbortSignal.timeout(OFFER_MS)]);
  const found = await findServer(url, patience).catch(() => undefined);
  signal.throwIfAborted();
  return found?.commandLineClientId !== undefined;
}

export async function browserSignIn(
  terminal: Terminal,
  url: string,
  profile: string,
  options: Options,
): Promise<SignedIn> {
  const { redirectOf } = await import('../session/oauth/redirect.ts');
  const redirect = redirectOf(options['redirect-uri']);
  const waitMs = secondsOf(options.wait) * 1000;
  const { findServer } = await import('../session/oauth/server.ts');
  const found = await findServer(url, terminal.signal);
  const id = options['client-id'] ?? found.commandLineClientId;
  if (id === undefined) throw noClient(url, found.calledItself);
  const { signInByBrowser } = await import('../session/oauth/sign-in.ts');
  const { grant, user } = await signInByBrowser(terminal, found, {
    client: { id, secret: await secretOf(terminal, id, options) },
    redirect,
    scopes: options.scope,
    opensBrowser: !options['no-browser'],
    waitMs,
  });
  return { credential: grant, user: user ?? (await whoIs(terminal, url, profile, grant.accessToken)) };
}

function secondsOf(text: string): number {
  const seconds = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (seconds < 1 || seconds > LONGEST_WAIT_S) {
    throw new UsageError(`--wait takes seconds, 1 to ${LONGEST_WAIT_S}`);
  }
  return seconds;
}

function noClient(url: string, calledItself: string | undefined): UsageError {
  return new UsageError(
    `${url} has no key for this command: --client-id is missing`,
    calledItself === undefined
      ? 'an administrator of Canvas makes one under Admin, Developer Keys; see docs/sign-in.md'
      : `it calls itself ${calledItself}: easel login ${calledItself} --oauth`,
  );
}

async function secretOf(terminal: Terminal, id: string, options: Options): Promise<string | undefined> {
  const { EASEL_CLIENT_SECRET: fromEnvironment } = terminal.env;
  if (options['client-id'] === undefined) return undefined;
  if (fromEnvironment) return fromEnvironment.trim();
  if (!options['client-secret']) return undefined;
  return askSecret(terminal, `Secret of the key ${id}: `, { what: 'secret' });
}

async function whoIs(terminal: Terminal, url: string, profile: string, accessToken: string) {
  const target = withPersonalToken({ profile, url, test: true }, accessToken);
  const { canvas } = openSession(target, { signal: terminal.signal });
  const { id, name } = await canvas.call('GET /api/v1/users/{id}', { path: { id: 'self' } });
  return { id, name };
}
