/**
 * Operations that Canvas documents once for every kind of context, and that differ by nothing else:
 *
 *     export default inContexts({ courses: courseContext, groups: groupContext }, 'GET /api/v1/{context}/pages', {
 *       summary: 'The pages of a course or a group',
 *       requires: { context: 'read_pages' },
 *       returns: List(Page),
 *       handle: ({ ctx, context, params }) => …,
 *     });
 *
 * gives one operation each, in the order of the record, with the context loaded before anything else.
 */
import type { OperationId, OperationTypes } from '@easel/contract';
import type { Static, TSchema } from 'typebox';
import type { CanvasError } from '../errors.ts';
import type { Context } from './context.ts';
import { type Entity, type Operation, operation, type Reply } from './operation.ts';

/** How a context stands in a path. */
const places = {
  courses: { path: 'courses/{course_id}', param: 'course_id' },
  groups: { path: 'groups/{group_id}', param: 'group_id' },
  users: { path: 'users/{user_id}', param: 'user_id' },
  accounts: { path: 'accounts/{account_id}', param: 'account_id' },
  sections: { path: 'sections/{section_id}', param: 'section_id' },
  global: { path: 'global', param: undefined },
} as const;

type Place = keyof typeof places;
type AnyEntity = Entity<never, never> | Entity<unknown, never>;
type Entities = { readonly [P in Place]?: AnyEntity };
type RowOf<E> = E extends { find(...args: never[]): Promise<infer Row> } ? Row : never;
type RightOf<E> = E extends { grants(ctx: never, row: never, right: infer Right): unknown } ? Right : never;

/** A right that every one of the contexts knows. */
type CommonRight<E> = { [P in keyof E]: (right: RightOf<E[P]>) => void }[keyof E] extends (
  right: infer Right,
) => void
  ? Right
  : never;

type IdAt<
  P extends Place,
  Template extends string,
> = Template extends `${infer Before}{context}${infer After}`
  ? `${Before}${(typeof places)[P]['path']}${After}`
  : never;
/** The operations that a template stands for; a path that isn't documented in one of the contexts doesn't compile. */
type IdsOf<E, Template extends string> = IdAt<keyof E & Place, Template> & OperationId;
type Documented<E, Template extends string> =
  IdAt<keyof E & Place, Template> extends OperationId
    ? Template
    : `${Template} isn't documented in all contexts`;

type Loaders<Ids extends OperationId> = Record<
  string,
  AnyEntity & { readonly param: keyof OperationTypes[Ids]['path'] & string }
>;

export interface ContextualDefinition<E, Ids extends OperationId, L, Answer extends TSchema> {
  summary: string;
  load?: L;
  requires:
    | 'public'
    | 'user'
    | ({ readonly context?: CommonRight<E> | readonly CommonRight<E>[] } & {
        readonly [Name in keyof NoInfer<L>]?: RightOf<L[Name]> | readonly RightOf<L[Name]>[];
      });
  denied?: new () => CanvasError;
  inTransaction?: boolean;
  returns: Answer;
  handle(
    input: {
      ctx: Context;
      params: OperationTypes[Ids]['params'];
      path: OperationTypes[Ids]['path'];
      context: RowOf<E[keyof E]>;
    } & { [Name in keyof L]: RowOf<L[Name]> },
  ): Promise<Static<Answer> | Reply<Static<Answer>>>;
}

/** One operation for each context; `{context}` in the template is its place in the path. */
export function inContexts<
  const E extends Entities,
  const Template extends string,
  Answer extends TSchema,
  L extends Loaders<IdsOf<E, Template>> = Record<never, never>,
>(
  entities: E,
  template: Documented<E, Template>,
  definition: ContextualDefinition<E, IdsOf<E, Template>, L, Answer>,
): Operation[] {
  return (Object.keys(entities) as Place[]).map((place) => {
    const { path, param } = places[place];
    return operation(
      template.replace('{context}', path) as OperationId,
      {
        ...definition,
        load: { context: { ...entities[place], param }, ...definition.load },
      } as never,
    );
  });
}
