import { fieldsOf } from './fields.js';

/** @typedef {import('./fields.js').Field} Field */
/**
 * @typedef {object} Operation
 * @property {string} name
 * @property {string} title
 * @property {string} method
 * @property {string} path
 * @property {string | undefined} tail the path parameter that may hold slashes, or be empty
 * @property {string} resource
 * @property {string} description
 * @property {boolean} implemented
 * @property {boolean} isList
 * @property {{ path: Record<string, string>, fields: [string, string][] }} example
 * @property {() => Field[]} fields
 */

/** @returns {Promise<Operation[]>} every operation of the server's OpenAPI document */
export async function loadOperations() {
  const response = await fetch('/doc/api/openapi.json');
  const document = await response.json();
  return Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((operation) => {
      const [method = '', path = ''] = operation['x-easel-operation'].split(' ');
      return {
        name: operation.operationId,
        title: operation.summary,
        method,
        path,
        tail: operation['x-easel-tail'],
        resource: operation.tags[0],
        description: operation.description,
        implemented: operation['x-easel-implemented'],
        isList: operation.parameters.some(
          (/** @type {any} */ { $ref }) => $ref === '#/components/parameters/per_page',
        ),
        example: operation['x-easel-example'],
        fields: () => fieldsOf(operation, document),
      };
    }),
  );
}

/**
 * Those with every word in their title, address or heading; titles that begin with the query come first.
 * @param {Operation[]} operations
 * @param {string} query
 * @param {boolean} onlyImplemented
 */
export function filterOperations(operations, query, onlyImplemented) {
  const text = query.trim().toLowerCase();
  const words = text.split(/\s+/).filter(Boolean);
  const found = operations.filter(({ title, method, path, resource, implemented }) => {
    const all = `${title} ${method} ${path} ${resource}`.toLowerCase();
    return (implemented || !onlyImplemented) && words.every((word) => all.includes(word));
  });
  const begins = (/** @type {Operation} */ { title }) => Number(title.toLowerCase().startsWith(text));
  return found.sort((a, b) => begins(b) - begins(a));
}
