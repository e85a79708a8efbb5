import type { LeafKind, ObjectNode, ParamNode } from '@easel/contract';

/** A parameter under the name that is written in a query or a form: `include[]`, `course[name]`. */
export interface Field {
  readonly name: string;
  readonly kind: LeafKind;
  /** May be sent several times. */
  readonly repeats: boolean;
  /** Those that the documentation names. */
  readonly values: readonly string[];
}

export function fieldsOf({ fields }: ObjectNode): Field[] {
  return Object.entries(fields).flatMap(([name, node]) => flatten(name, node, false));
}

function flatten(name: string, node: ParamNode, repeats: boolean): Field[] {
  switch (node.kind) {
    case 'array':
      return flatten(`${name}[]`, node.items, true);
    case 'map':
      return flatten(`${name}[<key>]`, node.values, repeats);
    case 'object':
      return [
        ...Object.entries(node.fields).flatMap(([key, field]) => flatten(`${name}[${key}]`, field, repeats)),
        ...(node.rest ? flatten(`${name}[<key>]`, node.rest, repeats) : []),
      ];
    default:
      return [{ name, kind: node.kind, repeats, values: node.values ?? [] }];
  }
}
