import { checkedId } from '../ids.ts';
import { listCommand } from '../list-command.ts';
import { courseColumns, includesFor } from './columns.ts';

const STATES = ['created', 'claimed', 'available', 'completed', 'deleted', 'all', 'unpublished'] as const;

export default listCommand({
  noun: 'courses',
  summary: "Every course of an account, not only the first ten and not only one's own",
  details:
    'States are those that Canvas stores: created and claimed are both "unpublished", which asks for either; without ' +
    '--state deleted courses are left out. `easel courses explain-state` says more.',
  options: {
    account: {
      type: 'text',
      short: 'a',
      value: 'ID',
      default: 'self',
      summary: 'the account, with all below it: a number, self, sis_account_id:…',
    },
    term: { type: 'text', short: 't', value: 'ID', summary: 'a number, current, default, sis_term_id:…' },
    state: {
      type: 'text',
      short: 's',
      value: 'STATE',
      choices: STATES,
      multiple: true,
      summary: 'only these',
    },
    search: { type: 'text', value: 'TEXT', summary: 'in name, code and SIS id; two characters or more' },
    'with-enrollments': { type: 'flag', summary: 'only courses that somebody is enrolled in' },
  },
  examples: [
    {
      line: 'easel courses list --account self --term sis_term_id:fall-2026',
      what: 'the courses of a term: not `courses?term_id:xxx`, but the account and its enrollment_term_id',
    },
    {
      line: "easel courses list --term current --title 'Courses of this term' -o courses.html",
      what: 'a report for the dean, in one file',
    },
    {
      line: 'easel courses list --term current --state unpublished -o todo.xlsx',
      what: 'what is still to be published',
    },
    {
      line: 'easel courses list -c id,name,term.name,total_students -o courses.csv',
      what: 'all of them for another program, with chosen fields',
    },
    { line: 'easel courses list -o courses.csv --resume', what: 'go on after Ctrl-C or a broken connection' },
  ],
  columns: courseColumns,
  defaultColumns: [
    'id',
    'course_code',
    'name',
    'term.name',
    'workflow_state',
    'sis_course_id',
    'start_at',
    'end_at',
  ],
  facets: ['term.name', 'workflow_state'],
  list: (canvas, { account, term, state, search, 'with-enrollments': enrolled }, keys) =>
    canvas.list('GET /api/v1/accounts/{account_id}/courses', {
      path: { account_id: checkedId('--account', 'account', account) },
      params: {
        ...(term !== undefined && { enrollment_term_id: checkedId('--term', 'term', term) }),
        ...(state.length > 0 && { state: state.flatMap(storedStates) }),
        ...(search !== undefined && { search_term: search }),
        ...(enrolled && { with_enrollments: true }),
        include: includesFor(keys),
      },
    }),
});

type State = (typeof STATES)[number];

/** The API's answers say `unpublished`, its filter only knows what is stored. */
function storedStates(state: State): Exclude<State, 'unpublished'>[] {
  return state === 'unpublished' ? ['created', 'claimed'] : [state];
}
