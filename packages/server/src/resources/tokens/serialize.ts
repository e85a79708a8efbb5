import type { AccessToken, Context } from '../../http/context.ts';
import type { NamedToken } from './load.ts';
import type { Token } from './schema.ts';

/** The name of Canvas's default developer key, which stands behind every token that a person makes. */
const APP_NAME = 'User-Generated';

/** @param secret given only in the answer to the request that made it */
export function serializeToken(ctx: Context, token: NamedToken, secret?: string): Token {
  const isMade = token.developer_key_id === null;
  return {
    id: token.id,
    created_at: token.created_at,
    last_used_at: token.last_used_at,
    purpose: token.purpose,
    real_user_id: token.real_user_id,
    remember_access: token.remember_access,
    scopes: token.scopes,
    updated_at: token.updated_at,
    user_id: token.user_id,
    workflow_state: token.workflow_state,
    app_name: isMade ? APP_NAME : (token.app_name ?? ''),
    visible_token: isMade ? (secret ?? `${token.token_hint}...`) : null,
    expires_at: token.expires_at,
    can_manually_regenerate: isMade && !isExpired(ctx, token),
    ...(token.course_ids && { course_ids: token.course_ids }),
    ...(token.read_only && { read_only: true }),
  };
}

export const isExpired = (ctx: Context, { expires_at }: AccessToken): boolean =>
  expires_at !== null && expires_at < ctx.now;
