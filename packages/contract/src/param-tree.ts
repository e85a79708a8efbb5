import { anyKey, parseBracketName, type Step } from './bracket-name.ts';
import type { DocumentedParams } from './data.ts';
import { groupBy } from './group-by.ts';
import { mapValues } from './map-values.ts';
import { leafNode, type ObjectNode, type ParamNode } from './param-node.ts';

interface Branch {
  readonly steps: readonly Step[];
  readonly leaf: ParamNode;
}

/**
 * Unfolds documented names into one tree.
 * A name that is documented both whole and in parts (`submission`, `submission[submittedAt]`) keeps the parts.
 * @throws Error when below one name list elements and keys are mixed
 */
export function paramTree(params: DocumentedParams): ObjectNode {
  return objectOf(
    Object.entries(params).map(([name, param]) => ({ steps: parseBracketName(name), leaf: leafNode(param) })),
  );
}

function nodeOf(branches: readonly Branch[]): ParamNode {
  const inner = branches.filter(({ steps }) => steps.length > 0);
  if (inner.length === 0) return branches.at(-1)?.leaf ?? { kind: 'json' };

  const kinds = new Set(inner.map(({ steps: [step] }) => step?.kind));
  if (kinds.has('key')) return objectOf(inner);
  if (kinds.size > 1) throw new Error(`Keys and list elements below one name: ${JSON.stringify(inner)}`);
  const below = nodeOf(inner.map(withoutFirstStep));
  return kinds.has('any-key') ? { kind: 'map', values: below } : { kind: 'array', items: below };
}

function objectOf(branches: readonly Branch[]): ObjectNode {
  const byKey = groupBy(branches, ({ steps: [step] }) => {
    if (step?.kind === 'next-element')
      throw new Error(`A list element among keys: ${JSON.stringify(branches)}`);
    return step?.kind === 'key' ? step.key : anyKey;
  });
  const rest = byKey.get(anyKey);
  byKey.delete(anyKey);
  const below = (inner: readonly Branch[]) => nodeOf(inner.map(withoutFirstStep));
  const fields = mapValues(Object.fromEntries(byKey), below);
  return { kind: 'object', fields, ...(rest && { rest: below(rest) }) };
}

const withoutFirstStep = ({ steps, leaf }: Branch): Branch => ({ steps: steps.slice(1), leaf });
