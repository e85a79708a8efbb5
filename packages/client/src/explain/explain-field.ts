import { models, type ObjectNode, type ParamNode } from '@easel/contract';
import {
  type DocumentedName,
  documentedNames,
  isTakenEverywhere,
  namesIn,
  nearestName,
  nodeAt,
} from '@easel/contract/hints';
import { explainIdParam } from './explain-id.ts';

/** One field of a form as it was sent; the value may be left out where only the name is in question. */
export type SentField = readonly [name: string, value?: string];

const EXAMPLES = 3;

/** Explains fields one by one against what some operations take. */
export class FieldExplainer {
  readonly #specs: readonly ObjectNode[];
  readonly #documented: readonly DocumentedName[];

  constructor(specs: readonly ObjectNode[]) {
    this.#specs = specs;
    const names = specs.flatMap(documentedNames);
    this.#documented = [...new Map(names.map((documented) => [documented.name, documented])).values()];
  }

  /** What to send instead; undefined when there is nothing to say. */
  explain([name, value]: SentField): string | undefined {
    if (isTakenEverywhere(name)) return undefined;
    const nodes = this.#specs.map((spec) => nodeAt(spec, name)).filter((node) => node !== undefined);
    const [node] = nodes;
    if (!node) return this.#explainUnknown(name);
    const flattened = value === undefined ? undefined : explainFlattened(name, value, node);
    if (!nodes.some(isLeaf)) return flattened ?? explainShape(name, node);
    return flattened ?? (value === undefined ? undefined : explainIdParam(name, value));
  }

  #explainUnknown(sent: string): string | undefined {
    // `?term_id:5` is a name without a value; only what stands before the colon is one.
    const [name = '', ...rest] = sent.split(':');
    const meant = nearestName(name, this.#documented);
    if (meant === undefined || meant === sent) return undefined;
    return rest.length > 0
      ? `${name}:... is no parameter: send ${meant}=...`
      : `${name} is ignored by Canvas: send ${meant}`;
  }
}

const isLeaf = ({ kind }: ParamNode) => kind !== 'object' && kind !== 'array' && kind !== 'map';

function explainShape(name: string, node: ParamNode): string {
  const names = namesIn(node, name).slice(0, EXAMPLES);
  const shape = node.kind === 'array' ? 'is a list' : 'has fields of its own';
  return `${name} ${shape}: send ${names.map((inner) => `${inner}=...`).join(' and ')}`;
}

/**
 * An object written into one text, `url:https://…,new_tab:true`. Where the documentation knows the parameter as a
 * text, the answers say which fields it has.
 */
function explainFlattened(name: string, value: string, node: ParamNode): string | undefined {
  const last = /([^[\]]+)\]?$/.exec(name)?.[1] ?? name;
  const fields = node.kind === 'object' ? Object.keys(node.fields) : fieldsOfAnswers(last);
  const written = [...value.matchAll(/(?:^|[,{;]\s*)["']?(\w+)["']?\s*[:=]\s*/g)].map(
    ([, field = '']) => field,
  );
  const known = written.filter((field) => fields.includes(field));
  if (known.length === 0) return undefined;
  return `${name} has fields of its own: send ${known.map((field) => `${name}[${field}]=...`).join(' and ')}`;
}

function fieldsOfAnswers(name: string): readonly string[] {
  for (const { fields } of models.values()) {
    const model = models.get(fields[name]?.type ?? '');
    if (model) return Object.keys(model.fields);
  }
  return [];
}
