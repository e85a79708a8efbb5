import { admins, signedIn, type WhoMay } from '../../../testing/who-may.ts';

const graders = ['ta', 'teacher', ...admins] as const;

export default {
  // Whoever doesn't grade sees the reviews of his own work, of which there are none.
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/peer_reviews': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/peer_reviews`,
    may: signedIn,
  }),
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/peer_reviews': ({
    section,
    assignment,
  }) => ({
    path: `sections/${section.id}/assignments/${assignment.id}/peer_reviews`,
    may: signedIn,
  }),
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews': ({
    course,
    assignment,
    submission,
  }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/submissions/${submission.id}/peer_reviews`,
    may: signedIn,
  }),
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews': ({
    section,
    assignment,
    submission,
  }) => ({
    path: `sections/${section.id}/assignments/${assignment.id}/submissions/${submission.id}/peer_reviews`,
    may: signedIn,
  }),
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews': ({
    course,
    assignment,
    submission,
    people,
  }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/submissions/${submission.id}/peer_reviews`,
    params: { user_id: people.student.id },
    may: graders,
  }),
  'POST /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews':
    ({ section, assignment, submission, people }) => ({
      path: `sections/${section.id}/assignments/${assignment.id}/submissions/${submission.id}/peer_reviews`,
      params: { user_id: people.student.id },
      may: graders,
    }),
  'DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews':
    ({ course, assignment, submission, people }) => ({
      path: `courses/${course.id}/assignments/${assignment.id}/submissions/${submission.id}/peer_reviews`,
      params: { user_id: people.student.id },
      may: graders,
    }),
  'DELETE /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews':
    ({ section, assignment, submission, people }) => ({
      path: `sections/${section.id}/assignments/${assignment.id}/submissions/${submission.id}/peer_reviews`,
      params: { user_id: people.student.id },
      may: graders,
    }),
  // The institution hasn't turned it on.
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/allocate': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/allocate`,
    may: [],
  }),
} satisfies WhoMay;
