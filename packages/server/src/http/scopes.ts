/**
 * What a token may do of what its user may (conventions 1.4). An operation has one scope, made of its path; a token
 * that is narrowed to scopes may do what they name and nothing else. Beyond Canvas a token may be narrowed to some
 * courses and to reading.
 */
import type { OperationSpec } from '@easel/contract';
import { InsufficientScopes } from '../errors.ts';
import type { AccessToken, Caller, Context, RequestFacts } from './context.ts';
import { parseNumber } from './ids.ts';
import { isParams, type RackParams, type RackValue } from './rack-params.ts';

export interface Narrowing {
  /** Null for every operation. */
  scopes: readonly string[] | null;
  /** Null for every course, and for what belongs to none. */
  courseIds: readonly number[] | null;
  readOnly: boolean;
  /** Whether `include[]` may ask for more than the operation itself gives. */
  keepsIncludes: boolean;
}

/** What counts of an application's key. */
export interface KeyRules {
  require_scopes: boolean;
  allow_includes: boolean;
}

/** @param key of an application's token; a token that somebody made by hand is narrowed by itself alone */
export function narrowingOf(token: AccessToken, key: KeyRules | undefined): Narrowing | undefined {
  const narrowed = key ? key.require_scopes : token.scopes.length > 0;
  if (!narrowed && !token.read_only && token.course_ids === null) return undefined;
  return {
    scopes: narrowed ? token.scopes : null,
    courseIds: token.course_ids,
    readOnly: token.read_only,
    keepsIncludes: key === undefined || key.allow_includes || !key.require_scopes,
  };
}

/** `url:GET|/api/v1/courses/:course_id/users`, as Canvas spells it. */
export function scopeOf({ method, path, tail }: Pick<OperationSpec, 'method' | 'path' | 'tail'>): string {
  const spelled = path.replace(/\{(\w+)\}/g, (_, name) => (name === tail ? `*${name}` : `:${name}`));
  const rest = tail !== undefined && !path.includes(`{${tail}}`) ? `(/*${tail})` : '';
  return `url:${method}|${spelled}${rest}`;
}

/** Who somebody is, and no token for anything else. */
export const USER_INFO = '/auth/userinfo';

/** Every scope there is. */
export const grantableScopes = (specs: readonly OperationSpec[]): ReadonlySet<string> =>
  new Set([USER_INFO, ...specs.map(scopeOf)]);

/** The same scope whatever its parameters are called: Canvas calls one `:id` that another calls `:course_id`. */
export const scopeKey = (scope: string) => scope.replace(/:\w+(?=[/(]|$)/g, ':');

/** @throws InsufficientScopes for an operation that the caller's token isn't for */
export function demandScope({ narrowing }: Caller, spec: OperationSpec): void {
  if (!narrowing) return;
  if (narrowing.readOnly && spec.method !== 'GET') throw new InsufficientScopes();
  if (narrowing.scopes === null) return;
  const wanted = scopeKey(scopeOf(spec));
  if (!narrowing.scopes.some((scope) => scopeKey(scope) === wanted)) throw new InsufficientScopes();
}

/** The request without the includes that the application's key doesn't allow: all but `uuid`. */
export function withAllowedIncludes({ narrowing }: Caller, request: RequestFacts): RequestFacts {
  if (!narrowing || narrowing.keepsIncludes) return request;
  return { ...request, params: withoutIncludes(request.params), query: withoutIncludes(request.query) };
}

function withoutIncludes(params: RackParams): RackParams {
  const kept: RackParams = Object.assign(Object.create(null), params);
  for (const name of ['include', 'includes']) {
    const asked = params[name];
    if (asked === undefined) continue;
    if (Array.isArray(asked)) kept[name] = asked.filter((include) => include === 'uuid');
    else delete kept[name];
  }
  return kept;
}

/**
 * Of a token for some courses: everything that the request is about has to belong to them.
 * @throws InsufficientScopes also where it is about no course
 */
export function demandCourses(ctx: Context, loaded: Readonly<Record<string, unknown>>): void {
  const courseIds = ctx.caller.narrowing?.courseIds;
  if (!courseIds) return;
  const concerned = Object.entries(loaded).flatMap(([name, row]) => courseOf(name, row));
  if (concerned.length === 0) throw new InsufficientScopes();
  const allowed = new Set(courseIds);
  // What the parameters name has no row here yet.
  const named = coursesNamedIn(ctx.request.params).map((text) => parseNumber(text) ?? -1);
  if ([...concerned, ...named].some((id) => !allowed.has(id))) throw new InsufficientScopes();
}

/** The course of a row: the row itself, or by its columns. */
function courseOf(name: string, row: unknown): number[] {
  if (typeof row !== 'object' || row === null) return [];
  const { id, course_id, context_type, context_id, enrollment_term_id } = row as Record<string, unknown>;
  if (typeof course_id === 'number') return [course_id];
  if (context_type === 'Course' && typeof context_id === 'number') return [context_id];
  // Only courses have a term of their own.
  const isCourse = enrollment_term_id !== undefined || /course$/i.test(name);
  return isCourse && typeof id === 'number' ? [id] : [];
}

/** Values under names like `course_id`, `source_course` and `course_ids`, however deep. */
function coursesNamedIn(params: RackParams): string[] {
  const texts = (value: RackValue): string[] =>
    Array.isArray(value) ? value.flatMap(texts) : typeof value === 'object' ? [] : [String(value)];
  const within = (value: RackValue): string[] => {
    if (Array.isArray(value)) return value.flatMap(within);
    return isParams(value) ? coursesNamedIn(value) : [];
  };
  return Object.entries(params).flatMap(([name, value]) =>
    /(^|_)courses?(_ids?)?$/.test(name) && !isParams(value) ? texts(value) : within(value),
  );
}
