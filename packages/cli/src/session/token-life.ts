import { type Canvas, CanvasError } from '@easel/client';
import { readableTime } from '../output/column.ts';
import type { Session } from './connect.ts';
import { changeProfiles } from './profiles.ts';
import type { Target } from './target.ts';

/** What a token is, and until when it lives. */
export interface TokenLife {
  readonly kind: 'personal' | 'oauth';
  /** Null for never; undefined where Canvas doesn't say. */
  readonly until: string | null | undefined;
  /** Whether another one follows by itself. */
  readonly renews: boolean;
  readonly purpose?: string | null;
  readonly clientId?: string;
}

/** Of a personal token Canvas is asked; of one by OAuth2, its answers have told. */
export async function tokenLife({ canvas, target }: Session): Promise<TokenLife> {
  const credential = await target.current();
  if (credential.kind === 'personal') {
    return { kind: 'personal', renews: false, ...(await listedLife(canvas, credential.accessToken)) };
  }
  const { expiresAt, refreshToken, clientId } = credential;
  const until = expiresAt === undefined ? undefined : isoTime(expiresAt);
  return { kind: 'oauth', until, renews: refreshToken !== undefined, clientId };
}

const isoTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Keeps what was learnt of a profile's token, so that every command can warn before its end without asking. */
export async function rememberLife(
  env: NodeJS.ProcessEnv,
  { profile: name, until: known }: Target,
  { kind, until }: TokenLife,
): Promise<void> {
  if (name === undefined || kind !== 'personal' || until === undefined || until === known) return;
  await changeProfiles(env, ({ current, named }) => {
    const profile = Object.hasOwn(named, name) ? named[name] : undefined;
    return { current, named: profile ? { ...named, [name]: { ...profile, tokenUntil: until } } : named };
  });
}

export function lifeInWords({ kind, until, renews, purpose, clientId }: TokenLife): string {
  if (kind === 'oauth') return `by OAuth2, client ${clientId}; ${accessInWords(until, renews)}`;
  if (until === undefined) return 'Canvas does not say until when it lives';
  const what = purpose ? ` ("${purpose}")` : '';
  return until === null
    ? `lives until it is deleted${what}`
    : `lives until ${readableTime(until)} UTC${what}`;
}

function accessInWords(until: string | null | undefined, renews: boolean): string {
  const end = until ? `until ${readableTime(until)} UTC` : 'as long as Canvas takes it';
  return renews ? `${end}, and renewed by itself` : `${end}, then sign in again`;
}

/** What the documentation leaves out of a token, and Canvas sends. */
interface ListedToken {
  readonly visible_token?: string | null;
  readonly expires_at?: string | null;
  readonly purpose?: string | null;
}

/**
 * Canvas tells of a token only what its owner made it for, under its first characters; those of developer keys, and on
 * older versions all of them, it doesn't list.
 */
async function listedLife(canvas: Canvas, token: string): Promise<Pick<TokenLife, 'until' | 'purpose'>> {
  try {
    for await (const listed of canvas.rawList<ListedToken>('/api/v1/users/self/user_generated_tokens')) {
      const { visible_token: visible, expires_at: until = null, purpose = null } = listed;
      if (visible && isOf(token, visible)) return { until, purpose };
    }
  } catch (error) {
    if (!(error instanceof CanvasError)) throw error;
  }
  return { until: undefined };
}

/** `a1b2c...` is the beginning; hosted Canvas puts the number of a shard and a tilde before the token. */
function isOf(token: string, visible: string): boolean {
  const beginning = visible.replace(/\.+$/, '');
  return (
    beginning !== '' && (token.startsWith(beginning) || token.replace(/^\d+~/, '').startsWith(beginning))
  );
}
