import { admins, type Stage, staff, type WhoMay } from '../../../testing/who-may.ts';

const may = [...staff, ...admins];
const tie = ({ rubric, assignment }: Stage) => ({
  rubric_association: {
    rubric_id: rubric.id,
    association_type: 'Assignment',
    association_id: assignment.id,
    purpose: 'grading',
  },
});

export default {
  'POST /api/v1/courses/{course_id}/rubric_associations': (stage) => ({
    path: `courses/${stage.course.id}/rubric_associations`,
    params: tie(stage),
    may,
  }),
  'PUT /api/v1/courses/{course_id}/rubric_associations/{id}': ({ course, rubricAssociation }) => ({
    path: `courses/${course.id}/rubric_associations/${rubricAssociation.id}`,
    params: { rubric_association: { hide_points: true } },
    may,
  }),
  'DELETE /api/v1/courses/{course_id}/rubric_associations/{id}': ({ course, rubricAssociation }) => ({
    path: `courses/${course.id}/rubric_associations/${rubricAssociation.id}`,
    may,
  }),
} satisfies WhoMay;
