import type { Terminal } from '../frame/terminal.ts';
import { openSession } from '../session/connect.ts';
import type { SignedIn } from '../session/keep-credential.ts';
import { withPersonalToken } from '../session/target.ts';
import { tokenLife } from '../session/token-life.ts';

/** Tries the token before it is kept. @throws CanvasError when it is none */
export async function personalSignIn(
  terminal: Terminal,
  url: string,
  profile: string,
  token: string,
): Promise<SignedIn> {
  const target = withPersonalToken({ profile, url, test: true }, token);
  const session = openSession(target, { signal: terminal.signal });
  const { id, name } = await session.canvas.call('GET /api/v1/users/{id}', { path: { id: 'self' } });
  const { until } = await tokenLife(session);
  return { credential: await target.current(), user: { id, name }, until };
}
