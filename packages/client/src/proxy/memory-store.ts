import { Turns } from './turns.ts';
import type { SessionStore } from './types.ts';

/** Sessions that end with the process. @param now milliseconds since 1970 */
export function memoryStore(now: () => number = Date.now): SessionStore {
  const sessions = new Map<string, { sealed: string; until: number }>();
  const turns = new Turns();
  return {
    async read(id) {
      const session = sessions.get(id);
      return session && session.until > now() ? session.sealed : undefined;
    },
    async write(id, sealed, until) {
      for (const [old, session] of sessions) if (session.until <= now()) sessions.delete(old);
      sessions.set(id, { sealed, until });
    },
    async remove(id) {
      sessions.delete(id);
    },
    exclusively: (id, run) => turns.take(id, run),
  };
}
