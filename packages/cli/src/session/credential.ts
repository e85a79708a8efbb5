/** What a profile signs in with, as it is kept: in a keyring or a file that are the owner's alone. */
import { Failure } from '../frame/failure.ts';

export type Credential = PersonalToken | OAuthGrant;

/** Made by hand in Canvas, or by an administrator. */
export interface PersonalToken {
  readonly kind: 'personal';
  readonly accessToken: string;
}

/** What somebody allowed by OAuth2, and how to go on with it. */
export interface OAuthGrant {
  readonly kind: 'oauth';
  /** Of the sign-in: it stays while its tokens are renewed, and no other sign-in has it. */
  readonly id: string;
  readonly accessToken: string;
  /** Milliseconds since 1970; undefined where Canvas didn't say. */
  readonly expiresAt?: number | undefined;
  /** Undefined where the access token is all there is. */
  readonly refreshToken?: string | undefined;
  /** Milliseconds since 1970 until when it refreshes; few servers say. */
  readonly refreshUntil?: number | undefined;
  readonly clientId: string;
  /** Of a confidential client. */
  readonly clientSecret?: string | undefined;
  readonly tokenEndpoint: string;
}

/** A personal token is kept bare, as it always was; no token begins with a brace. */
export function credentialText(credential: Credential): string {
  return credential.kind === 'personal' ? credential.accessToken : JSON.stringify(credential);
}

/** @throws Failure, without what was kept, where it can't be read */
export function readCredential(text: string): Credential {
  if (!text.startsWith('{')) return { kind: 'personal', accessToken: text };
  try {
    const kept = JSON.parse(text) as Partial<OAuthGrant>;
    if (kept.kind === 'oauth' && kept.id && kept.accessToken && kept.clientId && kept.tokenEndpoint) {
      return kept as OAuthGrant;
    }
  } catch {
    // The parser's message quotes it.
  }
  throw new Failure('What is kept of your sign-in cannot be read', {
    hint: 'sign in again: easel login URL',
  });
}
