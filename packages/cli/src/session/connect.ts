import { Canvas, type CanvasOptions } from '@easel/client';
import { UsageError } from '../frame/failure.ts';
import type { Terminal } from '../frame/terminal.ts';
import { warnBeforeEnd } from './end-warning.ts';
import { sendForm } from './send-form.ts';
import { findTarget, type Target } from './target.ts';
import { USER_AGENT } from './user-agent.ts';

export interface Session {
  readonly canvas: Canvas;
  readonly target: Target;
  /** What Easel said beside its answers so far (`X-Easel-Hint`). */
  readonly hints: ReadonlySet<string>;
}

/** What every command has, and some have beside. */
interface ConnectInput {
  readonly terminal: Terminal;
  readonly options: {
    readonly profile: string | undefined;
    readonly json?: boolean;
  };
}

/** The Canvas that the command line names, ready to be called; nothing is sent yet. */
export async function connect(
  { terminal, options }: ConnectInput,
  more: Partial<CanvasOptions> = {},
): Promise<Session> {
  const target = await findTarget(terminal, options.profile);
  const asJson = options.json === true || ('format' in options && /json$/.test(String(options.format)));
  await warnBeforeEnd(terminal, target, asJson);
  return openSession(target, { signal: terminal.signal, ...more });
}

export function openSession(target: Target, more: Partial<CanvasOptions>): Session {
  const hints = new Set<string>();
  const fetchAndListen = async (url: string, init: RequestInit) => {
    const { body } = init;
    const response = await (body instanceof FormData ? sendForm(url, { ...init, body }) : fetch(url, init));
    const said = response.headers.get('x-easel-hint');
    if (said) hints.add(said);
    return response;
  };
  const canvas = new Canvas({
    baseUrl: checkedUrl(target.url),
    token: target.token,
    userAgent: USER_AGENT,
    fetch: fetchAndListen,
    ...more,
  });
  return { canvas, target, hints };
}

/** This machine: where TLS is neither usual nor needed. */
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

export const isLoopback = (url: string) => LOOPBACK.test(new URL(url).hostname);

/** @throws UsageError unless it is the address of a server */
export function checkedUrl(url: string): string {
  const isLocal = URL.canParse(`http://${url}`) && isLoopback(`http://${url}`);
  const withScheme = /^\w+:\/\//.test(url) ? url : `${isLocal ? 'http' : 'https'}://${url}`;
  if (!URL.canParse(withScheme)) throw new UsageError('That is no address', 'https://canvas.example.edu');
  const { origin, username, protocol } = new URL(withScheme);
  if (!/^https?:$/.test(protocol))
    throw new UsageError('That is no web address', 'https://canvas.example.edu');
  if (username !== '') throw new UsageError('The address must not hold a name or a password');
  return origin;
}
