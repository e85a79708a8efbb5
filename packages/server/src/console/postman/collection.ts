/** Everything as a Postman collection (v2.1): a folder a heading, filled with the demo institution's ids. */
import { readFileSync } from 'node:fs';
import type { JsonObject, OperationId } from '@easel/contract';
import type { Catalogue, Entry } from '../catalogue.ts';
import type { Field } from '../fields.ts';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

const afterAnswer = readFileSync(new URL('after-answer.js', import.meta.url), 'utf8').split('\n');

/** Requests whose answer holds the id of what others ask for: variable → where in the answer. */
const keeps: Partial<Record<OperationId, readonly [variable: string, field: string]>> = {
  'PUT /api/v1/accounts/{account_id}/courses': ['progress_id', 'id'],
  'POST /api/v1/courses/{course_id}/course_copy': ['course_copy_id', 'id'],
};

/** Path parameters that take such a variable. */
const uses: Partial<Record<OperationId, Readonly<Record<string, string>>>> = {
  'GET /api/v1/progress/{id}': { id: '{{progress_id}}' },
  'POST /api/v1/progress/{id}/cancel': { id: '{{progress_id}}' },
  'GET /api/v1/courses/{course_id}/course_copy/{id}': { id: '{{course_copy_id}}' },
};

const TAGS_ARE_OFF =
  'Until the institution turns differentiation tags on (allow_assign_to_differentiation_tags) nobody may.';

const NO_SUMMARIES = 'No language model writes summaries here: nobody has any.';

/** What a new demo institution answers where it has nothing to show: as good as a 2xx. */
const alsoFine: Partial<Record<OperationId, readonly [status: number, because: string]>> = {
  'GET /api/v1/courses/{course_id}/bulk_user_progress': [400, 'A course without modules answers 400.'],
  'GET /api/v1/courses/{course_id}/users/{user_id}/progress': [400, 'A course without modules answers 400.'],
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/summaries': [401, NO_SUMMARIES],
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/summaries': [401, NO_SUMMARIES],
  'GET /api/v1/users/{id}/colors/{asset_string}': [404, 'Until a color is set the answer is 404.'],
  'GET /api/v1/users/{user_id}/custom_data': [400, 'Until something is stored the answer is 400.'],
  'GET /api/v1/courses/{course_id}/bulk_user_tags': [401, TAGS_ARE_OFF],
  'GET /api/v1/courses/{course_id}/group_categories/export_tags': [401, TAGS_ARE_OFF],
};

function fineWithout({ spec, example }: Entry): readonly [status: number, because: string] | undefined {
  const made = example.isMadeUp && spec.method === 'GET';
  return made ? [404, 'The demo institution has none of these: put in an id of yours.'] : alsoFine[spec.id];
}

export function postmanCollection({ chapters }: Catalogue, origin: string): JsonObject {
  return {
    info: {
      name: 'Easel: the Canvas LMS REST API',
      description: DESCRIPTION,
      schema: SCHEMA,
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    variable: [
      { key: 'baseUrl', value: origin },
      { key: 'token', value: '' },
      { key: 'fetchAll', value: 'true' },
      { key: 'maxPages', value: '100' },
      ...Object.values(keeps).map(([key]) => ({ key, value: '1' })),
    ],
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: afterAnswer } }],
    item: chapters.map(({ resource, entries }) => ({ name: resource, item: entries.map(item) })),
  };
}

const DESCRIPTION = `Set the variable \`token\` (and \`baseUrl\`, for another Canvas), then send.

Lists follow \`rel="next"\` by themselves: after the first page a script asks for the others, says how many rows there are
in the console, and shows them all under "Visualize". Set \`fetchAll\` to false for the first page only; \`maxPages\` is where
it stops. Requests marked "not in Easel" are documented by Canvas, and answered 501 by Easel.`;

function item(entry: Entry): JsonObject {
  const { spec, title, name } = entry;
  return {
    name: entry.implemented ? title : `${title} (not in Easel)`,
    id: name,
    event: events(entry),
    request: {
      method: spec.method,
      description: description(entry),
      header: [],
      url: url(entry),
      ...(takesForm(entry) && { body: body(entry) }),
    },
  };
}

function description(entry: Entry): string {
  const { implemented } = entry;
  if (!implemented) return 'Easel answers 501.';
  return [`${implemented.summary}.`, implemented.whoMay, fineWithout(entry)?.[1] ?? ''].join(' ').trim();
}

function events(entry: Entry): JsonObject[] {
  const script = (listen: string, line: string) => ({
    listen,
    script: { type: 'text/javascript', exec: [line] },
  });
  const kept = keeps[entry.spec.id];
  const fine = fineWithout(entry);
  return [
    ...(fine ? [script('prerequest', `pm.variables.set('alsoFine', ${fine[0]});`)] : []),
    ...(kept
      ? [script('test', `pm.collectionVariables.set('${kept[0]}', pm.response.json()['${kept[1]}']);`)]
      : []),
  ];
}

const takesForm = ({ spec: { method }, fields }: Entry) =>
  ['POST', 'PUT', 'PATCH'].includes(method) && fields.length > 0;

function url(entry: Entry): JsonObject {
  const { spec, example } = entry;
  const path = spec.path.replace(/\{(\w+)\}/g, ':$1');
  const query = takesForm(entry) ? [] : [...parameters(entry), ...pageParameters(entry)];
  const sent = query
    .filter((parameter) => !('disabled' in parameter))
    .map(({ key, value }) => `${key}=${value}`);
  return {
    raw: `{{baseUrl}}${path}${sent.length > 0 ? `?${sent.join('&')}` : ''}`,
    host: ['{{baseUrl}}'],
    path: path.split('/').slice(1),
    query,
    variable: Object.keys(spec.pathParams)
      .filter((key) => spec.path.includes(`{${key}}`))
      .map((key) => ({
        key,
        value: uses[spec.id]?.[key] ?? example.path[key] ?? '',
      })),
  };
}

const pageParameters = ({ spec }: Entry) => (spec.paginated ? [{ key: 'per_page', value: '100' }] : []);

function body(entry: Entry): JsonObject {
  if (!entry.fields.some(({ kind }) => kind === 'file')) {
    return { mode: 'urlencoded', urlencoded: parameters(entry) };
  }
  const files = new Set(entry.fields.filter(({ kind }) => kind === 'file').map(({ name }) => name));
  return {
    mode: 'formdata',
    formdata: parameters(entry).map((parameter) => ({
      ...parameter,
      type: files.has(parameter.key) ? 'file' : 'text',
    })),
  };
}

interface Parameter extends JsonObject {
  key: string;
  value: string;
}

/** The example's are sent; every other documented one is there, switched off. */
function parameters({ fields, example }: Entry): Parameter[] {
  const filled = new Set(example.fields.map(([name]) => name));
  return [
    ...example.fields.map(([key, value]) => ({ key, value })),
    ...fields
      .filter(({ name }) => !filled.has(name))
      .map((field) => ({
        key: field.name,
        value: field.values[0] ?? '',
        description: describe(field),
        disabled: true,
      })),
  ];
}

const describe = ({ kind, values }: Field) =>
  values.length > 0 ? `${kind}: ${values.join(', ')}` : `${kind}`;
