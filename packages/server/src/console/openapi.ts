/** The contract's OpenAPI document as this very server keeps it. */
import { buildOpenApi, type JsonObject, type OpenApiDocument, type OperationSpec } from '@easel/contract';
import type { Catalogue, Entry } from './catalogue.ts';

/** Everything but `servers`, which is where the request came to. */
export function describeServer(catalogue: Catalogue): OpenApiDocument {
  const entries = new Map(catalogue.entries.map((entry) => [entry.spec.id, entry]));
  const document = buildOpenApi((spec: OperationSpec) => describe(entries.get(spec.id) as Entry));
  return {
    ...document,
    info: {
      ...document.info,
      description: `${document.info['description']} This server has ${catalogue.implementedCount} of the ${catalogue.entries.length} documented operations (x-easel-implemented) and answers 501 for the others.`,
    },
  };
}

function describe({ spec, title, implemented, example }: Entry): JsonObject {
  return {
    summary: title,
    description: implemented
      ? `${implemented.summary}. ${implemented.whoMay}`
      : 'Canvas documents this operation; Easel doesn’t have it yet, and answers 501.',
    'x-easel-operation': spec.id,
    ...(spec.tail && { 'x-easel-tail': spec.tail }),
    'x-easel-implemented': implemented !== undefined,
    'x-easel-example': { path: { ...example.path }, fields: example.fields.map((field) => [...field]) },
  };
}
