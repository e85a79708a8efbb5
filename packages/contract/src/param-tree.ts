import { parseBracketName, type Step } from './bracket-name.ts';
import type { DocumentedParams } from './data.ts';
import { leafNode, type ObjectNode, type ParamNode } from './param-node.ts';

interface Branch {
  readonly steps: readonly Step[];
  readonly leaf: ParamNode;
}

/**
 * Unfolds documented names into one tree.
 * A name that is documented both whole and in parts (`submission`, `submission[submittedAt]`) keeps the parts.
 * @throws Error when below one name fixed keys, chosen keys and list elements are mixed
 */
export function paramTree(params: DocumentedParams): ObjectNode {
  const branches = Object.entries(params).map(([name, param]) => ({
    steps: parseBracketName(name),
    leaf: leafNode(param),
  }));
  return objectOf(branches);
}

function nodeOf(branches: readonly Branch[]): ParamNode {
  const inner = branches.filter((branch) => branch.steps.length > 0);
  const [first] = inner;
  if (!first) return branches.at(-1)?.leaf ?? { kind: 'json' };

  const kind = first.steps[0]?.kind;
  if (inner.some((branch) => branch.steps[0]?.kind !== kind)) {
    throw new Error(`Parameters mix keys with elements: ${JSON.stringify(inner)}`);
  }
  switch (kind) {
    case 'next-element':
      return { kind: 'array', items: nodeOf(inner.map(rest)) };
    case 'any-key':
      return { kind: 'map', values: nodeOf(inner.map(rest)) };
    default:
      return objectOf(inner);
  }
}

function objectOf(branches: readonly Branch[]): ObjectNode {
  const byKey = Map.groupBy(branches, ({ steps: [step] }) => (step?.kind === 'key' ? step.key : ''));
  const fields = [...byKey].map(([key, inner]) => [key, nodeOf(inner.map(rest))] as const);
  return { kind: 'object', fields: Object.fromEntries(fields) };
}

const rest = ({ steps, leaf }: Branch): Branch => ({ steps: steps.slice(1), leaf });
