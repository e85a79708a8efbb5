import type { Logger } from 'pino';
import type { Database } from '../db/database.ts';
import type { FileStorage } from '../files/storage.ts';
import type { OutgoingFetch } from './outgoing.ts';

/** Time, so that a test (or a world) can set it. */
export interface Clock {
  /** Now, in the form of every stored and sent time: `2026-08-24T12:00:00Z`. */
  now(): string;
}

export interface SiteSettings {
  /** `https://canvas.example.edu`, for links; without it they follow the request's host. */
  publicUrl: string | undefined;
  /** What a known user without the right gets; Canvas moved from 401 to 403 behind a flag. */
  forbiddenStatus: 401 | 403;
  /** What a throttled client gets: 429 on hosted Canvas since October 2025, 403 before. */
  throttle: { status: 403 | 429 } | 'off';
  /** Hosted Canvas refuses API requests without a User-Agent. */
  requireUserAgent: boolean;
  /** Where the institution's people sign in with OpenID Connect; absent for passwords alone. */
  identityProvider?: IdentityProvider | undefined;
  /** Bytes that a request's body may have. */
  bodyLimit: number;
}

export interface IdentityProvider {
  /** As its metadata under `/.well-known/openid-configuration` name it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** For the button. */
  name: string;
  /** The claim that holds a person's login here. */
  loginClaim: string;
}

/** What one running Easel is made of. Nothing is a singleton: a process can hold several. */
export interface Site {
  readonly database: Database;
  readonly clock: Clock;
  /** Keys the HMAC of access tokens. */
  readonly secret: string;
  readonly settings: SiteSettings;
  /** Where the bytes of files are. */
  readonly files: FileStorage;
  /** The one way out to addresses that somebody gave. */
  readonly fetch: OutgoingFetch;
  readonly log: Logger;
  /** Jobs were committed: whoever runs them here may look. Set by buildApp. */
  wakeJobs(): void;
}

/** What a site is built of. */
export type SiteParts = Omit<Site, 'wakeJobs'>;

export const systemClock: Clock = {
  now: () => `${new Date().toISOString().slice(0, 19)}Z`,
};
