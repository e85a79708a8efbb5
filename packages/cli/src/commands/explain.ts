import { command } from '../frame/command.ts';
import { EXIT } from '../frame/exit-codes.ts';
import { UsageError } from '../frame/failure.ts';
import { say } from '../frame/terminal.ts';
import { operationOf } from '../session/explain-failure.ts';

export default command({
  words: ['explain'],
  summary: 'What is wrong with a parameter, and how Canvas wants it; asks no server',
  details: 'Ends with 0 when there is nothing to say, and with 6 when there is.',
  arguments: [{ name: 'FIELD', summary: 'a parameter as it was sent, name=value' }],
  options: {
    call: { type: 'text', value: 'CALL', summary: 'the call it is for, "GET /api/v1/accounts/1/courses"' },
  },
  examples: [
    {
      line: "easel explain 'assignment[external_tool_tag_attributes]=url:https://tool.example.net/x.php,new_tab:true'",
      what: 'the assignment with an external tool that was answered by an internal error',
    },
    {
      line: "easel explain term_id=42 --call 'GET /api/v1/accounts/1/courses'",
      what: 'why a filter does nothing',
    },
    {
      line: "easel explain 'externaltool[0][name]=testTool' --call 'POST /api/v1/courses/1/external_tools'",
      what: 'why a name is "blank" although it was sent',
    },
  ],
  async run({ args: [field = ''], options, terminal }) {
    const { explainFields } = await import('@easel/client/explain');
    const [name = '', ...rest] = field.split('=');
    const operation = options.call === undefined ? undefined : await documented(options.call);
    const hints = explainFields([rest.length > 0 ? [name, rest.join('=')] : [name]], operation);
    if (options.json) say(terminal, JSON.stringify({ field, operation: operation ?? null, hints }));
    else if (hints.length === 0) say(terminal, `${name}: nothing wrong that the documentation would know of`);
    else for (const hint of hints) say(terminal, hint);
    return hints.length === 0 ? EXIT.ok : EXIT.refused;
  },
});

/** @throws UsageError when the documentation doesn't know the call */
async function documented(call: string): Promise<string> {
  const [, method = '', path = ''] = /^\s*([a-z]+)\s+(\S+)\s*$/i.exec(call) ?? [];
  const operation = await operationOf(method.toUpperCase(), absolute(path));
  if (operation === undefined) {
    throw new UsageError('The documentation knows no such call', "write it as 'GET /api/v1/courses/42'");
  }
  return operation;
}

const absolute = (path: string) => (path.startsWith('/api/') ? path : `/api/v1/${path.replace(/^\//, '')}`);
