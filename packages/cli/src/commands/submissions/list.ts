import type { CanvasList } from '@easel/client';
import { UsageError } from '../../frame/failure.ts';
import { checkedId } from '../ids.ts';
import { listCommand } from '../list-command.ts';

const STATES = ['submitted', 'unsubmitted', 'graded', 'pending_review'] as const;

export default listCommand({
  noun: 'submissions',
  summary: 'What students of a course have handed in, and how it was graded',
  details: 'Without --student it is that of all students, without --assignment that on all assignments.',
  options: {
    course: { type: 'text', value: 'ID', summary: 'the course: 42, sis_course_id:…' },
    assignment: { type: 'text', value: 'ID', multiple: true, summary: 'only on these' },
    student: { type: 'text', value: 'ID', multiple: true, summary: 'only of these (self: your own)' },
    state: { type: 'text', short: 's', value: 'STATE', choices: STATES, summary: 'only in this state' },
    'submitted-since': {
      type: 'text',
      value: 'TIME',
      summary: 'only what was handed in after, e.g. 2026-11-01',
    },
    'graded-since': { type: 'text', value: 'TIME', summary: 'only what was graded after' },
  },
  examples: [
    { line: 'easel submissions list --course 42 --assignment 7', what: 'everybody on one assignment' },
    {
      line: 'easel submissions list --course 42 --state submitted -c user.sortable_name,assignment_id,submitted_at,late',
      what: 'what waits to be graded',
    },
    {
      line: 'easel submissions list --course 42 --graded-since 2026-11-16 -o week.xlsx',
      what: 'graded this week',
    },
  ],
  columns: [
    { key: 'id', title: 'ID' },
    { key: 'user.sortable_name', title: 'Student' },
    { key: 'user_id', title: 'Student ID' },
    { key: 'assignment_id', title: 'Assignment ID' },
    { key: 'assignment.name', title: 'Assignment' },
    { key: 'workflow_state', title: 'State' },
    { key: 'submitted_at', title: 'Handed in' },
    { key: 'attempt', title: 'Attempt' },
    { key: 'score', title: 'Score' },
    { key: 'grade', title: 'Grade' },
    { key: 'excused', title: 'Excused' },
    { key: 'late', title: 'Late' },
    { key: 'missing', title: 'Missing' },
    { key: 'graded_at', title: 'Graded' },
    { key: 'posted_at', title: 'Posted' },
    { key: 'grader_id', title: 'Grader ID' },
    { key: 'points_deducted', title: 'Deducted' },
  ],
  defaultColumns: [
    'user.sortable_name',
    'user_id',
    'assignment.name',
    'assignment_id',
    'workflow_state',
    'submitted_at',
    'score',
    'grade',
  ],
  facets: ['workflow_state', 'late'],
  list(canvas, options, keys) {
    const { course, assignment, student, state } = options;
    if (course === undefined) throw new UsageError('--course is missing');
    const wanted = new Set((keys ?? ['user', 'assignment']).map((key) => key.split('.')[0]));
    const include = ['user', 'assignment'].filter((name) => wanted.has(name));
    // What Canvas documents of it is a list or a list of lists.
    return canvas.list('GET /api/v1/courses/{course_id}/students/submissions', {
      path: { course_id: checkedId('--course', 'course', course) },
      params: {
        student_ids: student.length > 0 ? student.map((id) => checkedId('--student', 'user', id)) : ['all'],
        ...(assignment.length > 0 && { assignment_ids: [...assignment] }),
        ...(state !== undefined && { workflow_state: state }),
        ...(options['submitted-since'] !== undefined && { submitted_since: options['submitted-since'] }),
        ...(options['graded-since'] !== undefined && { graded_since: options['graded-since'] }),
        ...(include.length > 0 && { include }),
      },
    }) as CanvasList<unknown>;
  },
});
