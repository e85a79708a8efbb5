import { UsageError } from '../../frame/failure.ts';
import { checkedId } from '../ids.ts';
import { listCommand } from '../list-command.ts';

const TYPES = [
  'StudentEnrollment',
  'TeacherEnrollment',
  'TaEnrollment',
  'DesignerEnrollment',
  'ObserverEnrollment',
] as const;

const STATES = [
  'active',
  'invited',
  'creation_pending',
  'deleted',
  'rejected',
  'completed',
  'inactive',
  'current_and_invited',
  'current_and_future',
  'current_and_concluded',
] as const;

export default listCommand({
  noun: 'enrollments',
  summary: 'Who is enrolled in a course or a section, or in what somebody is enrolled',
  details: 'Give one of --course, --section and --user.',
  options: {
    course: { type: 'text', value: 'ID', summary: 'of this course' },
    section: { type: 'text', value: 'ID', summary: 'of this section' },
    user: { type: 'text', value: 'ID', summary: 'of this user (self: you)' },
    type: { type: 'text', value: 'TYPE', choices: TYPES, multiple: true, summary: 'only these' },
    state: {
      type: 'text',
      short: 's',
      value: 'STATE',
      choices: STATES,
      multiple: true,
      summary: 'only these (otherwise the active and the invited)',
    },
  },
  examples: [
    { line: 'easel enrollments list --course sis_course_id:CHEM-101', what: 'everybody in a course' },
    { line: 'easel enrollments list --user self --json', what: 'your own' },
    {
      line: 'easel enrollments list --course 42 --type StudentEnrollment -o class.xlsx',
      what: 'a class list for Excel',
    },
  ],
  columns: [
    { key: 'id', title: 'ID' },
    { key: 'user.sortable_name', title: 'Name' },
    { key: 'user.name', title: 'Full name' },
    { key: 'user.login_id', title: 'Login' },
    { key: 'user_id', title: 'User ID' },
    { key: 'sis_user_id', title: 'SIS user ID' },
    { key: 'course_id', title: 'Course ID' },
    { key: 'sis_course_id', title: 'SIS course ID' },
    { key: 'course_section_id', title: 'Section ID' },
    { key: 'sis_section_id', title: 'SIS section ID' },
    { key: 'type', title: 'Type' },
    { key: 'role', title: 'Role' },
    { key: 'enrollment_state', title: 'State' },
    { key: 'last_activity_at', title: 'Last activity' },
    { key: 'created_at', title: 'Created' },
    { key: 'grades.current_score', title: 'Current score' },
    { key: 'grades.final_score', title: 'Final score' },
  ],
  defaultColumns: [
    'id',
    'user.sortable_name',
    'user_id',
    'sis_user_id',
    'course_id',
    'course_section_id',
    'role',
    'enrollment_state',
  ],
  facets: ['role', 'enrollment_state'],
  list(canvas, { course, section, user, type, state }) {
    if ([course, section, user].filter((id) => id !== undefined).length !== 1) {
      throw new UsageError('Give one of --course, --section and --user');
    }
    const params = {
      ...(type.length > 0 && { type: [...type] }),
      ...(state.length > 0 && { state: [...state] }),
    };
    if (course !== undefined) {
      const path = { course_id: checkedId('--course', 'course', course) };
      return canvas.list('GET /api/v1/courses/{course_id}/enrollments', { path, params });
    }
    if (section !== undefined) {
      const path = { section_id: checkedId('--section', 'section', section) };
      return canvas.list('GET /api/v1/sections/{section_id}/enrollments', { path, params });
    }
    const path = { user_id: checkedId('--user', 'user', user ?? '') };
    return canvas.list('GET /api/v1/users/{user_id}/enrollments', { path, params });
  },
});
