import { type Canvas, CanvasError } from '@easel/client';

export type TokenLife =
  | { readonly known: true; readonly until: string | null; readonly purpose: string | null }
  | { readonly known: false };

/** What the documentation leaves out of a token, and Canvas sends. */
interface ListedToken {
  readonly visible_token?: string | null;
  readonly expires_at?: string | null;
  readonly purpose?: string | null;
}

/**
 * Until when a token lives. Canvas tells of a token only what its owner made it for, under its first characters; those
 * of developer keys, and on older versions all of them, it doesn't list.
 */
export async function tokenLife(canvas: Canvas, token: string): Promise<TokenLife> {
  try {
    for await (const listed of canvas.rawList<ListedToken>('/api/v1/users/self/user_generated_tokens')) {
      const { visible_token: visible, expires_at: until = null, purpose = null } = listed;
      if (visible && isOf(token, visible)) return { known: true, until, purpose };
    }
  } catch (error) {
    if (!(error instanceof CanvasError)) throw error;
  }
  return { known: false };
}

/** `a1b2c...` is the beginning; hosted Canvas puts the number of a shard and a tilde before the token. */
function isOf(token: string, visible: string): boolean {
  const beginning = visible.replace(/\.+$/, '');
  return (
    beginning !== '' && (token.startsWith(beginning) || token.replace(/^\d+~/, '').startsWith(beginning))
  );
}
