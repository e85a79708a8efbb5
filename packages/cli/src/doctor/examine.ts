import {
  type Answer,
  AuthenticationError,
  Canvas,
  CanvasError,
  NetworkError,
  parseLinkHeader,
  UnexpectedAnswerError,
} from '@easel/client';
import type { JsonObject, JsonValue } from '@easel/contract';
import { Failure } from '../frame/failure.ts';
import type { Session } from '../session/connect.ts';
import { anotherToken, fewDaysLeft } from '../session/end-warning.ts';
import type { Target } from '../session/target.ts';
import { lifeInWords, type TokenLife } from '../session/token-life.ts';
import { USER_AGENT } from '../session/user-agent.ts';
import { broken, type Finding, odd, ok } from './finding.ts';

const MOST_SKEW_S = 60;
const LITTLE_LEFT = 100;

/** From the outside in; what can't be looked at because something before it is broken is left out. */
export async function* examine(
  session: Session,
  learnLife: () => Promise<TokenLife>,
  signal: AbortSignal,
): AsyncGenerator<Finding> {
  const { canvas, target } = session;
  const address = await examineAddress(canvas.origin, signal);
  yield address;
  if (address.verdict === 'broken') return;

  let self: Answer<JsonObject>;
  const before = Date.now();
  try {
    self = await canvas.raw<JsonObject>('GET', '/api/v1/users/self');
  } catch (error) {
    yield tokenTrouble(error, target);
    return;
  }
  const roundTripMs = Date.now() - before;
  yield ok('token', `taken; you are ${self.body['name']} (id ${self.body['id']})`);
  yield examineLife(await learnLife(), target);
  yield examineClock(self.headers.get('date'), roundTripMs);
  yield examineIds(self.body['id']);
  yield* examinePaging(
    await canvas.raw('GET', '/api/v1/courses', { params: { per_page: 1 } }),
    canvas.origin,
  );
  yield examineThrottle(self.headers.get('x-rate-limit-remaining'));
}

/** Without the token: an address that is no Canvas must not get it. */
async function examineAddress(origin: string, signal: AbortSignal): Promise<Finding> {
  const nobody = new Canvas({ baseUrl: origin, userAgent: USER_AGENT, signal, retry: false });
  try {
    await nobody.raw('GET', '/api/v1/users/self');
    return odd('address', `${origin} answers without a token`, 'is that a Canvas?');
  } catch (error) {
    if (error instanceof AuthenticationError) return ok('address', `${origin} is a Canvas`);
    if (error instanceof NetworkError) {
      return broken(
        'address',
        `no answer: ${error.messages.join('; ')}`,
        'check the address, the network, a proxy, the certificate',
      );
    }
    if (error instanceof UnexpectedAnswerError || (error instanceof CanvasError && error.status === 404)) {
      return broken(
        'address',
        `${origin} answers, but is no Canvas`,
        'take the address that the browser shows inside Canvas',
      );
    }
    if (!(error instanceof CanvasError)) throw error;
    return odd(
      'address',
      `${origin} answers ${error.status}: ${error.messages.join('; ')}`,
      'a firewall in front of Canvas may want another network',
    );
  }
}

function tokenTrouble(error: unknown, target: Target): Finding {
  if (error instanceof Failure) return broken('token', error.message, error.hint ?? anotherToken(target));
  if (!(error instanceof CanvasError)) throw error;
  const said = error.messages.join('; ') || `status ${error.status}`;
  return broken('token', `not taken: ${said}`, anotherToken(target));
}

function examineLife(life: TokenLife, target: Target): Finding {
  const end = life.renews ? target.until : life.until;
  const days = fewDaysLeft(end);
  if (days === undefined) return ok('token life', lifeInWords(life));
  return odd('token life', `until ${end?.slice(0, 10)}, ${days} days`, anotherToken(target));
}

function examineClock(date: string | null, roundTripMs: number): Finding {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return ok('clock', 'Canvas does not say what time it has');
  // Their seconds are cut off, and the answer took its time.
  const skew = Math.round((Date.now() - roundTripMs / 2 - theirs - 500) / 1000);
  const found =
    Math.abs(skew) <= 1 ? 'both agree' : `yours is ${Math.abs(skew)} s ${skew > 0 ? 'ahead' : 'behind'}`;
  return Math.abs(skew) > MOST_SKEW_S
    ? broken('clock', found, 'set it by the network (NTP): signatures and ends of tokens depend on it')
    : ok('clock', found);
}

function examineIds(id: JsonValue | undefined): Finding {
  return typeof id === 'string'
    ? ok('ids', 'come as text when asked')
    : odd(
        'ids',
        'come as numbers although text was asked for',
        'ids above 2^53 will be wrong; does a proxy change Accept?',
      );
}

function* examinePaging({ headers, body }: Answer, origin: string): Generator<Finding> {
  const links = parseLinkHeader(headers.get('link'));
  const { next, current, first } = links;
  const link = next ?? current ?? first;
  if (link === undefined) {
    yield Array.isArray(body) && body.length === 0
      ? ok('paging', 'you have no courses, so there is nothing to page')
      : broken(
          'paging',
          'no Link header',
          'a proxy in front of Canvas removes it: lists end after their first page',
        );
    return;
  }
  const linked = new URL(link, origin);
  if (linked.host !== new URL(origin).host) {
    yield broken(
      'paging',
      `links lead to ${linked.host}`,
      `sign in at https://${linked.host}, or have the proxy pass on Host`,
    );
    return;
  }
  const kind = links['last'] === undefined ? 'without last' : 'with last';
  yield ok('paging', next === undefined ? 'links are right; one page' : `links are right, ${kind}`);
}

function examineThrottle(remaining: string | null): Finding {
  if (remaining === null) {
    return odd(
      'throttle',
      'no X-Rate-Limit-Remaining',
      'the pace is set by refusals only; does a proxy remove headers?',
    );
  }
  const left = Math.round(Number(remaining));
  return left < LITTLE_LEFT
    ? odd(
        'throttle',
        `${left} left of 600`,
        'something else is busy with this token; give each program its own',
      )
    : ok('throttle', `${left} left of 600`);
}
