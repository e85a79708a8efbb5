import type { JsonObject } from './json-value.ts';
import { paramSchema } from './openapi-schemas.ts';
import type { ObjectNode, ParamNode } from './param-node.ts';

/**
 * The query parameters of an operation under the names a caller writes: `include[]`, `filter[name]`.
 * Where the caller chooses keys, the parameter is a deep object.
 */
export function queryParameters({ fields }: ObjectNode): JsonObject[] {
  return Object.entries(fields).flatMap(([name, node]) => flatten(name, node));
}

function flatten(name: string, node: ParamNode): JsonObject[] {
  switch (node.kind) {
    case 'array':
      return flattenItems(`${name}[]`, node.items);
    case 'map':
      return [queryParameter(name, node, { style: 'deepObject', explode: true })];
    case 'object':
      return Object.entries(node.fields).flatMap(([key, field]) => flatten(`${name}[${key}]`, field));
    default:
      return [queryParameter(name, node)];
  }
}

/** Each field of a list of objects repeats on its own: `a[][b]=1&a[][c]=2&a[][b]=3`. */
function flattenItems(name: string, items: ParamNode): JsonObject[] {
  switch (items.kind) {
    case 'array':
      return flattenItems(`${name}[]`, items.items);
    case 'object':
      return Object.entries(items.fields).flatMap(([key, field]) => flattenItems(`${name}[${key}]`, field));
    default:
      return [queryParameter(name, { kind: 'array', items }, { style: 'form', explode: true })];
  }
}

function queryParameter(name: string, node: ParamNode, style: JsonObject = {}): JsonObject {
  return { name, in: 'query', ...style, schema: paramSchema(node) };
}
