import { UsageError } from '../../frame/failure.ts';
import { checkedId } from '../ids.ts';
import { listCommand } from '../list-command.ts';

export default listCommand({
  noun: 'rubrics',
  summary: 'The rubrics of a course or an account',
  details: 'Give one of --course and --account.',
  options: {
    course: { type: 'text', value: 'ID', summary: 'of this course' },
    account: { type: 'text', short: 'a', value: 'ID', summary: 'of this account, not of those below it' },
  },
  examples: [
    { line: 'easel rubrics list --course sis_course_id:CHEM-101', what: 'what can be attached there' },
    { line: 'easel rubrics list --course 42 --json', what: 'with their criteria, for a program' },
  ],
  columns: [
    { key: 'id', title: 'ID' },
    { key: 'title', title: 'Title' },
    { key: 'points_possible', title: 'Points' },
    { key: 'read_only', title: 'Used more than once' },
    { key: 'free_form_criterion_comments', title: 'Free comments' },
    { key: 'hide_score_total', title: 'Total hidden' },
    { key: 'reusable', title: 'Reusable' },
    { key: 'context_type', title: 'Of' },
    { key: 'context_id', title: 'Of ID' },
    { key: 'data', title: 'Criteria' },
  ],
  defaultColumns: ['id', 'title', 'points_possible', 'read_only'],
  facets: ['read_only'],
  list(canvas, { course, account }) {
    if ((course === undefined) === (account === undefined)) {
      throw new UsageError('Give one of --course and --account');
    }
    if (course !== undefined) {
      const path = { course_id: checkedId('--course', 'course', course) };
      return canvas.list('GET /api/v1/courses/{course_id}/rubrics', { path });
    }
    const path = { account_id: checkedId('--account', 'account', account ?? '') };
    return canvas.list('GET /api/v1/accounts/{account_id}/rubrics', { path });
  },
});
