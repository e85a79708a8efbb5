import { admins, members, type WhoMay } from '../../../testing/who-may.ts';

const editors = ['ta', 'designer', 'teacher', ...admins] as const;

export default {
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/overrides`,
    may: [...members, ...admins],
  }),
  // It is for the section that everybody is in.
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}': ({
    course,
    assignment,
    override,
  }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/overrides/${override.id}`,
    may: [...members, ...admins],
  }),
  // The assignment is none of groups.
  'GET /api/v1/groups/{group_id}/assignments/{assignment_id}/override': ({ group, assignment }) => ({
    path: `groups/${group.id}/assignments/${assignment.id}/override`,
    may: [],
  }),
  'GET /api/v1/sections/{course_section_id}/assignments/{assignment_id}/override': ({
    override,
    assignment,
  }) => ({
    path: `sections/${override.set_id}/assignments/${assignment.id}/override`,
    may: ['student', ...editors],
  }),
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides': ({
    course,
    assignment,
    fellow,
  }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/overrides`,
    params: { assignment_override: { student_ids: [fellow.id] } },
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}': ({
    course,
    assignment,
    override,
  }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/overrides/${override.id}`,
    params: { assignment_override: {} },
    may: editors,
  }),
  'DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}': ({
    course,
    assignment,
    override,
  }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/overrides/${override.id}`,
    may: editors,
  }),
  'GET /api/v1/courses/{course_id}/assignments/overrides': ({ course, assignment, override }) => ({
    path: `courses/${course.id}/assignments/overrides`,
    params: {
      'assignment_overrides[][id]': override.id,
      'assignment_overrides[][assignment_id]': assignment.id,
    },
    may: [...members, ...admins],
  }),
  'POST /api/v1/courses/{course_id}/assignments/overrides': ({ course, assignment, fellow }) => ({
    path: `courses/${course.id}/assignments/overrides`,
    params: { assignment_overrides: [{ assignment_id: assignment.id, student_ids: [fellow.id] }] },
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/assignments/overrides': ({ course, assignment, override }) => ({
    path: `courses/${course.id}/assignments/overrides`,
    params: { assignment_overrides: [{ assignment_id: assignment.id, id: override.id }] },
    may: editors,
  }),
} satisfies WhoMay;
