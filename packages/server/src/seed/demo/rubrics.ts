/**
 * Rubrics: one for discussions and one for homework in each of the courses that talk, listed there; the homework that is
 * graded is assessed with its rubric, the newest graded discussion alone goes by the other. The rest of the discussions
 * wait for somebody to attach it.
 */
import { anyOf } from '../../db/any-of.ts';
import type { Db } from '../../db/database.ts';
import type { RubricCriterion, RubricMark } from '../../db/json-columns.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { FOUNDED } from './calendar.ts';

type Rubric = NewRow<'rubrics'>;
type Association = NewRow<'rubric_associations'>;

interface Plan {
  title: string;
  criteria: readonly [
    id: string,
    description: string,
    ratings: readonly [description: string, points: number][],
  ][];
}

const DISCUSSION: Plan = {
  title: 'Discussion rubric',
  criteria: [
    [
      'depth',
      'Depth',
      [
        ['Adds something new', 5],
        ['Repeats what was said', 3],
        ['Off the topic', 0],
      ],
    ],
    [
      'evidence',
      'Evidence',
      [
        ['Names its sources', 3],
        ['Claims only', 1],
        ['None', 0],
      ],
    ],
    [
      'others',
      'Answers to others',
      [
        ['Two or more', 2],
        ['One', 1],
        ['None', 0],
      ],
    ],
  ],
};

const HOMEWORK: Plan = {
  title: 'Homework rubric',
  criteria: [
    [
      'right',
      'Correctness',
      [
        ['All right', 6],
        ['Mostly right', 4],
        ['Begun', 2],
        ['Nothing', 0],
      ],
    ],
    [
      'clear',
      'Clarity',
      [
        ['Easy to follow', 4],
        ['With some effort', 2],
        ['Not at all', 0],
      ],
    ],
  ],
};

/** The institution's own, for courses to use. */
const PAPER: Plan = {
  title: 'Paper rubric',
  criteria: [
    [
      'thesis',
      'Thesis',
      [
        ['Clear and worth arguing', 4],
        ['Clear', 2],
        ['Hard to find', 0],
      ],
    ],
    [
      'argument',
      'Argument',
      [
        ['Follows at every step', 4],
        ['With gaps', 2],
        ['Claims only', 0],
      ],
    ],
    [
      'sources',
      'Sources',
      [
        ['Cited as they should be', 2],
        ['Cited', 1],
        ['None', 0],
      ],
    ],
  ],
};

export async function insertRubrics(db: Db): Promise<void> {
  const graded = await gradedWork(db);
  const courses = [...new Set(graded.map(({ course_id }) => course_id))];
  const rubrics: Rubric[] = [];
  const associations: Association[] = [];
  const assessed: { association: Association; assignmentId: number }[] = [];
  for (const courseId of courses) {
    const own = graded.filter(({ course_id }) => course_id === courseId);
    const newest = own.filter(({ types }) => types.includes('discussion_topic')).at(-1);
    const homework = own.filter(({ types }) => !types.includes('discussion_topic'));
    const since = own[0]?.created_at ?? '';
    const add = (plan: Plan, tied: readonly (typeof own)[number][], use_for_grading: boolean) => {
      const rubric = rubricOf(plan, rubrics.length + 1, courseId, since, tied.length);
      rubrics.push(rubric);
      const tie = (values: Partial<Association>) => {
        const association = { ...associationOf(rubric, associations.length + 1), ...values } as Association;
        associations.push(association);
        return association;
      };
      tie({ association_type: 'Course', association_id: courseId, purpose: 'bookmark' });
      for (const { id, name } of tied) {
        const association = tie({
          association_type: 'Assignment',
          association_id: id,
          purpose: 'grading',
          title: name,
          use_for_grading,
        });
        if (use_for_grading) assessed.push({ association, assignmentId: id });
      }
    };
    add(DISCUSSION, newest ? [newest] : [], false);
    add(HOMEWORK, homework, true);
  }
  const paper = {
    ...rubricOf(PAPER, rubrics.length + 1, 1, FOUNDED, 0),
    context_type: 'Account',
  } as const;
  rubrics.push(paper);
  associations.push({
    ...associationOf(paper, associations.length + 1),
    context_type: 'Account',
    association_type: 'Account',
    association_id: 1,
    purpose: 'bookmark',
  } as Association);
  await insertRows(db, 'rubrics', rubrics);
  await insertRows(db, 'rubric_associations', associations);
  await insertAssessments(db, rubrics, assessed);
}

/** Discussions for points and the first homework, of the courses that have graded discussions. */
async function gradedWork(db: Db) {
  const talking = db
    .selectFrom('discussion_topics')
    .innerJoin('assignments', 'assignments.id', 'discussion_topics.assignment_id')
    .select('assignments.course_id');
  const rows = await db
    .selectFrom('assignments')
    .select(['id', 'course_id', 'name', 'submission_types as types', 'points_possible', 'created_at'])
    .where('course_id', 'in', talking)
    .where('workflow_state', '<>', 'deleted')
    .orderBy('course_id')
    .orderBy('id')
    .execute();
  return rows.filter(
    ({ types, name, points_possible }) =>
      types.includes('discussion_topic') || (/ 1$/.test(name) && points_possible === 10),
  );
}

const criteriaOf = ({ criteria }: Plan): RubricCriterion[] =>
  criteria.map(([id, description, ratings]) => ({
    description,
    long_description: '',
    points: ratings[0]?.[1] ?? 0,
    id,
    criterion_use_range: id === 'right',
    ratings: ratings.map(([title, points], at) => ({
      description: title,
      long_description: '',
      points,
      criterion_id: id,
      id: `${id}_${at}`,
    })),
  }));

const rubricOf = (plan: Plan, id: number, courseId: number, at: string, count: number): Rubric => ({
  id,
  user_id: 1,
  context_type: 'Course',
  context_id: courseId,
  data: criteriaOf(plan),
  points_possible: 10,
  title: plan.title,
  free_form_criterion_comments: false,
  hide_score_total: false,
  association_count: count,
  read_only: count > 1,
  created_at: at,
  updated_at: at,
});

const associationOf = ({ id, context_id, title, created_at }: Rubric, number: number) => ({
  id: number,
  rubric_id: id,
  title,
  use_for_grading: false,
  context_type: 'Course',
  context_id,
  hide_score_total: false,
  created_at,
  updated_at: created_at,
});

/** What graders gave is divided among the criteria. */
async function insertAssessments(
  db: Db,
  rubrics: readonly Rubric[],
  assessed: readonly { association: Association; assignmentId: number }[],
): Promise<void> {
  const byAssignment = new Map(assessed.map(({ association, assignmentId }) => [assignmentId, association]));
  const submissions = await db
    .selectFrom('submissions')
    .select([
      'id',
      'assignment_id',
      'user_id',
      'attempt',
      'score',
      'points_deducted',
      'grader_id',
      'graded_at',
    ])
    .where('assignment_id', '=', anyOf([...byAssignment.keys()]))
    .where('workflow_state', '=', 'graded')
    .where('score', 'is not', null)
    .where('grader_id', '>', 0)
    .orderBy('id')
    .execute();
  const rows = submissions.map((submission, at): NewRow<'rubric_assessments'> => {
    const association = byAssignment.get(submission.assignment_id) as Association;
    const rubric = rubrics.find(({ id }) => id === association.rubric_id) as Rubric;
    const score = (submission.score ?? 0) + (submission.points_deducted ?? 0);
    return {
      id: at + 1,
      user_id: submission.user_id,
      rubric_id: association.rubric_id,
      rubric_association_id: association.id,
      score,
      data: marksOf(rubric.data ?? [], score),
      artifact_type: 'Submission',
      artifact_id: submission.id,
      artifact_attempt: submission.attempt,
      assessment_type: 'grading',
      assessor_id: submission.grader_id as number,
      created_at: submission.graded_at as string,
      updated_at: submission.graded_at as string,
    };
  });
  await insertRows(db, 'rubric_assessments', rows);
}

/** In proportion, to half points; the last criterion gets what is left. */
function marksOf(criteria: readonly RubricCriterion[], score: number): RubricMark[] {
  const whole = criteria.reduce((sum, { points }) => sum + points, 0);
  let left = score;
  return criteria.map((criterion, at) => {
    const isLast = at === criteria.length - 1;
    const points = isLast ? left : Math.min(left, Math.round((2 * score * criterion.points) / whole) / 2);
    left -= points;
    const rating = criterion.ratings.find((each) => each.points <= points) ?? criterion.ratings.at(-1);
    return {
      id: rating?.points === points ? rating.id : null,
      points,
      criterion_id: criterion.id,
      learning_outcome_id: null,
      description: rating?.points === points ? rating.description : 'No details',
      comments_enabled: true,
      comments: null,
    };
  });
}
