/** Signing in with a browser: authorization code with PKCE (RFC 7636), answered on a loopback address (RFC 8252). */
import {
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  validateAuthResponse,
} from 'oauth4webapi';
import { EXIT } from '../../frame/exit-codes.ts';
import { Failure } from '../../frame/failure.ts';
import { remark, type Terminal } from '../../frame/terminal.ts';
import { printable } from '../../output/printable.ts';
import { askSecret } from '../ask.ts';
import { DeadGrant, exchangeCode, type Granted, type KnownClient } from './grants.ts';
import { openBrowser } from './open-browser.ts';
import { listenForAnswer, type Received, type Receiver } from './receiver.ts';
import { OUT_OF_BAND, type Redirect } from './redirect.ts';
import type { SignInServer } from './server.ts';

export interface SignIn {
  readonly client: KnownClient;
  readonly redirect: Redirect;
  readonly scopes: readonly string[];
  /** Whether to open one; the address is printed in any case. */
  readonly opensBrowser: boolean;
  readonly waitMs: number;
}

/** @throws Failure when it is denied, refused, or nobody answers; Interrupted */
export async function signInByBrowser(
  terminal: Terminal,
  found: SignInServer,
  { client, redirect, scopes, opensBrowser, waitMs }: SignIn,
): Promise<Granted> {
  const { server } = found;
  const verifier = generateRandomCodeVerifier();
  const state = generateRandomState();
  const receiver =
    redirect === 'pasted'
      ? pasted(terminal)
      : await listenForAnswer(redirect, () =>
          remark(terminal, 'easel: an answer that belongs to no sign-in of yours came, and was not taken'),
        );
  try {
    const { redirectUri } = receiver;
    const address = new URL(server.authorization_endpoint);
    for (const [name, value] of Object.entries({
      client_id: client.id,
      response_type: 'code',
      redirect_uri: redirectUri,
      state,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    })) {
      address.searchParams.set(name, value);
    }
    await show(terminal, address, { opensBrowser, redirect });
    const received = await answerWithin(receiver, state, waitMs, terminal.signal);
    return await finish(received, async () => {
      const parameters = checked(found, client, received, state);
      return await exchangeCode(found, client, { parameters, redirectUri, verifier });
    });
  } finally {
    receiver.close();
  }
}

async function show(
  terminal: Terminal,
  address: URL,
  { opensBrowser, redirect }: Pick<SignIn, 'opensBrowser' | 'redirect'>,
): Promise<void> {
  const isOpen = opensBrowser && (await openBrowser(terminal.env, address.href));
  remark(
    terminal,
    isOpen
      ? 'easel: your browser opens to sign you in; if it does not, go to'
      : 'easel: to sign in, open this address in a browser:',
  );
  remark(terminal, `\n  ${address.href}\n`);
  if (redirect !== 'pasted') {
    remark(terminal, 'easel: waiting for the browser on this machine (Ctrl-C gives up)');
    if (!isOpen) {
      remark(terminal, `easel: if the browser is on another machine, use --redirect-uri ${OUT_OF_BAND}`);
    }
  }
}

async function answerWithin(
  receiver: Receiver,
  state: string,
  waitMs: number,
  interrupted: AbortSignal,
): Promise<Received> {
  const late = AbortSignal.timeout(waitMs);
  try {
    return await receiver.receive(state, AbortSignal.any([interrupted, late]));
  } catch (error) {
    if (!late.aborted || interrupted.aborted) throw error;
    throw new Failure(`Nobody signed in within ${Math.round(waitMs / 1000)} s`, {
      exitCode: EXIT.notSignedIn,
      hint: 'try again; --wait gives more time',
    });
  }
}

/** @throws Failure for an error, or an answer that isn't to our question */
function checked(
  { server }: SignInServer,
  { id }: KnownClient,
  { parameters }: Received,
  state: string,
): URLSearchParams {
  try {
    return validateAuthResponse(server, { client_id: id }, parameters, state);
  } catch (error) {
    if (!(error instanceof AuthorizationResponseError)) {
      throw new Failure('The answer does not belong to this sign-in', { exitCode: EXIT.notSignedIn });
    }
    if (error.error === 'access_denied') {
      throw new Failure('You did not allow it; nobody is signed in', { exitCode: EXIT.notSignedIn });
    }
    throw new Failure(`The sign-in was refused: ${printable(error.error_description ?? error.error)}`, {
      exitCode: EXIT.notSignedIn,
      hint: error.error === 'invalid_scope' ? 'the key wants its scopes: --scope, once for each' : undefined,
    });
  }
}

/** The browser shows what the terminal says. */
async function finish(received: Received, work: () => Promise<Granted>): Promise<Granted> {
  try {
    const granted = await work();
    await received.tell('You are signed in', 'You can close this window, and go on in your terminal.');
    return granted;
  } catch (thrown) {
    const error =
      thrown instanceof DeadGrant
        ? new Failure('The code was refused: it is spent, or took too long', {
            exitCode: EXIT.notSignedIn,
            hint: 'sign in again',
          })
        : thrown;
    await received.tell('Signing in did not work', error instanceof Error ? error.message : '');
    throw error;
  }
}

/** The person brings the code, or the whole address that the browser came to. */
function pasted(terminal: Terminal): Receiver {
  return {
    redirectUri: OUT_OF_BAND,
    async receive(state, signal) {
      const text = await askSecret(
        { ...terminal, signal },
        'The code that the browser shows (or its whole address): ',
        { what: 'code' },
      );
      const parameters = URL.canParse(text)
        ? new URL(text).searchParams
        : new URLSearchParams({ code: text, state });
      // Canvas shows addresses without it.
      if (!parameters.has('state')) parameters.set('state', state);
      return { parameters, tell: async () => {} };
    },
    close() {},
  };
}
