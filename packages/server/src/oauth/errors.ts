import { CanvasError } from '../errors.ts';

/** Canvas's words for what goes wrong at its OAuth 2.0 endpoints (lib/canvas/oauth/request_error.rb). */
const KINDS = {
  unknownClient: ['invalid_client', 'unknown client', 401],
  wrongSecret: ['invalid_client', 'invalid client', 401],
  wrongAssertion: ['invalid_client', 'invalid JWT assertion', 401],
  wrongRedirect: ['invalid_request', 'redirect_uri does not match client settings', 400],
  unknownCode: ['invalid_grant', 'authorization_code not found', 400],
  wrongClient: ['invalid_grant', 'incorrect client', 400],
  unknownRefreshToken: ['invalid_grant', 'refresh_token not found', 400],
  noCode: [
    'invalid_request',
    'You must provide the code parameter when using the authorization_code grant type',
    400,
  ],
  noRefreshToken: [
    'invalid_request',
    'You must provide the refresh_token parameter when using the refresh_token grant type',
    400,
  ],
  unsupportedGrant: [
    'unsupported_grant_type',
    'The grant_type you requested is not currently supported',
    400,
  ],
  invalidGrant: [
    'invalid_grant',
    'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
    400,
  ],
  unsupportedAssertion: ['invalid_request', 'assertion method not supported for this grant_type', 400],
} as const;

export class OAuthError extends CanvasError {
  override readonly name = 'OAuthError';
  constructor(kind: keyof typeof KINDS) {
    const [error, error_description, status] = KINDS[kind];
    const challenge = status === 401 ? { 'www-authenticate': 'Canvas OAuth 2.0' } : undefined;
    super(status, { error, error_description }, { ...NOT_KEPT, ...challenge });
  }
}

/** Of scopes that the key doesn't have. */
export class InvalidScope extends CanvasError {
  override readonly name = 'InvalidScope';
  constructor(missing: readonly string[]) {
    super(400, { error: 'invalid_scope', error_description: missingScopes(missing) }, NOT_KEPT);
  }
}

export const NOT_KEPT = { 'cache-control': 'no-store', pragma: 'no-cache' };

export const missingScopes = (missing: readonly string[]): string =>
  'A requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner. ' +
  `The following scopes were requested, but not granted: ${sentence(missing)}`;

function sentence(words: readonly string[]): string {
  if (words.length < 3) return words.join(' and ');
  return `${words.slice(0, -1).join(', ')}, and ${words.at(-1)}`;
}
