/**
 * Says why a call didn't do what was meant: a misspelt or wrongly nested parameter (Canvas ignores those in silence),
 * a missing SIS prefix. Loads the contract's data (half a megabyte), hence not part of the main entry.
 */
import { type OperationId, operationById, operations } from '@easel/contract';
import { CanvasError } from '../errors/canvas-error.ts';
import { formFields } from '../form.ts';
import type { Params } from '../types.ts';
import { FieldExplainer, type SentField } from './explain-field.ts';
import { explainPath } from './explain-id.ts';

export type { SentField } from './explain-field.ts';

/**
 * Hints for fields as a form names them, one line each.
 * @param operation the call they are meant for; without one, whatever any operation takes is known
 *
 * `explainFields([['assignment[external_tool_tag_attributes]', 'url:https://…']])`
 * → `assignment[external_tool_tag_attributes] has fields of its own: send …[url]=...`
 */
export function explainFields(fields: readonly SentField[], operation?: string): string[] {
  const spec = operation === undefined ? undefined : operationById.get(operation as OperationId);
  const explainer = new FieldExplainer(spec ? [spec.params] : operations.map(({ params }) => params));
  return unique(fields.map((field) => explainer.explain(field)));
}

/** Hints for the parameters of a call. */
export function explainParams(operation: OperationId, params: Params): string[] {
  const fields = formFields(params).map(
    ([name, value]): SentField => (typeof value === 'string' ? [name, value] : [name]),
  );
  return explainFields(fields, operation);
}

/** Hints for a failed call: what the server said itself, then what its path and parameters give away. */
export function explainError(error: unknown, params: Params = {}): string[] {
  if (!(error instanceof CanvasError)) return [];
  const { hint, operation, url } = error;
  if (operation === undefined) return unique([hint]);
  const template = operation.slice(operation.indexOf(' ') + 1);
  return unique([
    hint,
    ...explainPath(template, new URL(url).pathname),
    ...explainParams(operation as OperationId, params),
  ]);
}

function unique(hints: readonly (string | undefined)[]): string[] {
  return [...new Set(hints.filter((hint) => hint !== undefined))];
}
