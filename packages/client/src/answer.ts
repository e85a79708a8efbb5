import type { JsonValue } from '@easel/contract';
import type { CallFacts } from './errors/of-answer.ts';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';

/** A successful answer with what stands around its body. */
export interface Answer<T = JsonValue> {
  readonly status: number;
  readonly headers: Headers;
  /** Where it came from, after redirects. */
  readonly url: string;
  /** Parsed when it is JSON, text otherwise (CSV and the like); undefined when empty. */
  readonly body: T;
}

/** An answer whose body nobody has looked into yet: as bytes it burdens no heap while it waits. */
export interface Received {
  readonly call: CallFacts;
  readonly status: number;
  readonly headers: Headers;
  readonly url: string;
  readonly bytes: ArrayBuffer;
}

/** Old Canvas versions guard JSON against being run as a script (conventions 8). */
const GUARD = 'while(1);';

/**
 * The body of an answer.
 * @throws UnexpectedAnswerError when a successful answer is a web page, or JSON cut short
 */
export function readBody({ bytes, ...answer }: Received): JsonValue | undefined {
  return readText(new TextDecoder().decode(bytes), answer);
}

/** The same of a text that was looked into already. */
export function readText(
  text: string,
  { call, status, headers }: Omit<Received, 'bytes' | 'url'>,
): JsonValue | undefined {
  if (text === '') return undefined;
  const type = headers.get('content-type') ?? '';
  const unexpected = (message: string) => {
    if (status < 400) throw new UnexpectedAnswerError({ ...call, status, messages: [message] });
    return text;
  };
  if (/[/+]json\b/i.test(type)) {
    try {
      return JSON.parse(text.startsWith(GUARD) ? text.slice(GUARD.length) : text) as JsonValue;
    } catch {
      // The parser's message quotes the body, which may hold anything.
      return unexpected('the answer says it is JSON, but is not');
    }
  }
  return /text\/html/i.test(type) ? unexpected('a web page came instead of JSON; is baseUrl right?') : text;
}
