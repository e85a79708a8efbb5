import {
  admins,
  type CastMember,
  members,
  type Stage,
  signedIn,
  type WhoMay,
} from '../../../testing/who-may.ts';

/** Enrollments and logins make people of an account of those in it; of the college only through their course. */
const ofCollege: CastMember[] = [...members, ...admins];
const managers: CastMember[] = ['designer', 'teacher', ...admins];
const nobody: CastMember[] = [];

const inCourse = ({ course, outcomeGroup }: Stage) =>
  `courses/${course.id}/outcome_groups/${outcomeGroup.id}`;
const inCollege = ({ college, collegeOutcomeGroup }: Stage) =>
  `accounts/${college.id}/outcome_groups/${collegeOutcomeGroup.id}`;
const everywhere = ({ globalOutcomeGroup }: Stage) => `global/outcome_groups/${globalOutcomeGroup.id}`;

export default {
  'GET /api/v1/accounts/{account_id}/root_outcome_group': ({ college }) => ({
    path: `accounts/${college.id}/root_outcome_group`,
    may: ofCollege,
  }),
  'GET /api/v1/courses/{course_id}/root_outcome_group': ({ course }) => ({
    path: `courses/${course.id}/root_outcome_group`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/global/root_outcome_group': () => ({ path: 'global/root_outcome_group', may: signedIn }),
  'GET /api/v1/accounts/{account_id}/outcome_groups': ({ college }) => ({
    path: `accounts/${college.id}/outcome_groups`,
    may: ofCollege,
  }),
  'GET /api/v1/courses/{course_id}/outcome_groups': ({ course }) => ({
    path: `courses/${course.id}/outcome_groups`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/accounts/{account_id}/outcome_group_links': ({ college }) => ({
    path: `accounts/${college.id}/outcome_group_links`,
    may: ofCollege,
  }),
  'GET /api/v1/courses/{course_id}/outcome_group_links': ({ course }) => ({
    path: `courses/${course.id}/outcome_group_links`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/accounts/{account_id}/outcome_groups/{id}': (stage) => ({
    path: inCollege(stage),
    may: ofCollege,
  }),
  'GET /api/v1/courses/{course_id}/outcome_groups/{id}': (stage) => ({
    path: inCourse(stage),
    may: [...members, ...admins],
  }),
  'GET /api/v1/global/outcome_groups/{id}': (stage) => ({ path: everywhere(stage), may: signedIn }),
  'PUT /api/v1/accounts/{account_id}/outcome_groups/{id}': (stage) => ({
    path: inCollege(stage),
    params: { title: 'x' },
    may: admins,
  }),
  'PUT /api/v1/courses/{course_id}/outcome_groups/{id}': (stage) => ({
    path: inCourse(stage),
    params: { title: 'x' },
    may: managers,
  }),
  'PUT /api/v1/global/outcome_groups/{id}': (stage) => ({ path: everywhere(stage), may: nobody }),
  'DELETE /api/v1/accounts/{account_id}/outcome_groups/{id}': (stage) => ({
    path: inCollege(stage),
    may: admins,
  }),
  'DELETE /api/v1/courses/{course_id}/outcome_groups/{id}': (stage) => ({
    path: inCourse(stage),
    may: managers,
  }),
  'DELETE /api/v1/global/outcome_groups/{id}': (stage) => ({ path: everywhere(stage), may: nobody }),
  'GET /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes': (stage) => ({
    path: `${inCollege(stage)}/outcomes`,
    may: ofCollege,
  }),
  'GET /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes': (stage) => ({
    path: `${inCourse(stage)}/outcomes`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/global/outcome_groups/{id}/outcomes': (stage) => ({
    path: `${everywhere(stage)}/outcomes`,
    may: signedIn,
  }),
  'PUT /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes/{outcome_id}': (stage) => ({
    path: `${inCollege(stage)}/outcomes/${stage.collegeOutcome.id}`,
    may: admins,
  }),
  'PUT /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes/{outcome_id}': (stage) => ({
    path: `${inCourse(stage)}/outcomes/${stage.collegeOutcome.id}`,
    may: managers,
  }),
  'PUT /api/v1/global/outcome_groups/{id}/outcomes/{outcome_id}': (stage) => ({
    path: `${everywhere(stage)}/outcomes/${stage.outcome.id}`,
    may: nobody,
  }),
  'POST /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes': (stage) => ({
    path: `${inCollege(stage)}/outcomes`,
    params: { title: 'x' },
    may: admins,
  }),
  'POST /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes': (stage) => ({
    path: `${inCourse(stage)}/outcomes`,
    params: { title: 'x' },
    may: managers,
  }),
  'POST /api/v1/global/outcome_groups/{id}/outcomes': (stage) => ({
    path: `${everywhere(stage)}/outcomes`,
    params: { title: 'x' },
    may: nobody,
  }),
  'DELETE /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes/{outcome_id}': (stage) => ({
    path: `${inCollege(stage)}/outcomes/${stage.collegeOutcome.id}`,
    may: admins,
  }),
  'DELETE /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes/{outcome_id}': (stage) => ({
    path: `${inCourse(stage)}/outcomes/${stage.outcome.id}`,
    may: managers,
  }),
  'DELETE /api/v1/global/outcome_groups/{id}/outcomes/{outcome_id}': (stage) => ({
    path: `${everywhere(stage)}/outcomes/${stage.outcome.id}`,
    may: nobody,
  }),
  'GET /api/v1/accounts/{account_id}/outcome_groups/{id}/subgroups': (stage) => ({
    path: `${inCollege(stage)}/subgroups`,
    may: ofCollege,
  }),
  'GET /api/v1/courses/{course_id}/outcome_groups/{id}/subgroups': (stage) => ({
    path: `${inCourse(stage)}/subgroups`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/global/outcome_groups/{id}/subgroups': (stage) => ({
    path: `${everywhere(stage)}/subgroups`,
    may: signedIn,
  }),
  'POST /api/v1/accounts/{account_id}/outcome_groups/{id}/subgroups': (stage) => ({
    path: `${inCollege(stage)}/subgroups`,
    params: { title: 'x' },
    may: admins,
  }),
  'POST /api/v1/courses/{course_id}/outcome_groups/{id}/subgroups': (stage) => ({
    path: `${inCourse(stage)}/subgroups`,
    params: { title: 'x' },
    may: managers,
  }),
  'POST /api/v1/global/outcome_groups/{id}/subgroups': (stage) => ({
    path: `${everywhere(stage)}/subgroups`,
    params: { title: 'x' },
    may: nobody,
  }),
  'POST /api/v1/accounts/{account_id}/outcome_groups/{id}/import': (stage) => ({
    path: `${inCollege(stage)}/import`,
    params: { source_outcome_group_id: stage.collegeOutcomeGroup.id },
    may: admins,
  }),
  'POST /api/v1/courses/{course_id}/outcome_groups/{id}/import': (stage) => ({
    path: `${inCourse(stage)}/import`,
    params: { source_outcome_group_id: stage.collegeOutcomeGroup.id },
    may: managers,
  }),
  'POST /api/v1/global/outcome_groups/{id}/import': (stage) => ({
    path: `${everywhere(stage)}/import`,
    params: { source_outcome_group_id: stage.outcomeGroup.id },
    may: nobody,
  }),
} satisfies WhoMay;
