/**
 * What Easel is measured against: node:http and `pg`, the query of the account course list with a named statement, its
 * columns as they come, no permissions, no parameters beyond the two it needs.
 */
import { createServer } from 'node:http';
import pg from 'pg';

const [url = '', port = '0'] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });

// The columns of a course that its JSON shows.
const columns = `id, name, account_id, uuid, start_at, grading_standard_id, is_public, created_at, course_code,
  default_view, root_account_id, enrollment_term_id, license, grade_passback_setting, open_enrollment, self_enrollment,
  conclude_at, allow_student_assignment_edits, allow_wiki_comments, allow_student_forum_attachments, public_syllabus,
  public_syllabus_to_auth, storage_quota_mb, is_public_to_auth_users, homeroom_course, course_color, friendly_name,
  apply_assignment_group_weights, locale, syllabus_body, time_zone, image_url, banner_image_url, blueprint, template,
  sis_course_id, sis_import_id, integration_id, public_description, hide_final_grades, workflow_state, course_format,
  restrict_enrollments_to_course_dates, lti_context_id`;

const server = createServer(async (request, response) => {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const { rows } = await pool.query({
    name: 'courses',
    text: `select ${columns} from courses
      where root_account_id = 1 and workflow_state <> 'deleted' and enrollment_term_id = $1 and id > $2
      order by id limit 101`,
    values: [query.get('term'), query.get('after')],
  });
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(rows.slice(0, 100)));
});
server.listen(Number(port), '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${(server.address() as { port: number }).port}`);
});
