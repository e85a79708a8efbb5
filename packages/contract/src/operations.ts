import { type CorrectedOperation, correct } from './corrections.ts';
import { type DocumentedParams, documentedOperations } from './data.ts';
import type { OperationId } from './generated/operation-types.ts';
import { mapValues } from './map-values.ts';
import { leafNode, type ObjectNode, type ParamNode } from './param-node.ts';
import { paramTree } from './param-tree.ts';
import { restoreRepeatedGroups } from './repeated-groups.ts';
import { resourceOf } from './resources.ts';

export type { OperationId } from './generated/operation-types.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';

/** One documented operation of the Canvas API, corrected where Canvas behaves otherwise. */
export interface OperationSpec {
  readonly id: OperationId;
  readonly method: Method;
  /** With `{name}` for path parameters. */
  readonly path: string;
  readonly pathParams: Readonly<Record<string, ParamNode>>;
  /**
   * The path parameter that takes the rest of the path, slashes included. When `path` doesn't name it, it may
   * follow `path` and is empty otherwise.
   */
  readonly tail?: string;
  /** Query and form together. Parameters that every operation takes (`page`, `as_user_id`, …) are left out. */
  readonly params: ObjectNode;
  /** The heading in Canvas's documentation. */
  readonly resource: string;
  readonly nickname: string;
  /** A type expression: a model's name, `Model[]`, `{ count: number }`, or `JSONValue` when undocumented. */
  readonly returns: string;
  readonly paginated: boolean;
  readonly deprecated: boolean;
  readonly beta: boolean;
}

/** Taken by every operation and handled before any of them; documented with a few by accident. */
const globalParams = new Set(['page', 'per_page', 'as_user_id']);

/** Every documented operation, in the order of the documentation. */
export const operations: readonly OperationSpec[] = documentedOperations.map((documented) =>
  specOf(correct(documented)),
);

export const operationById: ReadonlyMap<OperationId, OperationSpec> = new Map(
  operations.map((operation) => [operation.id, operation]),
);

export function specOf(
  operation: CorrectedOperation,
  resource = resourceOf(`${operation.method} ${operation.path}`),
): OperationSpec {
  const { method, path, nickname = '', returns, paginated, deprecated = false } = operation;
  return {
    id: `${method} ${path}` as OperationId,
    method: method as Method,
    path,
    pathParams: mapValues(operation.path_params, leafNode),
    ...(operation.tail !== undefined && { tail: operation.tail }),
    params: paramTree(restoreRepeatedGroups(withoutGlobals(operation.params))),
    resource,
    nickname: nickname.replace(/^(beta|deprecated)_/, ''),
    returns,
    // Elsewhere the documentation only means "answers a list".
    paginated: paginated && method === 'GET',
    deprecated,
    beta: nickname.startsWith('beta_'),
  };
}

function withoutGlobals(params: DocumentedParams): DocumentedParams {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !globalParams.has(name)));
}
