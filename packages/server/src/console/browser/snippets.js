// Shared by the reference (on the server) and the live console (in the browser).

/** @typedef {import('./snippets.d.ts').Call} Call */
/** @typedef {import('./snippets.d.ts').SentField} SentField */
/** @typedef {string | number | boolean | FileValue | any[] | { [key: string]: any }} Nested */

/** @type {typeof import('./snippets.d.ts').sendsQuery} */
export const sendsQuery = (method) => method === 'GET' || method === 'DELETE';

/** @type {typeof import('./snippets.d.ts').fillPath} */
export const fillPath = ({ path, pathValues, tail }) => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => {
    const value = pathValues[name] || '';
    return name === tail ? escapeSegments(value) : value === '' ? '?' : escapeSegment(value);
  });
  const rest = tail && !path.includes(`{${tail}}`) ? escapeSegments(pathValues[tail] || '') : '';
  return rest === '' ? filled : `${filled}/${rest}`;
};

/** The colon of `sis_course_id:X` stays readable. @param {string} value */
const escapeSegment = (value) => encodeURIComponent(value).replaceAll('%3A', ':');

/** @param {string} value */
const escapeSegments = (value) => value.split('/').map(escapeSegment).join('/');

/** Settings of the client, not parameters of a call. */
const SETTINGS = /^(?:page|per_page|as_user_id)$/;

/** @type {typeof import('./snippets.d.ts').toCurl} */
export function toCurl(call) {
  const { method, origin, fields } = call;
  const hasFile = fields.some(({ kind }) => kind === 'file');
  const flags = sendsQuery(method)
    ? [...(fields.length > 0 ? ['-G'] : []), ...(method === 'GET' ? [] : [`-X ${method}`])]
    : method === 'POST' && fields.length > 0
      ? []
      : [`-X ${method}`];
  const lines = [
    ['curl', ...flags, shellQuoted(origin + fillPath(call))].join(' '),
    '-H "Authorization: Bearer $CANVAS_TOKEN"',
    ...fields.map(({ name, value, kind }) =>
      hasFile
        ? `-F ${shellQuoted(`${name}=${kind === 'file' ? `@${value}` : value}`)}`
        : `--data-urlencode ${shellQuoted(`${name}=${value}`)}`,
    ),
  ];
  return lines.join(' \\\n  ');
}

/** @param {string} text */
const shellQuoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** @type {typeof import('./snippets.d.ts').toTypeScript} */
export function toTypeScript(call) {
  const { method, origin, path, pathValues, isList, isRaw } = call;
  const special = (/** @type {string} */ name) => call.fields.find((field) => field.name === name)?.value;
  const perPage = special('per_page');
  const asUser = special('as_user_id');
  const fields = call.fields.filter(({ name }) => !SETTINGS.test(name));
  const hasFile = fields.some(({ kind }) => kind === 'file');
  const options = [
    `baseUrl: ${quoted(origin)}`,
    'token: process.env.CANVAS_TOKEN',
    ...(perPage ? [`perPage: ${perPage}`] : []),
    ...(asUser ? [`asUser: ${quoted(asUser)}`] : []),
  ];
  const parts = [
    ...(!isRaw && Object.keys(pathValues).length > 0 ? [`path: ${literal(typedPath(call), 1)}`] : []),
    ...(fields.length > 0 ? [`params: ${literal(nest(fields), 1)}`] : []),
  ];
  const rest = parts.length > 0 ? `, {\n${parts.map((part) => `  ${part},\n`).join('')}}` : '';
  const target = isRaw
    ? isList
      ? `rawList(${quoted(fillPath(call))}`
      : `raw(${quoted(method)}, ${quoted(fillPath(call))}`
    : `${isList ? 'list' : 'call'}(${quoted(`${method} ${path}`)}`;
  return [
    ...(hasFile ? ["import { openAsBlob } from 'node:fs';"] : []),
    "import { Canvas } from '@easel/client';",
    '',
    `const canvas = new Canvas({\n${options.map((option) => `  ${option},\n`).join('')}});`,
    ...(isList
      ? [`for await (const row of canvas.${target}${rest})) console.log(row);`]
      : [`const answer = await canvas.${target}${rest});`, 'console.log(answer);']),
  ].join('\n');
}

/** @param {Call} call */
function typedPath({ path, pathValues, tail }) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const names = new Set(tail ? [...inPath, tail] : inPath);
  return Object.fromEntries(
    [...names].map((name) => {
      const value = pathValues[name] || (name === tail ? '' : '?');
      return [name, name !== tail && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : value];
    }),
  );
}

/** @type {typeof import('./snippets.d.ts').toPython} */
export function toPython(call) {
  const { method, origin, isList } = call;
  const files = call.fields.filter(({ kind }) => kind === 'file');
  const fields = call.fields.filter(({ kind }) => kind !== 'file');
  const where = sendsQuery(method) ? 'params' : 'data';
  const head = [
    'import os',
    'import requests',
    '',
    'session = requests.Session()',
    'session.headers["Authorization"] = "Bearer " + os.environ["CANVAS_TOKEN"]',
    `url = ${JSON.stringify(origin + fillPath(call))}`,
  ];
  const pairs = fields.map(({ name, value }) => `    (${JSON.stringify(name)}, ${JSON.stringify(value)}),\n`);
  const given = pairs.length > 0 ? `[\n${pairs.join('')}]` : '';
  if (isList) {
    return [
      ...head,
      `params = ${given || 'None'}`,
      'while url:',
      '    answer = session.get(url, params=params)',
      '    answer.raise_for_status()',
      '    print(answer.json())',
      '    # The address of the next page has the parameters in it.',
      '    url, params = answer.links.get("next", {}).get("url"), None',
    ].join('\n');
  }
  const uploads = files.map(
    ({ name, value }) => `${JSON.stringify(name)}: open(${JSON.stringify(value)}, "rb")`,
  );
  const options = [
    ...(given ? [`${where}=${where}`] : []),
    ...(uploads.length > 0 ? [`files={${uploads.join(', ')}}`] : []),
  ];
  return [
    ...head,
    ...(given ? [`${where} = ${given}`] : []),
    `answer = session.${method.toLowerCase()}(${['url', ...options].join(', ')})`,
    'answer.raise_for_status()',
    'print(answer.json())',
  ].join('\n');
}

/** @type {typeof import('./snippets.d.ts').nest} */
export function nest(fields) {
  /** @type {{ [key: string]: Nested }} */
  const tree = Object.create(null);
  for (const field of fields) {
    const keys = [...field.name.matchAll(/[^[\]]+|\[\]/g)].map(([key]) => key);
    if (keys.length > 0) put(tree, keys, typed(field));
  }
  return tree;
}

/**
 * @param {{ [key: string]: any }} tree
 * @param {string[]} keys
 * @param {Nested} value
 */
function put(tree, [key = '', ...rest], value) {
  if (rest.length === 0) {
    tree[key] = value;
  } else if (rest[0] === '[]') {
    if (!Array.isArray(tree[key])) tree[key] = [];
    append(tree[key], rest.slice(1), value);
  } else {
    if (typeof tree[key] !== 'object') tree[key] = Object.create(null);
    put(tree[key], rest, value);
  }
}

/**
 * A list of objects goes on with the next object when a key comes back.
 * @param {any[]} list
 * @param {string[]} keys
 * @param {Nested} value
 */
function append(list, keys, value) {
  const [key] = keys;
  if (key === undefined) {
    list.push(value);
    return;
  }
  const last = list.at(-1);
  const isNew = typeof last !== 'object' || (keys.length === 1 && key in last);
  if (isNew) list.push(Object.create(null));
  put(list.at(-1), keys, value);
}

class FileValue {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }
}

/** @param {SentField} field @returns {any} */
function typed({ value, kind }) {
  if (kind === 'file') return new FileValue(value);
  if (kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  const isNumber = (kind === 'integer' || kind === 'number') && /^-?\d{1,15}(\.\d+)?$/.test(value);
  return isNumber ? Number(value) : value;
}

/**
 * A value in TypeScript, short ones on one line.
 * @param {Nested} value
 * @param {number} depth
 * @returns {string}
 */
function literal(value, depth) {
  if (typeof value === 'string') return quoted(value);
  if (value instanceof FileValue) return `await openAsBlob(${quoted(value.name)})`;
  if (typeof value !== 'object') return String(value);
  const isArray = Array.isArray(value);
  const parts = isArray
    ? value.map((item) => literal(item, depth + 1))
    : Object.entries(value).map(([key, inner]) => `${propertyName(key)}: ${literal(inner, depth + 1)}`);
  const [open, close] = isArray ? ['[', ']'] : ['{ ', ' }'];
  const short = `${open}${parts.join(', ')}${close}`;
  if (short.length <= 70 && !short.includes('\n')) return short;
  const indent = '  '.repeat(depth);
  return `${open.trim()}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close.trim()}`;
}

/** @param {string} key */
const propertyName = (key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key));

/** @param {string} text */
const quoted = (text) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
