/** Whatever is sent to whatever operation: never a 500, and never a hang. */
import { everyOperationById, type OperationSpec, type ParamNode } from '@easel/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { giveWork } from '../testing/classroom.ts';
import { openWorld } from '../testing/world.ts';
import { operationTable } from './resources/index.ts';

const world = await openWorld();
const { make } = world;
const course = await make.course({ sis_course_id: 'bad-input' });
const student = await make.member(course.id);
const teacher = await make.member(course.id, 'TeacherEnrollment');
await make.assignment({ course_id: course.id, submission_types: ['online_text_entry', 'online_url'] });
await giveWork(world, course.id);
const callers = [world.admin, world.as(student.token), world.as(teacher.token), world.anonymous];
const specs = operationTable.map(({ id }) => everyOperationById.get(id)).filter((spec) => spec !== undefined);

/** Ids that exist, that don't, and that are none. */
const id = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('1', '2', '3', 'self', 'default', 'current', 'sis_course_id:bad-input'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        '0',
        '-1',
        '99999999999999999999',
        '9007199254740993',
        '1.5',
        '1e3',
        'null',
        'undefined',
        "1'--",
        '%',
        '..',
      ],
      ...[
        'sis_course_id:',
        'sis_nothing:x',
        'hex:sis_user_id:zz',
        'uuid:',
        'course_1',
        '1~2',
        ' 1 ',
        '\u0000',
        '1\u0000',
      ],
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

const text = fc.oneof(
  fc.constantFrom('', '0', '1', '-1', 'true', 'null', '2147483648', '9223372036854775808', '1e400', 'NaN'),
  fc.constantFrom(
    '2026-02-30',
    '0000-00-00',
    '99999-01-01T00:00:00Z',
    '2026-11-01T01:30:00',
    'tomorrow',
    '\u0000',
  ),
  fc.constantFrom(
    'self',
    'sis_term_id:x',
    'course_1',
    'a'.repeat(5000),
    '%_\\',
    '\ud800',
    '👩‍🏫',
    '<script>',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 30 }),
);
const anything = fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' });

/** Values near to what a parameter takes: its own kind, and now and then something else. */
function valueFor(node: ParamNode): fc.Arbitrary<unknown> {
  const proper = properValueFor(node);
  return fc.oneof(
    { weight: 6, arbitrary: proper },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: text },
  );
}

function properValueFor(node: ParamNode): fc.Arbitrary<unknown> {
  switch (node.kind) {
    case 'object':
      return fieldsOf(node.fields);
    case 'array':
      return fc.array(valueFor(node.items), { maxLength: 3 });
    case 'map':
      return fc.dictionary(text, valueFor(node.values), { maxKeys: 2 });
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, 1, -1, 2 ** 31, 2 ** 53));
    default:
      return 'values' in node && node.values ? fc.oneof(fc.constantFrom(...node.values), text) : text;
  }
}

function fieldsOf(fields: Readonly<Record<string, ParamNode>>): fc.Arbitrary<Record<string, unknown>> {
  const names = Object.keys(fields);
  return fc
    .subarray(names, { maxLength: Math.min(6, names.length) })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map((name) => [name, valueFor(fields[name] as ParamNode)]))),
    );
}

const paging = fc.constantFrom(
  {},
  { per_page: '-1' },
  { page: 'x' },
  { page: '2' },
  { page: 'bookmark:WzFd' },
  { 'include[]': 'x' },
);

/** One request to one operation, somewhere between correct and absurd. */
function requestTo(spec: OperationSpec) {
  return fc.record({
    path: fc.tuple(...Object.keys(spec.pathParams).map(() => id)),
    params: fieldsOf(spec.params.fields),
    paging,
    caller: fc.constantFrom(...callers),
    encoding: fc.constantFrom('json', 'form', 'raw'),
    raw: fc.string({ maxLength: 60 }),
  });
}

function pathOf(spec: OperationSpec, ids: readonly string[]): string {
  let position = 0;
  return spec.path.replace(
    /\{\w+\*?\}/g,
    () => encodeURIComponent((ids[position++] ?? '').toWellFormed()) || 'x',
  );
}

const formOf = (params: object, prefix = ''): string[] =>
  Object.entries(params).flatMap(([key, value]) => {
    const name = prefix ? `${prefix}[${key}]` : key;
    if (typeof value === 'object' && value !== null)
      return formOf(value, Array.isArray(params) ? `${prefix}[]` : name);
    const shown = encodeURIComponent(String(value).toWellFormed());
    return [`${encodeURIComponent((Array.isArray(params) ? `${prefix}[]` : name).toWellFormed())}=${shown}`];
  });

it.each(specs.map((spec) => [spec.id, spec] as const))('%s', { timeout: 60_000 }, async (_, spec) => {
  await fc.assert(
    fc.asyncProperty(requestTo(spec), async ({ path, params, paging, caller, encoding, raw }) => {
      const query = formOf(
        spec.method === 'GET' || spec.method === 'DELETE' ? { ...params, ...paging } : paging,
      ).join('&');
      const body =
        encoding === 'json'
          ? { payload: JSON.stringify(params), headers: { 'content-type': 'application/json' } }
          : encoding === 'form'
            ? {
                payload: formOf(params).join('&'),
                headers: { 'content-type': 'application/x-www-form-urlencoded' },
              }
            : { payload: raw, headers: { 'content-type': 'application/json' } };
      const url = `${pathOf(spec, path)}?${query}`;
      const answer = await caller.send(spec.method, url, spec.method === 'GET' ? {} : body);
      expect(
        answer.status,
        `${spec.method} ${url} ${JSON.stringify(body)}: ${JSON.stringify(answer.body)}`,
      ).not.toBe(500);
    }),
    { numRuns: 25 },
  );
});
