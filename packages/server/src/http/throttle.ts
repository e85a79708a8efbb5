/**
 * The leaky bucket of each client (conventions 6). Levels live in the database, so that several servers share
 * them; what this process added in the last moment is written in one go and counted here until then.
 */
import { CompiledQuery, sql } from 'kysely';
import { CanvasError } from '../errors.ts';
import { bucketLevelOf, LEAK_PER_SECOND } from './bucket-level.ts';
import type { Caller } from './context.ts';
import type { Site } from './site.ts';

const HIGH_WATER_MARK = 600;
const MAXIMUM = 800;
const UP_FRONT = 50;
const FLUSH_MS = 250;

export interface Reservation {
  /** Ends the request: gives the up-front charge back and charges what it took. */
  release(seconds: number): { cost: number; remaining: number };
}

export class Throttle {
  readonly #site: Site;
  readonly #inFlight = new Map<string, number>();
  readonly #unwritten = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(site: Site) {
    this.#site = site;
  }

  /**
   * @param stored the client's level as it was read with its token; without one it is read here
   * @throws CanvasError with the site's status where the bucket is full
   */
  async reserve(client: string, stored?: number): Promise<Reservation> {
    const { throttle } = this.#site.settings;
    if (throttle === 'off') return { release: (seconds) => ({ cost: seconds, remaining: HIGH_WATER_MARK }) };

    const level = (stored ?? (await this.#storedLevel(client))) + (this.#unwritten.get(client) ?? 0);
    const inFlight = (this.#inFlight.get(client) ?? 0) + UP_FRONT;
    if (level + inFlight >= HIGH_WATER_MARK) throw throttled(throttle.status);

    this.#inFlight.set(client, inFlight);
    return {
      release: (seconds) => {
        const left = (this.#inFlight.get(client) ?? UP_FRONT) - UP_FRONT;
        if (left > 0) this.#inFlight.set(client, left);
        else this.#inFlight.delete(client);
        this.#charge(client, seconds);
        return { cost: seconds, remaining: Math.max(0, HIGH_WATER_MARK - level - seconds) };
      },
    };
  }

  async #storedLevel(client: string): Promise<number> {
    const query = CompiledQuery.raw(`select ${bucketLevelOf('$1')} as level`, [client]);
    const { rows } = await this.#site.database.kysely.executeQuery<{ level: number | null }>(query);
    return rows[0]?.level ?? 0;
  }

  #charge(client: string, cost: number): void {
    this.#unwritten.set(client, (this.#unwritten.get(client) ?? 0) + cost);
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
  }

  /** Writes what is owed. Losing it costs nobody anything, so a failure is only logged. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const owed = [...this.#unwritten];
    this.#unwritten.clear();
    if (owed.length === 0) return;
    const clients = owed.map(([client]) => client);
    const costs = owed.map(([, cost]) => cost);
    await sql`
      insert into rate_limit_buckets as bucket (client, level, updated_at)
      select client, least(cost, ${sql.lit(MAXIMUM)}), clock_timestamp()
      from unnest(${clients}::text[], ${costs}::float8[]) as owed (client, cost)
      on conflict (client) do update set
        level = least(${sql.lit(MAXIMUM)}, excluded.level + greatest(0, bucket.level
          - ${sql.lit(LEAK_PER_SECOND)} * extract(epoch from excluded.updated_at - bucket.updated_at)::float8)),
        updated_at = excluded.updated_at`
      .execute(this.#site.database.kysely)
      .catch((error) => this.#site.log.warn({ err: error }, 'could not write the rate limits'));
  }
}

/** Each token has a bucket of its own, and each user who is signed in with a browser; nobody shares his address's. */
export function clientOf({ token, session }: Caller, address: string): string {
  if (token) return `token:${token.id}`;
  return session ? `user:${session.user_id}` : `ip:${address}`;
}

function throttled(status: 403 | 429): CanvasError {
  const words = status === 429 ? 'Too Many Requests' : 'Forbidden';
  return new CanvasError(status, `${status} ${words} (Rate Limit Exceeded)\n`, {
    'content-type': 'text/plain; charset=utf-8',
    'x-rate-limit-remaining': '0.0',
  });
}
