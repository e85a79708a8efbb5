import { setTimeout as sleep } from 'node:timers/promises';

/** Asking for a token costs a third of what an address may use at once; 10 of it come back each second. */
const WAITS_MS = [5_000, 10_000, 20_000];

/**
 * `fetch` that waits when it is throttled: then nothing was carried out. The challenge of a 401 is taken off, since Canvas's
 * ("Canvas OAuth 2.0") follows no grammar, and its body says more.
 */
export async function sendPatiently(url: string, init: RequestInit): Promise<Response> {
  const waits = [...WAITS_MS];
  for (;;) {
    const answer = await fetch(url, init);
    const wait = (await isThrottled(answer)) ? waits.shift() : undefined;
    if (wait === undefined) return withoutChallenge(answer);
    await sleep(wait, undefined, init.signal ? { signal: init.signal } : {});
  }
}

async function isThrottled(answer: Response): Promise<boolean> {
  if (answer.status === 429) return true;
  return answer.status === 403 && /rate limit exceeded/i.test(await answer.clone().text());
}

function withoutChallenge(answer: Response): Response {
  if (!answer.headers.has('www-authenticate')) return answer;
  const headers = new Headers(answer.headers);
  headers.delete('www-authenticate');
  return new Response(answer.body, { status: answer.status, headers });
}
