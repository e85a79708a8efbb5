/**
 * A parameter under the name it is sent by.
 * @typedef {{ name: string, kind: string, repeats: boolean, values: string[] }} Field
 */

/**
 * The parameters of an operation in the OpenAPI document, those of its path left out.
 * @param {any} operation
 * @param {any} document
 * @returns {Field[]}
 */
export function fieldsOf(operation, document) {
  const query = operation.parameters
    .map((/** @type {any} */ parameter) => resolve(parameter, document))
    .filter((/** @type {any} */ parameter) => parameter.in === 'query')
    .flatMap((/** @type {any} */ { name, schema }) => flatten(name, schema, name.includes('[]'), document));
  const body = operation.requestBody?.content['application/x-www-form-urlencoded']?.schema;
  return body ? [...query, ...flattenMembers('', resolve(body, document), false, document)] : query;
}

/** @param {any} value @param {any} document */
function resolve(value, document) {
  if (typeof value.$ref !== 'string') return value;
  return value.$ref
    .split('/')
    .slice(1)
    .reduce((/** @type {any} */ inner, /** @type {string} */ key) => inner[key], document);
}

/**
 * @param {string} name
 * @param {any} schema
 * @param {boolean} repeats
 * @param {any} document
 * @returns {Field[]}
 */
function flatten(name, schema, repeats, document) {
  if (schema.type === 'array') {
    // A query's parameter has its brackets in its name.
    return flatten(repeats ? name : `${name}[]`, schema.items, true, document);
  }
  if (schema.type === 'object') return flattenMembers(name, schema, repeats, document);
  return [{ name, kind: kindOf(schema), repeats, values: schema.examples ?? [] }];
}

/**
 * @param {string} name
 * @param {any} schema
 * @param {boolean} repeats
 * @param {any} document
 * @returns {Field[]}
 */
function flattenMembers(name, { properties = {}, additionalProperties }, repeats, document) {
  const inside = (/** @type {string} */ key) => (name === '' ? key : `${name}[${key}]`);
  return [
    ...Object.entries(properties).flatMap(([key, inner]) => flatten(inside(key), inner, repeats, document)),
    ...(additionalProperties ? flatten(inside('<key>'), additionalProperties, repeats, document) : []),
  ];
}

/** @param {any} schema @returns {string} */
function kindOf({ type, format, contentMediaType }) {
  if (contentMediaType) return 'file';
  return format ?? type ?? 'json';
}
