import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Answer, CanvasError, type Params } from '@easel/client';
import type { JsonValue } from '@easel/contract';
import { command, type ValuesOf } from '../frame/command.ts';
import { UsageError, WithHints } from '../frame/failure.ts';
import { remark, type Terminal } from '../frame/terminal.ts';
import { writeToStdout } from '../output/destination.ts';
import { type Filter, jqFilter } from '../output/jq.ts';
import { changingOptions, confirmChange } from '../session/changing.ts';
import { connect, type Session } from '../session/connect.ts';
import { dryRun } from '../session/dry-run.ts';
import { explainCall, explainFailure } from '../session/explain-failure.ts';
import { type Field, fileField, textField, treeOf, typedField } from '../session/typed-fields.ts';

const METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE)$/i;

const options = {
  field: {
    type: 'text',
    short: 'f',
    value: 'NAME=TEXT',
    multiple: true,
    summary: 'a parameter, nested as a[b][]',
  },
  typed: {
    type: 'text',
    short: 'F',
    value: 'NAME=VALUE',
    multiple: true,
    summary: 'likewise, but true, false, null, numbers are what they look like, @FILE is read (@-: stdin)',
  },
  upload: {
    type: 'text',
    value: 'NAME=FILE',
    multiple: true,
    summary: 'a file as a part of a multipart form',
  },
  input: { type: 'text', value: 'FILE', summary: 'the body, JSON, from a file (-: stdin)' },
  body: {
    type: 'text',
    value: 'KIND',
    choices: ['form', 'json'],
    summary: 'how parameters of POST, PUT and PATCH travel (otherwise as a form, if one can carry them)',
  },
  paginate: { type: 'flag', summary: 'all pages of a list, as one' },
  jq: {
    type: 'text',
    short: 'q',
    value: 'FILTER',
    summary: 'what jq makes of it; with --paginate, of every page',
  },
  include: { type: 'flag', short: 'i', summary: 'status and headers first' },
  header: { type: 'text', short: 'H', value: 'NAME:VALUE', multiple: true, summary: 'one more header' },
  ...changingOptions,
} as const;

export default command({
  words: ['api'],
  summary: 'Any call of the API',
  details:
    'PATH is /api/v1/courses/42, courses/42, or a whole URL of this Canvas. Without METHOD it is GET. Parameters go into\n' +
    'the query of GET and DELETE and into the body of everything else. What Canvas answers to a refused call is printed\n' +
    'too; the exit code says that it was refused.',
  arguments: [
    { name: 'METHOD', summary: 'GET, POST, PUT, PATCH, DELETE', optional: true },
    { name: 'PATH', summary: 'below /api/v1/, or a URL', optional: true },
  ],
  options,
  examples: [
    {
      line: 'easel api accounts/self/courses -f enrollment_term_id=sis_term_id:fall-2026 --paginate',
      what: 'all courses of a term, not only ten',
    },
    {
      line: "easel api accounts/self/courses --paginate --jq '.[] | [.id, .name] | @tsv'",
      what: 'two fields of each, by jq',
    },
    {
      line:
        "easel api POST courses/896/assignments -f 'assignment[name]=Post Test' \\\n" +
        "    -f 'assignment[submission_types][]=external_tool' -F 'assignment[points_possible]=100' \\\n" +
        "    -f 'assignment[external_tool_tag_attributes][url]=https://tool.example.net/quiz/connect_post.php' \\\n" +
        "    -F 'assignment[external_tool_tag_attributes][new_tab]=true'",
      what: 'an assignment with an external tool, nested as Canvas wants it',
    },
    {
      line: "easel api PUT courses/42 -f 'course[event]=offer' --dry-run",
      what: 'see the call, also as curl',
    },
    { line: 'easel api POST accounts/self/courses --input course.json', what: 'a body from a file' },
  ],
  async run(input) {
    const { args, options, terminal } = input;
    const { method, path } = callOf(args);
    const fields = await fieldsOf(options, terminal);
    const session = await connect(input, options['dry-run'] ? { onRequest: dryRun(terminal) } : {});
    const call: Call = { method, path, fields, params: await paramsOf(fields, options, terminal) };

    if (options.paginate && method !== 'GET') throw new UsageError('--paginate is for lists, so for GET');
    if (options['dry-run']) await send(session, call, options);
    else {
      const filter = options.jq === undefined ? undefined : await jqFilter(options.jq);
      if (!/^(GET|HEAD)$/.test(method)) {
        await confirmChange(terminal, session, {
          what: `${method} ${shownPath(session, path)}`,
          yes: options.yes,
        });
      }
      if (options.paginate) await printPages(terminal, session, call, filter);
      else await printAnswer(terminal, session, call, options, filter);
    }
    return undefined;
  },
});

type Options = ValuesOf<typeof options>;

interface Call {
  readonly method: string;
  readonly path: string;
  readonly params: Params | undefined;
  readonly fields: readonly Field[];
}

function callOf([first, second]: readonly string[]): { method: string; path: string } {
  const hasMethod = first !== undefined && METHOD.test(first);
  const path = hasMethod ? second : first;
  if (path === undefined)
    throw new UsageError('PATH is missing: below /api/v1/, or a URL', 'easel api courses/42');
  if (!hasMethod && second !== undefined) throw new UsageError('METHOD is GET, POST, PUT, PATCH or DELETE');
  return { method: hasMethod ? first.toUpperCase() : 'GET', path: path.replace(/^\/(?!api\/|login\/)/, '') };
}

async function fieldsOf({ field, typed, upload }: Options, { stdin }: Terminal): Promise<Field[]> {
  return [
    ...field.map(textField),
    ...(await Promise.all(typed.map((text) => typedField(text, stdin)))),
    ...(await Promise.all(upload.map(fileField))),
  ];
}

async function paramsOf(
  fields: readonly Field[],
  { input }: Options,
  { stdin }: Terminal,
): Promise<Params | undefined> {
  if (input === undefined) return fields.length === 0 ? undefined : treeOf(fields);
  if (fields.length > 0) throw new UsageError('Give fields, or --input; not both');
  const json = input === '-' ? await text(stdin) : await readFile(input, 'utf8').catch(() => undefined);
  if (json === undefined) throw new UsageError(`Can't read ${input}`);
  try {
    // A list at the top is fine as well: Canvas knows it as `_json`.
    return JSON.parse(json) as Params;
  } catch {
    throw new UsageError('--input is no JSON');
  }
}

const shownPath = ({ canvas }: Session, path: string) => new URL(path, `${canvas.origin}/api/v1/`).pathname;

function send({ canvas }: Session, { method, path, params }: Call, options: Options): Promise<Answer> {
  const body = options.input === undefined ? options.body : 'json';
  return canvas.raw(method, path, {
    ...(params && { params }),
    ...(body && { body }),
    headers: Object.fromEntries(options.header.map(headerOf)),
  });
}

function headerOf(typed: string): [name: string, value: string] {
  const colon = typed.indexOf(':');
  const name = typed.slice(0, colon).trim().toLowerCase();
  if (colon < 1) throw new UsageError('A header is written NAME:VALUE');
  if (name === 'authorization')
    throw new UsageError('The token is not given on the command line', 'easel login URL');
  return [name, typed.slice(colon + 1).trim()];
}

async function printAnswer(
  terminal: Terminal,
  session: Session,
  call: Call,
  options: Options,
  filter: Filter | undefined,
): Promise<void> {
  let answer: Answer<JsonValue | undefined>;
  try {
    answer = await send(session, call, options);
  } catch (error) {
    if (error instanceof CanvasError && error.body !== undefined)
      await print(terminal, shown(terminal, error.body));
    throw new WithHints(error, await explainFailure(error, sentFields(call)));
  }
  if (options.include) {
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}\n`).join('');
    await print(terminal, `${answer.status}\n${headers}\n`);
  }
  const { body } = answer;
  if (body !== undefined) await print(terminal, filter ? ended(filter(body)) : shown(terminal, body));
  await remarkOnCall(terminal, session, call, answer.url);
}

/** One list of all pages; or, with a filter, what it makes of each. */
async function printPages(
  terminal: Terminal,
  session: Session,
  call: Call,
  filter: Filter | undefined,
): Promise<void> {
  const { path, params } = call;
  const list = session.canvas.rawList(path, params && { params });
  async function* pieces() {
    let before = '[\n  ';
    for await (const page of list.pages()) {
      if (filter) yield ended(filter(page));
      else if (page.length > 0) {
        yield before + page.map((row) => JSON.stringify(row)).join(',\n  ');
        before = ',\n  ';
      }
    }
    if (!filter) yield before.startsWith('[') ? '[]\n' : '\n]\n';
  }
  try {
    await writeToStdout(terminal, pieces());
  } catch (error) {
    throw new WithHints(error, await explainFailure(error, sentFields(call)));
  }
  await remarkOnCall(terminal, session, call, new URL(path, `${session.canvas.origin}/api/v1/`).href);
}

/** Easel's own hints, or, of a Canvas that gives none, what the documentation gives away. */
async function remarkOnCall(terminal: Terminal, session: Session, call: Call, url: string): Promise<void> {
  const hints =
    session.hints.size > 0 ? [...session.hints] : await explainCall(call.method, url, sentFields(call));
  for (const hint of hints) remark(terminal, `hint: ${hint}`);
}

function sentFields({ fields }: Call): (readonly [name: string, value?: string])[] {
  return fields.map(([name, value]) => (value instanceof Blob ? [name] : [name, String(value)]));
}

const shown = ({ stdout }: Terminal, body: JsonValue) =>
  ended(typeof body === 'string' ? body : JSON.stringify(body, null, stdout.isTTY ? 2 : undefined));

const ended = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

async function print(terminal: Terminal, text: string): Promise<void> {
  async function* once() {
    yield text;
  }
  await writeToStdout(terminal, once());
}
