/** What the reader, or the students whom he watches, have on assignments: `include[]=submission` and what goes with it. */
import { anyOf } from '../../db/any-of.ts';
import {
  type AssignmentAccess,
  assignmentAccesses,
  assignmentGrants,
} from '../../domain/assignment-access.ts';
import { type AssignmentRow, observedStudents } from '../../domain/assignment-dates.ts';
import { type Statistics, scoreStatistics } from '../../domain/assignment-work-facts.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import { courseSettings } from '../../domain/course-settings.ts';
import { hidesGrade, type SubmissionRow } from '../../domain/submission-state.ts';
import type { Context } from '../../http/context.ts';
import type { IncludeLoader } from '../../http/includes.ts';
import { serializeSubmissions } from '../submissions/serialize.ts';
import type { Assignment } from './schema.ts';
import { includes, type LoadingView } from './view.ts';

type Fields = Partial<Assignment>;
type Loader = IncludeLoader<AssignmentRow, Fields, LoadingView>;

/** One submission, or with `observed_users` a list of them, be it of none. */
export const submission: Loader = async (ctx, assignments, view) => {
  const rows = await rowsOf(ctx, assignments, view);
  const byId = new Map(assignments.map((assignment) => [assignment.id, assignment]));
  const works = rows.map((row) => ({
    course: view.course,
    assignment: byId.get(row.assignment_id) as AssignmentRow,
    submission: row,
  }));
  const json = await serializeSubmissions(ctx, works, { includes: [...(view.include ?? [])] });
  const shown = Map.groupBy(
    rows.map((row, index) => ({ row, json: json[index] })),
    ({ row }) => row.assignment_id,
  );
  const statisticsOf = await statistics(ctx, assignments, view);
  const many = includes(view, 'observed_users');
  return (assignment) => {
    const own = shown.get(assignment.id) ?? [];
    if (own.length === 0 && !many) return {};
    const seesGrade = own.some(({ row }) => row.score !== null && !hidesGrade(row, assignment));
    const figures = seesGrade ? statisticsOf(assignment) : undefined;
    return {
      submission: many ? own.map((each) => each.json) : own[0]?.json,
      ...(figures && { score_statistics: figures }),
    };
  };
};

async function rowsOf(
  ctx: Context,
  assignments: readonly AssignmentRow[],
  view: LoadingView,
): Promise<SubmissionRow[]> {
  if (!ctx.user) return [];
  const observed = includes(view, 'observed_users') ? observedStudents(view.access) : [];
  return await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('assignment_id', '=', anyOf(assignments.map(({ id }) => id)))
    .where('user_id', '=', anyOf([ctx.user.id, ...observed]))
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .execute();
}

/** Of fewer scores a student could tell whose they are. */
const FEWEST_SCORES = 5;

async function statistics(
  ctx: Context,
  assignments: readonly AssignmentRow[],
  view: LoadingView,
): Promise<(assignment: AssignmentRow) => Omit<Statistics, 'count'> | undefined> {
  if (!includes(view, 'score_statistics')) return () => undefined;
  const isStaff = courseGrants('read_as_admin', view.access);
  const settings = (await courseSettings(ctx, [view.course]))(view.course);
  if (!isStaff && settings.flag('hide_distribution_graphs')) return () => undefined;
  const found = await scoreStatistics(
    ctx,
    assignments.map(({ id }) => id),
  );
  return ({ id, points_possible }) => {
    const { count, ...figures } = found.get(id) ?? { count: 0 };
    if (!points_possible || points_possible <= 0) return undefined;
    return count >= (isStaff ? 1 : FEWEST_SCORES) ? (figures as Omit<Statistics, 'count'>) : undefined;
  };
}

/** Nothing is handed in for these here. */
const EXPECTS_NOTHING = ['', 'none', 'not_graded', 'wiki_page', 'on_paper', 'external_tool', 'online_quiz'];

/** Whether the reader could hand it in now. */
export const can_submit: Loader = async (ctx, assignments, view) => {
  const accesses = await assignmentAccesses(ctx, view.course, assignments);
  const own = new Map((await rowsOf(ctx, assignments, view)).map((row) => [row.assignment_id, row]));
  return (assignment) => {
    const expects = !EXPECTS_NOTHING.includes(assignment.submission_types.join(','));
    const access = accesses.get(assignment.id) as AssignmentAccess;
    return {
      can_submit:
        expects && assignmentGrants('submit', access) && hasAttempts(assignment, own.get(assignment.id)),
    };
  };
};

function hasAttempts({ allowed_attempts }: AssignmentRow, row: SubmissionRow | undefined): boolean {
  if (allowed_attempts === null) return true;
  return (row?.attempt ?? 0) < allowed_attempts + (row?.extra_attempts ?? 0);
}
