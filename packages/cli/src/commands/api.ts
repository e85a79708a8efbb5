import { type Call, callOf, fieldsOf, paramsOf, send, urlOf } from '../api/call.ts';
import { jqFilter } from '../api/jq.ts';
import { apiOptions } from '../api/options.ts';
import { printAnswer, printPages } from '../api/print.ts';
import { command } from '../frame/command.ts';
import { UsageError } from '../frame/failure.ts';
import { confirmChange } from '../session/changing.ts';
import { connect } from '../session/connect.ts';
import { dryRun } from '../session/dry-run.ts';

export default command({
  words: ['api'],
  summary: 'Any call of the API',
  details:
    'PATH is /api/v1/courses/42, courses/42, or a whole URL of this Canvas. Without METHOD it is GET. Parameters go into ' +
    'the query of GET and DELETE and into the body of everything else. What Canvas answers to a refused call is printed ' +
    'too; the exit code says that it was refused.',
  arguments: [
    { name: 'METHOD', summary: 'GET, POST, PUT, PATCH, DELETE', optional: true },
    { name: 'PATH', summary: 'below /api/v1/, or a URL' },
  ],
  options: apiOptions,
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
    const changes = !/^(GET|HEAD)$/.test(method);
    if (options.input !== undefined && !changes) {
      throw new UsageError('--input is a body, and GET has none', `easel api POST ${path} --input …`);
    }
    if (options.paginate && method !== 'GET') throw new UsageError('--paginate is for lists, so for GET');
    const fields = await fieldsOf(options, terminal);
    const session = await connect(input, options['dry-run'] ? { onRequest: dryRun(terminal) } : {});
    const call: Call = { method, path, fields, params: await paramsOf(fields, options, terminal) };

    if (options['dry-run']) await send(session, call, options);
    else {
      const filter = options.jq === undefined ? undefined : await jqFilter(options.jq);
      if (changes) {
        await confirmChange(terminal, session, {
          what: `${method} ${urlOf(session, path).pathname}`,
          yes: options.yes,
        });
      }
      if (options.paginate) await printPages(terminal, session, call, filter);
      else await printAnswer(terminal, session, call, options, filter);
    }
    return undefined;
  },
});
