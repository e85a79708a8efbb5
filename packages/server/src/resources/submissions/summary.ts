import { sql } from 'kysely';
import { assignedStudents } from '../../domain/assigned-students.ts';
import { courseAccess } from '../../domain/course-access.ts';
import { isGradedAsGroup, representatives } from '../../domain/submission-groups.ts';
import { needsGradingCondition } from '../../domain/submission-state.ts';
import { studentEnrollments } from '../../domain/submission-students.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { Count, Shape } from '../../http/schema.ts';
import { gradebooks, gradedAssignment } from './load.ts';

const Summary = Shape({ graded: Count, ungraded: Count, not_submitted: Count });

export default inContexts(
  gradebooks,
  'GET /api/v1/{context}/assignments/{assignment_id}/submission_summary',
  {
    summary: 'How much of an assignment is graded, waits to be, and wasn’t handed in',
    load: { assignment: gradedAssignment('assignment_id') },
    requires: { context: ['manage_grades', 'view_all_grades'] },
    returns: Summary,
    async handle({ ctx, context: { course }, assignment, params: { grouped, include_deactivated } }) {
      const access = await courseAccess(ctx, course);
      const byGroup = grouped === true && isGradedAsGroup(assignment);
      // A section's address counts the course, as in Canvas.
      const gradeable = studentEnrollments(access, {
        courseId: course.id,
        sectionId: null,
        scope: 'gradeable',
      });
      const states = include_deactivated ? ['active', 'inactive'] : ['active'];
      const assigned = assignedStudents({ courseId: course.id, assignmentIds: [assignment.id] });
      const students = byGroup
        ? representatives(assignment, gradeable)
        : sql`(select enrollments.user_id from enrollments where ${gradeable}
          and enrollments.type <> 'StudentViewEnrollment' and enrollments.workflow_state = any(${states})
          ${include_deactivated ? sql`` : sql`and enrollments.user_id in (select user_id from ${assigned} as assigned)`})`;
      const { rows } = await sql<{ graded: number; ungraded: number; students: number }>`
      select count(*) filter (where submissions.score is not null and submissions.workflow_state = 'graded'
          or submissions.excused) as graded,
        count(*) filter (where ${needsGradingCondition} and exists (select 1 from enrollments
          where enrollments.user_id = submissions.user_id and enrollments.course_id = submissions.course_id
            and enrollments.type = 'StudentEnrollment'
            and enrollments.workflow_state = 'active')) as ungraded,
        count(distinct student.user_id) as students
      from ${students} as student
      left join submissions on submissions.user_id = student.user_id
        and submissions.assignment_id = ${assignment.id} and submissions.workflow_state <> 'deleted'`.execute(
        ctx.db,
      );
      const [counted] = rows;
      const { graded = 0, ungraded = 0 } = counted ?? {};
      const total = byGroup ? await groupsOf(ctx, assignment.group_category_id) : (counted?.students ?? 0);
      return { graded, ungraded, not_submitted: total - graded - ungraded };
    },
  },
);

async function groupsOf(ctx: Parameters<typeof courseAccess>[0], categoryId: number | null): Promise<number> {
  const { groups } = await ctx.db
    .selectFrom('groups')
    .select(sql<number>`count(*)`.as('groups'))
    .where('group_category_id', '=', categoryId)
    .where('workflow_state', '=', 'available')
    .executeTakeFirstOrThrow();
  return groups;
}
