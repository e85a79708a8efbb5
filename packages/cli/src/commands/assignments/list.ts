import { UsageError } from '../../frame/failure.ts';
import { checkedId } from '../ids.ts';
import { listCommand } from '../list-command.ts';

const BUCKETS = ['past', 'overdue', 'undated', 'ungraded', 'unsubmitted', 'upcoming', 'future'] as const;
const ORDERS = ['position', 'name', 'due_at'] as const;

export default listCommand({
  noun: 'assignments',
  summary: 'What there is to do in a course',
  options: {
    course: { type: 'text', value: 'ID', summary: 'the course: 42, sis_course_id:…' },
    search: { type: 'text', value: 'TEXT', summary: 'in the name; two characters or more' },
    bucket: { type: 'text', value: 'BUCKET', choices: BUCKETS, summary: 'only these' },
    order: { type: 'text', value: 'BY', choices: ORDERS, summary: 'in this order' },
  },
  examples: [
    { line: 'easel assignments list --course sis_course_id:CHEM-101', what: 'all of a course' },
    {
      line: 'easel assignments list --course 42 --bucket ungraded -c id,name,needs_grading_count',
      what: 'what is still to be graded',
    },
  ],
  columns: [
    { key: 'id', title: 'ID' },
    { key: 'name', title: 'Name', page: '/courses/{course_id}/assignments/{id}' },
    { key: 'course_id', title: 'Course ID' },
    { key: 'assignment_group_id', title: 'Group ID' },
    { key: 'position', title: 'Position' },
    { key: 'points_possible', title: 'Points' },
    { key: 'grading_type', title: 'Grading' },
    { key: 'submission_types', title: 'Submission' },
    { key: 'due_at', title: 'Due' },
    { key: 'unlock_at', title: 'From' },
    { key: 'lock_at', title: 'Until' },
    { key: 'published', title: 'Published' },
    { key: 'needs_grading_count', title: 'To grade' },
    { key: 'sis_assignment_id', title: 'SIS ID' },
    { key: 'html_url', title: 'Page' },
  ],
  defaultColumns: [
    'id',
    'name',
    'points_possible',
    'grading_type',
    'due_at',
    'published',
    'needs_grading_count',
  ],
  facets: ['grading_type', 'published'],
  list(canvas, { course, search, bucket, order }) {
    if (course === undefined) throw new UsageError('--course is missing');
    return canvas.list('GET /api/v1/courses/{course_id}/assignments', {
      path: { course_id: checkedId('--course', 'course', course) },
      params: {
        ...(search !== undefined && { search_term: search }),
        ...(bucket !== undefined && { bucket }),
        ...(order !== undefined && { order_by: order }),
      },
    });
  },
});
