import { everyOperation } from './additions.ts';
import { models } from './models.ts';
import type { OperationSpec } from './operations.ts';
import type { LeafKind, ObjectNode, ParamNode } from './param-node.ts';
import { parseTypeExpression, type TypeExpression } from './type-expression.ts';

/**
 * The source of `generated/operation-types.ts`: one interface a documented object, one member an operation.
 * Parameters have the types they have after the server's coercion. The layout is its own, so that the file
 * depends on no formatter.
 */
export function writeOperationTypes(): string {
  return [
    '// Written by `npm run generate` from the contract data; edit packages/contract/src/corrections instead.',
    "import type { JsonObject, JsonValue } from '../json-value.ts';",
    '',
    ...[...models.values()].map(({ name, fields }) => {
      const members = Object.entries(fields).map(
        ([field, { type }]) => `  ${key(field)}?: ${nullable(typeOf(type))};\n`,
      );
      return `export interface ${name} {\n${members.join('')}}\n`;
    }),
    'export interface OperationTypes {',
    ...everyOperation.map(operationMember),
    '}',
    '',
    'export type OperationId = keyof OperationTypes;',
    '',
  ].join('\n');
}

function operationMember({ id, pathParams, tail, params, returns }: OperationSpec): string {
  const names = new Set([...Object.keys(pathParams), ...(tail === undefined ? [] : [tail])]);
  const path = [...names].map((name) => `${key(name)}: string`);
  return [
    `  '${id}': {`,
    `    path: ${braces(path)};`,
    `    params: ${objectType(params)};`,
    `    returns: ${typeOf(returns)};`,
    '  };',
  ].join('\n');
}

/** Values of a parameter; an empty string in a number or date means null, as it does to Canvas. */
const leafTypes: Readonly<Record<LeafKind, string>> = {
  string: 'string | null',
  boolean: 'boolean',
  integer: 'number | null',
  number: 'number | null',
  'date-time': 'string | null',
  date: 'string | null',
  json: 'JsonValue',
  file: 'JsonValue',
};

function paramType(node: ParamNode): string {
  switch (node.kind) {
    case 'array':
      return `${elementType(node.items)}[]`;
    case 'map':
      return `Record<string, ${paramType(node.values)}>`;
    case 'object':
      return objectType(node);
    default:
      return leafTypes[node.kind];
  }
}

const elementType = (node: ParamNode) => paramType(node).replace(/ \| null$/, '');

function objectType({ fields, rest }: ObjectNode): string {
  const members = Object.entries(fields).map(([name, node]) => `${key(name)}?: ${paramType(node)}`);
  // Not the type of the rest: an index signature would have to hold the known members too.
  return braces(rest ? [...members, '[key: string]: unknown'] : members);
}

const namedTypes: Readonly<Record<string, string>> = {
  string: 'string',
  uuid: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  true: 'true',
  null: 'null',
  JSONObject: 'JsonObject',
};

const typeOf = (text: string) => expressionType(parseTypeExpression(text));

function expressionType(type: TypeExpression): string {
  switch (type.kind) {
    case 'name':
      return models.has(type.name) ? type.name : (namedTypes[type.name] ?? 'JsonValue');
    case 'literal':
      return `'${type.value}'`;
    case 'array': {
      const items = expressionType(type.items);
      return type.items.kind === 'union' ? `(${items})[]` : `${items}[]`;
    }
    case 'union':
      return type.members.map(expressionType).join(' | ');
    case 'object':
      return braces(
        type.fields.map(
          ({ name, optional, type: field }) => `${key(name)}${optional ? '?' : ''}: ${expressionType(field)}`,
        ),
      );
  }
}

const nullable = (type: string) =>
  type === 'JsonValue' || type.endsWith('| null') ? type : `${type} | null`;
const braces = (members: readonly string[]) => (members.length === 0 ? '{}' : `{ ${members.join('; ')} }`);
const key = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);
