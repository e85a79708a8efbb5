import { checkedId } from '../ids.ts';
import { listCommand } from '../list-command.ts';

const TYPES = ['teacher', 'student', 'ta', 'observer', 'designer'] as const;

export default listCommand({
  noun: 'users',
  summary: 'The people of an account or of a course',
  options: {
    account: {
      type: 'text',
      short: 'a',
      value: 'ID',
      default: 'self',
      summary: 'the account, with all below it',
    },
    course: { type: 'text', value: 'ID', summary: 'of this course instead' },
    type: {
      type: 'text',
      value: 'TYPE',
      choices: TYPES,
      summary: 'only those who are enrolled somewhere (or in the course) as this',
    },
    search: { type: 'text', value: 'TEXT', summary: 'name, login, e-mail, SIS id; two characters or more' },
  },
  examples: [
    { line: 'easel users list --search garcia', what: 'find somebody' },
    { line: 'easel users list --type teacher -o teachers.xlsx', what: 'everybody who teaches' },
    {
      line: 'easel users list --course sis_course_id:CHEM-101 --type student',
      what: 'the students of a course',
    },
  ],
  columns: [
    { key: 'id', title: 'ID' },
    { key: 'name', title: 'Name', page: '/users/{id}' },
    { key: 'sortable_name', title: 'Sortable name' },
    { key: 'short_name', title: 'Short name' },
    { key: 'login_id', title: 'Login' },
    { key: 'email', title: 'E-mail' },
    { key: 'sis_user_id', title: 'SIS ID' },
    { key: 'integration_id', title: 'Integration ID' },
    { key: 'last_login', title: 'Last login' },
    { key: 'time_zone', title: 'Time zone' },
    { key: 'created_at', title: 'Created' },
  ],
  defaultColumns: ['id', 'sortable_name', 'login_id', 'email', 'sis_user_id'],
  facets: [],
  list(canvas, { account, course, type, search }, keys) {
    const searched = search === undefined ? {} : { search_term: search };
    if (course !== undefined) {
      return canvas.list('GET /api/v1/courses/{course_id}/users', {
        path: { course_id: checkedId('--course', 'course', course) },
        params: {
          ...searched,
          ...(type !== undefined && { enrollment_type: [type] }),
          ...(wants(keys, 'email') && { include: ['email'] }),
        },
      });
    }
    const include = (['email', 'last_login', 'time_zone'] as const).filter((field) => wants(keys, field));
    return canvas.list('GET /api/v1/accounts/{account_id}/users', {
      path: { account_id: checkedId('--account', 'account', account) },
      params: { ...searched, ...(type !== undefined && { enrollment_type: type }), include },
    });
  },
});

const wants = (keys: readonly string[] | undefined, field: string) =>
  keys === undefined || keys.includes(field);
