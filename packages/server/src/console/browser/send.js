import { fillPath, sendsQuery } from './snippets.js';

/** @typedef {import('./snippets.d.ts').Call} Call */
/** @typedef {{ response: Response, text: string, body: any, milliseconds: number }} Answer */

/**
 * @param {Call} call
 * @param {string} token
 * @param {Map<string, File>} files
 * @param {AbortSignal} signal
 */
export function send(call, token, files, signal) {
  const { method, fields } = call;
  const pairs = fields.map(({ name, value }) => [name, value]);
  const path = fillPath(call);
  if (sendsQuery(method)) {
    const query = new URLSearchParams(pairs).toString();
    return request(query ? `${path}?${query}` : path, { method, signal }, token);
  }
  return request(path, { method, signal, body: bodyOf(pairs, files) }, token);
}

/** @param {string[][]} pairs @param {Map<string, File>} files */
function bodyOf(pairs, files) {
  if (pairs.length === 0 && files.size === 0) return undefined;
  if (files.size === 0) return new URLSearchParams(pairs);
  const form = new FormData();
  for (const [name = '', value = ''] of pairs) form.append(name, files.get(name) ?? value);
  return form;
}

/**
 * @param {string} url
 * @param {RequestInit} init
 * @param {string} token
 * @returns {Promise<Answer>}
 */
async function request(url, init, token) {
  const started = performance.now();
  const response = await fetch(url, {
    ...init,
    // Ids above 2^53 would lose their last digits as numbers.
    headers: {
      Accept: 'application/json+canvas-string-ids',
      ...(token !== '' && { Authorization: `Bearer ${token}` }),
    },
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
  });
  const text = await response.text();
  return { response, text, body: parse(text), milliseconds: Math.round(performance.now() - started) };
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The pages of a list one after the other, by following `next`; a bad answer is the last one.
 * @param {Call} call
 * @param {string} token
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<Answer>}
 */
export async function* sendForAll(call, token, signal) {
  const given = call.fields.filter(({ name }) => name !== 'per_page' && name !== 'page');
  const fields = [...given, { name: 'per_page', value: '100' }];
  let answer = await send({ ...call, fields }, token, new Map(), signal);
  yield answer;
  const seen = new Set();
  while (answer.response.ok) {
    const next = nextOf(answer.response);
    if (next === undefined || seen.has(next)) return;
    seen.add(next);
    answer = await request(next, { signal }, token);
    yield answer;
  }
}

/**
 * Where the next page is, on this very server: behind a proxy it may call itself by another name, and the token must
 * not go anywhere else.
 * @param {Response} response
 */
function nextOf(response) {
  const link = response.headers.get('link') ?? '';
  const next = /<([^>]*)>\s*;[^,<]*\brel="?next"?/.exec(link)?.[1];
  if (next === undefined) return undefined;
  const { pathname, search } = new URL(next, location.href);
  return pathname + search;
}

/**
 * The rows of a list: the body, or the one list inside it.
 * @param {any} body
 * @returns {any[] | undefined}
 */
export function rowsOf(body) {
  if (Array.isArray(body)) return body;
  if (typeof body !== 'object' || body === null) return undefined;
  const lists = Object.values(body).filter(Array.isArray);
  return lists.length === 1 ? lists[0] : undefined;
}
