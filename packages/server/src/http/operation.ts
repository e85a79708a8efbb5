/**
 * What an operation is. One a file, declared in the words of the contract:
 *
 *     export default operation('GET /api/v1/courses/{id}', {
 *       summary: 'One course',
 *       load: { course: course('id') },
 *       requires: { course: 'read' },
 *       returns: Course,
 *       async handle({ ctx, course, params }) { … },
 *     });
 *
 * A wrong path parameter, an unknown right and a wrong answer shape are compile errors.
 */
import type { OperationId, OperationTypes } from '@easel/contract';
import type { Static, TSchema } from 'typebox';
import type { CanvasError } from '../errors.ts';
import type { Context } from './context.ts';

/** A kind of thing that a path can name: how it is found and who may do what with it. */
export interface Entity<Row, Right extends string> {
  /**
   * An id from a path (`42`, `sis_course_id:X`, `self`) → the row.
   * `loaded` holds what the operation loaded before it. Throws NotFound.
   */
  find(ctx: Context, id: string, loaded: Readonly<Record<string, unknown>>): Promise<Row>;
  grants(ctx: Context, row: Row, right: Right): Promise<boolean>;
}

export interface Loader<Row = unknown, Right extends string = string, Param extends string = string>
  extends Entity<Row, Right> {
  readonly param: Param;
}

/** `export const course = loads(courseEntity)`, then `load: { course: course('course_id') }`. */
export function loads<Row, Right extends string>(entity: Entity<Row, Right>) {
  return <const Param extends string>(param: Param): Loader<Row, Right, Param> => ({ ...entity, param });
}

// `never` lets a loader of any row and right stand here.
type AnyLoader<Param extends string> = Loader<never, never, Param> | Loader<unknown, never, Param>;
type Loaders<Id extends OperationId> = Record<string, AnyLoader<keyof OperationTypes[Id]['path'] & string>>;
type RowOf<L> = L extends { find(...args: never[]): Promise<infer Row> } ? Row : never;
type RightOf<L> = L extends { grants(ctx: never, row: never, right: infer Right): unknown } ? Right : never;

/**
 * Who may call. `public`: anyone. `user`: whoever is signed in. Otherwise a right on each loaded thing named;
 * of a list of rights any one will do.
 */
export type Requirement<L> =
  | 'public'
  | 'user'
  | { readonly [Name in keyof L]?: RightOf<L[Name]> | readonly RightOf<L[Name]>[] };

export type Params<Id extends OperationId> = OperationTypes[Id]['params'];

export type Input<Id extends OperationId, L> = {
  ctx: Context;
  params: Params<Id>;
  path: OperationTypes[Id]['path'];
} & { [Name in keyof L]: RowOf<L[Name]> };

/** An answer with another status than 200, or with headers of its own. */
export class Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: T, headers: Record<string, string> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export interface OperationDefinition<Id extends OperationId, L, Answer extends TSchema> {
  /** One line for the documentation, in our own words. */
  summary: string;
  load?: L;
  requires: Requirement<L>;
  /** What is thrown when the right is missing; Unauthorized unless said otherwise. */
  denied?: new () => CanvasError;
  /**
   * Whether it runs in one transaction from loading to its answer: unless it is a GET. One that has slow work to do
   * (files, the network) says no, and writes in `ctx.transaction`.
   */
  inTransaction?: boolean;
  returns: Answer;
  handle(input: Input<Id, L>): Promise<Static<Answer> | Reply<Static<Answer>>>;
}

/** An operation as the pipeline runs it: types have done their work by then. */
export interface Operation {
  readonly id: OperationId;
  readonly summary: string;
  readonly load: Readonly<Record<string, Loader>>;
  readonly requires: 'public' | 'user' | Readonly<Record<string, string | readonly string[]>>;
  readonly denied: (new () => CanvasError) | undefined;
  readonly inTransaction: boolean;
  readonly returns: TSchema;
  handle(input: Record<string, unknown>): Promise<unknown>;
}

/** Declares an operation of the contract. */
export function operation<
  const Id extends OperationId,
  Answer extends TSchema,
  L extends Loaders<Id> = Record<never, never>,
>(id: Id, definition: OperationDefinition<Id, L, Answer>): Operation {
  return {
    id,
    summary: definition.summary,
    load: (definition.load ?? {}) as unknown as Operation['load'],
    requires: definition.requires as Operation['requires'],
    denied: definition.denied,
    inTransaction: definition.inTransaction ?? !id.startsWith('GET '),
    returns: definition.returns,
    handle: definition.handle as unknown as Operation['handle'],
  };
}
