import { type Answer, CanvasError } from '@easel/client';
import type { JsonValue } from '@easel/contract';
import { WithHints } from '../frame/failure.ts';
import { remark, type Terminal } from '../frame/terminal.ts';
import { writeToStdout } from '../output/destination.ts';
import type { Session } from '../session/connect.ts';
import { explainCall, explainFailure } from '../session/explain-failure.ts';
import { type Call, send, urlOf } from './call.ts';
import type { Filter } from './jq.ts';
import type { ApiOptions } from './options.ts';

export async function printAnswer(
  terminal: Terminal,
  session: Session,
  call: Call,
  options: ApiOptions,
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
export async function printPages(
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
  await remarkOnCall(terminal, session, call, urlOf(session, path).href);
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
