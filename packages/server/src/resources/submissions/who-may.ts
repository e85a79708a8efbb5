import { type CastMember, type Stage, signedIn, type WhoMay } from '../../../testing/who-may.ts';

const graders: CastMember[] = ['ta', 'teacher', 'subAdmin', 'rootAdmin'];

const inCourse = ({ course, assignment }: Stage) => `courses/${course.id}/assignments/${assignment.id}`;
/** The default section: the one in which everybody is. */
const inSection = ({ enrollment, assignment }: Stage) =>
  `sections/${enrollment.course_section_id}/assignments/${assignment.id}`;
const both = (stage: Stage) => ({ courses: inCourse(stage), sections: inSection(stage) });

const list = (place: 'courses' | 'sections') => (stage: Stage) => ({
  path: `${both(stage)[place]}/submissions`,
  may: graders,
});
const create = (place: 'courses' | 'sections') => (stage: Stage) => ({
  path: `${both(stage)[place]}/submissions`,
  params: { submission: { submission_type: 'online_text_entry', body: 'Mine' } },
  may: ['student'] as const,
});
const ofFellow =
  (place: 'courses' | 'sections', rest = '', may: readonly CastMember[] = graders, params?: object) =>
  (stage: Stage) => ({
    path: `${both(stage)[place]}/submissions/${stage.fellow.id}${rest}`,
    may,
    ...(params && { params }),
  });
const anonymous = (place: 'courses' | 'sections', params?: object) => (stage: Stage) => ({
  path: `${both(stage)[place]}/anonymous_submissions/${stage.submission.anonymous_id}`,
  may: graders,
  ...(params && { params }),
});
const grade = { submission: { posted_grade: '9' } };
const upload = { name: 'work.txt', size: 3 };

/** Whoever sees that there is such a student; what he marks is his own. */
const seeing: CastMember[] = ['student', 'ta', 'designer', 'teacher', 'subAdmin', 'rootAdmin'];

export default {
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions': create('courses'),
  'POST /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions': create('sections'),
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions': list('courses'),
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions': list('sections'),
  'GET /api/v1/courses/{course_id}/students/submissions': ({ course, fellow }) => ({
    path: `courses/${course.id}/students/submissions`,
    params: { 'student_ids[]': fellow.id },
    may: graders,
  }),
  'GET /api/v1/sections/{section_id}/students/submissions': ({ enrollment, fellow }) => ({
    path: `sections/${enrollment.course_section_id}/students/submissions`,
    params: { 'student_ids[]': fellow.id },
    may: graders,
  }),
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}': ofFellow('courses'),
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}': ofFellow('sections'),
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/self': (stage) => ({
    path: `${inCourse(stage)}/submissions/self`,
    may: ['student'],
  }),
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/anonymous_submissions/{anonymous_id}':
    anonymous('courses'),
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/anonymous_submissions/{anonymous_id}':
    anonymous('sections'),
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/files': ofFellow(
    'courses',
    '/files',
    graders,
    upload,
  ),
  'POST /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/files': ofFellow(
    'sections',
    '/files',
    graders,
    upload,
  ),
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}': ofFellow(
    'courses',
    '',
    graders,
    grade,
  ),
  'PUT /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}': ofFellow(
    'sections',
    '',
    graders,
    grade,
  ),
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/anonymous_submissions/{anonymous_id}':
    anonymous('courses', grade),
  'PUT /api/v1/sections/{section_id}/assignments/{assignment_id}/anonymous_submissions/{anonymous_id}':
    anonymous('sections', grade),
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/gradeable_students': (stage) => ({
    path: `${inCourse(stage)}/gradeable_students`,
    may: graders,
  }),
  'GET /api/v1/courses/{course_id}/assignments/gradeable_students': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignments/gradeable_students`,
    params: { 'assignment_ids[]': assignment.id },
    may: graders,
  }),
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/update_grades': (stage) => ({
    path: `${inCourse(stage)}/submissions/update_grades`,
    params: { grade_data: { [stage.fellow.id]: { posted_grade: '9' } } },
    may: graders,
  }),
  'POST /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/update_grades': (stage) => ({
    path: `${inSection(stage)}/submissions/update_grades`,
    params: { grade_data: { [stage.fellow.id]: { posted_grade: '9' } } },
    may: graders,
  }),
  'POST /api/v1/courses/{course_id}/submissions/update_grades': ({ course, assignment, fellow }) => ({
    path: `courses/${course.id}/submissions/update_grades`,
    params: { grade_data: { [assignment.id]: { [fellow.id]: { posted_grade: '9' } } } },
    may: graders,
  }),
  'POST /api/v1/sections/{section_id}/submissions/update_grades': ({ enrollment, assignment, fellow }) => ({
    path: `sections/${enrollment.course_section_id}/submissions/update_grades`,
    params: { grade_data: { [assignment.id]: { [fellow.id]: { posted_grade: '9' } } } },
    may: graders,
  }),
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/read': ofFellow(
    'courses',
    '/read',
    seeing,
  ),
  'PUT /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/read': ofFellow(
    'sections',
    '/read',
    seeing,
  ),
  'DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/read': ofFellow(
    'courses',
    '/read',
    seeing,
  ),
  'DELETE /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/read': ofFellow(
    'sections',
    '/read',
    seeing,
  ),
  'PUT /api/v1/courses/{course_id}/submissions/bulk_mark_read': ({ course, submission }) => ({
    path: `courses/${course.id}/submissions/bulk_mark_read`,
    // Others’ drop out.
    params: { submissionIds: [submission.id] },
    may: signedIn,
  }),
  'PUT /api/v1/sections/{section_id}/submissions/bulk_mark_read': ({ enrollment, submission }) => ({
    path: `sections/${enrollment.course_section_id}/submissions/bulk_mark_read`,
    params: { submissionIds: [submission.id] },
    may: signedIn,
  }),
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/read/{item}': (
    stage,
  ) => ({
    path: `${inCourse(stage)}/submissions/${stage.people.student.id}/read/grade`,
    may: ['student'],
  }),
  'PUT /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/read/{item}': (
    stage,
  ) => ({
    path: `${inSection(stage)}/submissions/${stage.people.student.id}/read/grade`,
    may: ['student'],
  }),
  'PUT /api/v1/courses/{course_id}/submissions/{user_id}/clear_unread': ({ course, fellow }) => ({
    path: `courses/${course.id}/submissions/${fellow.id}/clear_unread`,
    may: ['rootAdmin'],
  }),
  'PUT /api/v1/sections/{section_id}/submissions/{user_id}/clear_unread': ({ enrollment, fellow }) => ({
    path: `sections/${enrollment.course_section_id}/submissions/${fellow.id}/clear_unread`,
    may: ['rootAdmin'],
  }),
  ...readStates('courses'),
  ...readStates('sections'),
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submission_summary': (stage) => ({
    path: `${inCourse(stage)}/submission_summary`,
    may: graders,
  }),
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/submission_summary': (stage) => ({
    path: `${inSection(stage)}/submission_summary`,
    may: graders,
  }),
  'PUT /api/easel/v1/courses/{course_id}/assignments/{assignment_id}/post_grades': ({
    course,
    assignment,
  }) => ({
    path: `/api/easel/v1/courses/${course.id}/assignments/${assignment.id}/post_grades`,
    may: graders,
  }),
  'PUT /api/easel/v1/courses/{course_id}/assignments/{assignment_id}/hide_grades': ({
    course,
    assignment,
  }) => ({
    path: `/api/easel/v1/courses/${course.id}/assignments/${assignment.id}/hide_grades`,
    may: graders,
  }),
  'PUT /api/easel/v1/courses/{course_id}/assignments/{assignment_id}/post_policy': ({
    course,
    assignment,
  }) => ({
    path: `/api/easel/v1/courses/${course.id}/assignments/${assignment.id}/post_policy`,
    params: { post_manually: true },
    may: graders,
  }),
} satisfies WhoMay;

/** What says whether something was seen is asked of the fellow, and set by the student for himself. */
function readStates(place: 'courses' | 'sections'): WhoMay {
  const param = place === 'courses' ? 'course_id' : 'section_id';
  const table: Record<string, (stage: Stage) => { path: string; may: readonly CastMember[] }> = {};
  for (const name of ['rubric_assessments', 'rubric_comments', 'document_annotations']) {
    const id = `/api/v1/${place}/{${param}}/assignments/{assignment_id}/submissions/{user_id}/${name}/read`;
    table[`GET ${id}`] = ofFellow(place, `/${name}/read`);
    table[`PUT ${id}`] = (stage) => ({
      path: `${both(stage)[place]}/submissions/${stage.people.student.id}/${name}/read`,
      may: ['student'],
    });
  }
  return table as WhoMay;
}
