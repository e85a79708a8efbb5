import { admins, type CastMember, type Stage, staff, type WhoMay } from '../../../testing/who-may.ts';

const graders: CastMember[] = ['ta', 'teacher', ...admins];
const pathOf = ({ course, rubricAssociation }: Stage) =>
  `courses/${course.id}/rubric_associations/${rubricAssociation.id}/rubric_assessments`;
const assessment = ({ fellow }: Stage) => ({
  rubric_assessment: { user_id: fellow.id, assessment_type: 'grading', criterion_crit: { points: 5 } },
});

export default {
  'POST /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments': (
    stage,
  ) => ({ path: pathOf(stage), params: assessment(stage), may: graders }),
  'PUT /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments/{id}': (
    stage,
  ) => ({
    path: `${pathOf(stage)}/${stage.rubricAssessment.id}`,
    params: assessment(stage),
    may: graders,
  }),
  'DELETE /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments/{id}': (
    stage,
  ) => ({ path: `${pathOf(stage)}/${stage.rubricAssessment.id}`, may: [...staff, ...admins] }),
} satisfies WhoMay;
