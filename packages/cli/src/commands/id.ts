import { type Canvas, CanvasError, NotFoundError } from '@easel/client';
import type { JsonObject } from '@easel/contract';
import { command } from '../frame/command.ts';
import { EXIT } from '../frame/exit-codes.ts';
import { Failure, UsageError } from '../frame/failure.ts';
import { say } from '../frame/terminal.ts';
import { columnsOf } from '../output/plain-rows.ts';
import { connect } from '../session/connect.ts';
import { type Kind, kindNames, kinds, kindsOf, namesOf } from './id-kinds.ts';

export default command({
  words: ['id'],
  summary: 'Every other id of an object',
  details:
    'ID is a SIS id with its prefix, uuid:…, lti_context_id:…, an asset string such as course_42, or a number with ' +
    '--type. What is printed can stand wherever the API takes an id of that object.',
  arguments: [{ name: 'ID', summary: 'sis_course_id:CHEM-101, course_42, uuid:…' }],
  options: {
    type: { type: 'text', short: 't', value: 'TYPE', choices: kindNames, summary: 'of what it is an id' },
  },
  examples: [
    { line: 'easel id sis_course_id:CHEM-101', what: 'its number, integration id, LTI context id, …' },
    { line: 'easel id sis_login_id:ada', what: 'of a user, by the login' },
    { line: 'easel id 42 --type course', what: 'the SIS id of a number' },
    { line: 'easel id current --type term', what: 'which term is the current one' },
  ],
  async run(input) {
    const { args, options, terminal } = input;
    const { id, candidates } = readId(args[0] ?? '', options.type);
    const { canvas } = await connect(input);
    const { kind, object } = await find(canvas, id, candidates);
    const names = namesOf(kind, object);
    if (options.json) say(terminal, JSON.stringify({ type: kind, ...Object.fromEntries(names) }));
    else for (const line of columnsOf(names.map(([what, name]) => [what, name]))) say(terminal, line);
    return undefined;
  },
});

/** @throws UsageError when nothing tells what it is an id of */
function readId(text: string, type: Kind | undefined): { id: string; candidates: readonly Kind[] } {
  const [, asset, number] =
    /^(course|user|account|group|section|course_section|term)_(\d+)$/.exec(text) ?? [];
  if (asset !== undefined && number !== undefined) {
    return { id: number, candidates: [asset === 'course_section' ? 'section' : (asset as Kind)] };
  }
  const candidates = type === undefined ? kindsOf(text) : [type];
  if (candidates.length > 0) return { id: text, candidates };
  throw new UsageError(
    'That may be an id of anything',
    `easel id ${/^\d+$/.test(text) ? text : 'ID'} --type course (or ${kindNames.slice(1).join(', ')})`,
  );
}

/** Some prefixes are known to several types; the first that has it counts. */
async function find(
  canvas: Canvas,
  id: string,
  candidates: readonly Kind[],
): Promise<{ kind: Kind; object: JsonObject }> {
  for (const kind of candidates) {
    try {
      return { kind, object: await kinds[kind].show(canvas, id) };
    } catch (error) {
      if (!(error instanceof NotFoundError) || (candidates.length === 1 && error instanceof CanvasError))
        throw error;
    }
  }
  throw new Failure(`Nothing has that id: looked for ${candidates.join(', ')}`, { exitCode: EXIT.notFound });
}
