/** Time and chance, replaced in tests so that no test waits. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** At least 0, below 1. */
  random(): number;
}

export const systemClock: Clock = { now: Date.now, random: Math.random, sleep };

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(finish, ms);
    signal?.addEventListener('abort', abandon, { once: true });
    function finish() {
      signal?.removeEventListener('abort', abandon);
      resolve();
    }
    function abandon() {
      clearTimeout(timer);
      reject(signal?.reason);
    }
  });
}
