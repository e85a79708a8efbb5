import { groupBy } from './group-by.ts';
import type { JsonObject } from './json-value.ts';
import { models } from './models.ts';
import { queryParameters } from './openapi-parameters.ts';
import { modelSchema, paramSchema, schemaRef, typeSchema } from './openapi-schemas.ts';
import { operationNames } from './operation-names.ts';
import { type OperationSpec, operations } from './operations.ts';
import { resources } from './resources.ts';

/** An OpenAPI 3.1 document; only what is built here is typed. */
export interface OpenApiDocument {
  openapi: string;
  info: JsonObject;
  servers: JsonObject[];
  security: JsonObject[];
  tags: { name: string }[];
  paths: Record<string, Record<string, JsonObject>>;
  components: Record<string, Record<string, JsonObject>>;
}

/** What a server has to say of an operation beyond the contract. */
export type Describe = (operation: OperationSpec) => JsonObject;

/**
 * The whole documented API as OpenAPI 3.1, whether implemented or not.
 * @param describe gives members that are added to an operation, or replace what the contract says
 */
export function buildOpenApi(describe: Describe = () => ({})): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Easel: the Canvas LMS REST API',
      version: '1',
      description:
        'Every documented operation. Ids in paths may be SIS ids (sis_course_id:…) or "self". ' +
        'Any operation takes as_user_id; forms and queries nest with brackets.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    tags: resources.map((name) => ({ name })),
    paths: paths(describe),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      parameters: pageParameters,
      headers: { Link: { description: 'Addresses of other pages (RFC 8288)', schema: { type: 'string' } } },
      responses: errorResponses,
      schemas: { ...modelSchemas(), ...bodySchemas(), Errors: errorsSchema },
    },
  };
}

/** Canvas names one path parameter differently by method; OpenAPI wants one name a path, so the first one wins. */
function paths(describe: Describe): OpenApiDocument['paths'] {
  const byTemplate = groupBy(operations, ({ path }) => path.replaceAll(/\{\w+\}/g, '{}'));
  return Object.fromEntries(
    [...byTemplate.values()].map((sharing) => {
      const path = sharing[0]?.path ?? '';
      const methods = sharing.map((operation) => [
        operation.method.toLowerCase(),
        { ...operationObject(operation, path), ...describe(operation) },
      ]);
      return [path, Object.fromEntries(methods)];
    }),
  );
}

function operationObject(operation: OperationSpec, path: string): JsonObject {
  const { id, resource, deprecated, beta } = operation;
  return {
    operationId: nameOf(operation),
    summary: id,
    tags: [resource],
    ...(deprecated && { deprecated }),
    ...(beta && { 'x-beta': beta }),
    parameters: [...pathParameters(path), ...parameters(operation)],
    ...(hasBody(operation) && { requestBody: requestBody(operation) }),
    responses: {
      200: answer(operation),
      401: { $ref: '#/components/responses/Unauthorized' },
      404: { $ref: '#/components/responses/NotFound' },
    },
  };
}

function pathParameters(path: string): JsonObject[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function parameters(operation: OperationSpec): JsonObject[] {
  return [
    ...(takesBody(operation) ? [] : queryParameters(operation.params)),
    ...(operation.paginated ? pageReferences : []),
  ];
}

const takesBody = ({ method }: OperationSpec) => method === 'POST' || method === 'PUT' || method === 'PATCH';
const hasBody = (operation: OperationSpec) =>
  takesBody(operation) && Object.keys(operation.params.fields).length > 0;

const bodyTypes = ['application/x-www-form-urlencoded', 'application/json', 'multipart/form-data'];

function requestBody(operation: OperationSpec): JsonObject {
  const schema = schemaRef(bodyName(operation));
  return { content: Object.fromEntries(bodyTypes.map((type) => [type, { schema }])) };
}

const bodyName = (operation: OperationSpec) => `${nameOf(operation)}_body`;

function bodySchemas(): Record<string, JsonObject> {
  return Object.fromEntries(
    operations.filter(hasBody).map((operation) => [bodyName(operation), paramSchema(operation.params)]),
  );
}

function modelSchemas(): Record<string, JsonObject> {
  return Object.fromEntries([...models].map(([name, model]) => [name, modelSchema(model)]));
}

function answer({ returns, paginated }: OperationSpec): JsonObject {
  // A list of undocumented things is still known to be a list.
  const schema = typeSchema(paginated && returns === 'JSONValue' ? 'JSONValue[]' : returns);
  return {
    description: returns,
    ...(paginated && { headers: { Link: { $ref: '#/components/headers/Link' } } }),
    content: { 'application/json': { schema } },
  };
}

function nameOf({ id }: OperationSpec): string {
  const name = operationNames.get(id);
  if (!name) throw new Error(`No name for ${id}`);
  return name;
}

const pageParameters: Record<string, JsonObject> = {
  page: { name: 'page', in: 'query', description: 'As given in a Link header', schema: { type: 'string' } },
  per_page: {
    name: 'per_page',
    in: 'query',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 10 },
  },
};

const pageReferences = Object.keys(pageParameters).map((name) => ({
  $ref: `#/components/parameters/${name}`,
}));

const errorsSchema: JsonObject = {
  type: 'object',
  properties: {
    status: { type: 'string' },
    errors: { type: 'array', items: { type: 'object', properties: { message: { type: 'string' } } } },
  },
};

const errorResponses: Record<string, JsonObject> = {
  Unauthorized: errorResponse('No valid token, or not permitted'),
  NotFound: errorResponse('Not there, or not visible'),
};

function errorResponse(description: string): JsonObject {
  return { description, content: { 'application/json': { schema: schemaRef('Errors') } } };
}
