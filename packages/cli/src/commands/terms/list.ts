import { checkedId } from '../ids.ts';
import { listCommand } from '../list-command.ts';

export default listCommand({
  noun: 'terms',
  summary: 'The terms of a root account',
  options: {
    account: { type: 'text', short: 'a', value: 'ID', default: 'self', summary: 'the root account' },
    state: {
      type: 'text',
      short: 's',
      value: 'STATE',
      choices: ['active', 'deleted', 'all'],
      multiple: true,
      summary: 'only these (otherwise the active ones)',
    },
    search: { type: 'text', value: 'TEXT', summary: 'in the name' },
  },
  examples: [
    { line: 'easel terms list', what: 'which id a term has' },
    { line: 'easel terms list --json', what: 'with all that Canvas sends' },
  ],
  columns: [
    { key: 'id', title: 'ID' },
    { key: 'name', title: 'Name' },
    { key: 'sis_term_id', title: 'SIS ID' },
    { key: 'workflow_state', title: 'State' },
    { key: 'start_at', title: 'Start' },
    { key: 'end_at', title: 'End' },
    { key: 'created_at', title: 'Created' },
    { key: 'grading_period_group_id', title: 'Grading periods' },
  ],
  defaultColumns: ['id', 'name', 'sis_term_id', 'workflow_state', 'start_at', 'end_at'],
  facets: ['workflow_state'],
  list: (canvas, { account, state, search }) =>
    canvas.list('GET /api/v1/accounts/{account_id}/terms', {
      path: { account_id: checkedId('--account', 'account', account) },
      params: {
        ...(state.length > 0 && { workflow_state: [...state] }),
        ...(search !== undefined && { term_name: search }),
      },
    }),
});
