import type { JsonObject } from './json-value.ts';
import { mapValues } from './map-values.ts';
import { type ModelSpec, models } from './models.ts';
import type { LeafKind, ParamNode } from './param-node.ts';
import { parseTypeExpression, type TypeExpression } from './type-expression.ts';

const leafSchemas: Readonly<Record<LeafKind, JsonObject>> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  'date-time': { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
  json: {},
  file: { type: 'string', contentMediaType: 'application/octet-stream' },
};

/** The JSON Schema of a parameter. */
export function paramSchema(node: ParamNode): JsonObject {
  switch (node.kind) {
    case 'array':
      return { type: 'array', items: paramSchema(node.items) };
    case 'map':
      return { type: 'object', additionalProperties: paramSchema(node.values) };
    case 'object':
      return {
        type: 'object',
        properties: mapValues(node.fields, paramSchema),
        ...(node.rest && { additionalProperties: paramSchema(node.rest) }),
      };
    default:
      // Not an enum: the documented lists are short of what Canvas takes.
      return { ...leafSchemas[node.kind], ...(node.values && { examples: [...node.values] }) };
  }
}

const namedSchemas: Readonly<Record<string, JsonObject>> = {
  string: { type: 'string' },
  uuid: { type: 'string', format: 'uuid' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  true: { const: true },
  null: { type: 'null' },
  JSONObject: { type: 'object' },
  JSONValue: {},
};

/** The JSON Schema of a documented type, e.g. `User[]`; types without documentation allow anything. */
export function typeSchema(text: string): JsonObject {
  return expressionSchema(parseTypeExpression(text));
}

function expressionSchema(type: TypeExpression): JsonObject {
  switch (type.kind) {
    case 'name':
      return models.has(type.name) ? schemaRef(type.name) : (namedSchemas[type.name] ?? {});
    case 'literal':
      return { const: type.value };
    case 'array':
      return { type: 'array', items: expressionSchema(type.items) };
    case 'union':
      return { anyOf: type.members.map(expressionSchema) };
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(
          type.fields.map((field) => [field.name, expressionSchema(field.type)]),
        ),
        required: type.fields.filter(({ optional }) => !optional).map(({ name }) => name),
      };
  }
}

/** The JSON Schema of a documented object: any field may be absent or null, and others may come with it. */
export function modelSchema({ fields }: ModelSpec): JsonObject {
  const properties = mapValues(fields, ({ type, format }) =>
    orNull({ ...typeSchema(type), ...(format && { format }) }),
  );
  return { type: 'object', properties };
}

function orNull(schema: JsonObject): JsonObject {
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] };
  return Object.keys(schema).length === 0 ? schema : { anyOf: [schema, { type: 'null' }] };
}

export const schemaRef = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
