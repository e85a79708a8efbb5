/**
 * What an assignment can't be, in Canvas's words and all of it at once. Source: the validations of AbstractAssignment,
 * and SubmittablesGradingPeriodProtection.
 */
import { errorMap, type FieldErrors, InvalidRecord, Refusal } from '../errors.ts';
import type { Context } from '../http/context.ts';
import type { AssignmentRow, Override } from './assignment-dates.ts';
import { type Draft, isGraded } from './assignment-fields.ts';
import { type AssignmentParams, MAX_TEXT } from './assignment-params.ts';
import type { WorkFacts } from './assignment-work-facts.ts';
import { type CourseRow, courseAccess } from './course-access.ts';
import { assignmentsInClosedPeriods, isClosedAt } from './grading/closed-periods.ts';
import { type PeriodRow, periodsOfCourse } from './grading/periods.ts';

type Problems = Record<string, FieldErrors[string]>;

const GRADING_TYPES = ['points', 'percent', 'letter_grade', 'gpa_scale', 'pass_fail', 'not_graded'];
const MAX_POINTS = 1_000_000_000;

export interface Subject {
  draft: Draft;
  /** Undefined for a new one. */
  before: AssignmentRow | undefined;
  facts: WorkFacts;
  hasOverrides: boolean;
}

/** @throws InvalidRecord */
export async function refuseInvalidAssignment(ctx: Context, subject: Subject): Promise<void> {
  const problems: Problems = {
    ...groupProblems(subject),
    ...dateProblems(subject),
    ...pointProblems(subject),
    ...moderationProblems(subject),
    ...textProblems(subject),
    ...attemptProblems(subject),
    ...(await takenSisId(ctx, subject)),
  };
  const { draft, before, facts } = subject;
  const withdraws = before?.workflow_state === 'published' && draft.workflow_state === 'unpublished';
  const published: Problems =
    withdraws && facts.submitted
      ? { workflow_state: ["Can't unpublish if there are student submissions"] }
      : {};
  const errors = errorMap(problems);
  const workflow = errorMap(published)['workflow_state'];
  if (!workflow && Object.keys(errors).length === 0) return;
  throw new Refusal(400, { errors: { ...errors, ...(workflow && { published: workflow }) } });
}

function changed<K extends keyof Draft>({ draft, before }: Subject, key: K): boolean {
  return before === undefined ? Boolean(draft[key]) : draft[key] !== before[key];
}

function groupProblems(subject: Subject): Problems {
  const { draft, before, facts } = subject;
  const found: string[] = [];
  const changesSet = changed(subject, 'group_category_id');
  if (changesSet && facts.submitted) {
    found.push(
      "The group category can't be changed because students have already submitted on this assignment",
    );
  }
  const anonymousBefore = draft.anonymous_grading && !changed(subject, 'anonymous_grading');
  if (changesSet && draft.group_category_id !== null && anonymousBefore) {
    found.push("Anonymously graded assignments can't be group assignments");
  }
  if (draft.group_category_id !== null && (before === undefined || changesSet)) {
    if (draft.submission_types.join() === 'discussion_topic') {
      found.push(
        'Group categories cannot be set directly on a discussion assignment, but should be set on the discussion instead',
      );
    }
  }
  const annotated = draft.group_category_id !== null && draft.submission_types.includes('student_annotation');
  if (annotated) found.push('must be blank when annotatable_attachment_id is present');
  const anonymousNow = changed(subject, 'anonymous_grading') && draft.anonymous_grading;
  return {
    ...(found.length > 0 && { group_category_id: found }),
    ...(annotated && { annotatable_attachment_id: ['must be blank when group_category_id is present'] }),
    ...(anonymousNow &&
      draft.group_category_id !== null &&
      (changesSet
        ? { base: ["Can't enable anonymous grading and group assignments together"] }
        : { anonymous_grading: ["Group assignments can't be anonymously graded"] })),
  };
}

function dateProblems({ draft, hasOverrides }: Subject): Problems {
  const { due_at, unlock_at, lock_at } = draft;
  if (hasOverrides || due_at === null) return {};
  const within = (unlock_at === null || unlock_at <= due_at) && (lock_at === null || due_at <= lock_at);
  return within ? {} : { due_at: ['must be between availability dates'] };
}

function pointProblems(subject: Subject): Problems {
  const { draft } = subject;
  const points = draft.points_possible;
  const found: Problems = {};
  if (!GRADING_TYPES.includes(draft.grading_type)) found['grading_type'] = ['inclusion'];
  if (points !== null && Math.trunc(points) < 0) {
    found['points_possible'] = ['The value of possible points for this assignment must be zero or greater.'];
  } else if (points !== null && points >= MAX_POINTS) {
    found['points_possible'] = ['The value of possible points for this assignment cannot exceed 999999999.'];
  }
  if (draft.hide_in_gradebook) {
    const hidden = [
      ...(draft.omit_from_final_grade ? [] : ['equal_to']),
      ...((points ?? 0) > 0 ? ['inclusion'] : []),
    ];
    if (hidden.length > 0) found['hide_in_gradebook'] = hidden;
  }
  return found;
}

function moderationProblems(subject: Subject): Problems {
  const { draft, before, facts } = subject;
  const turned = before !== undefined && before.moderated_grading !== draft.moderated_grading;
  const found: string[] = [];
  if (turned && facts.graded) {
    found.push('Moderated grading setting cannot be changed if graded submissions exist');
  }
  if (draft.moderated_grading && (turned || before === undefined)) {
    const kinds: [boolean, string][] = [
      [!isGraded(draft), 'ungraded'],
      [draft.group_category_id !== null, 'group'],
      [draft.peer_reviews, 'peer reviewed'],
    ];
    for (const [applies, kind] of kinds) {
      if (applies) found.push(`Moderated grading setting cannot be enabled for ${kind} assignments`);
    }
  }
  return {
    ...(found.length > 0 && { moderated_grading: found }),
    ...(draft.moderated_grading && draft.grader_count <= 0 && { grader_count: ['greater_than'] }),
  };
}

function textProblems({ draft }: Subject): Problems {
  const found: Problems = {};
  if (draft.name.trim() === '') found['title'] = ['blank'];
  else if (draft.name.length > MAX_TEXT && draft.grading_type !== 'not_graded') {
    found['title'] = [`The title cannot be longer than ${MAX_TEXT} characters`];
  }
  for (const name of ['sis_assignment_id', 'integration_id'] as const) {
    if ((draft[name]?.length ?? 0) > MAX_TEXT) found[name] = ['too_long'];
  }
  return found;
}

function attemptProblems({ draft }: Subject): Problems {
  return draft.allowed_attempts !== null && draft.allowed_attempts <= 0
    ? { allowed_attempts: ['greater_than'] }
    : {};
}

/** One assignment of the institution has a SIS id. */
async function takenSisId(ctx: Context, { draft, before }: Subject): Promise<Problems> {
  const { sis_assignment_id } = draft;
  if (sis_assignment_id === null || sis_assignment_id === before?.sis_assignment_id) return {};
  const holder = await ctx.db
    .selectFrom('assignments')
    .select('id')
    .where('sis_assignment_id', '=', sis_assignment_id)
    .where('id', '<>', draft.id)
    .executeTakeFirst();
  return holder ? { sis_source_id: ['taken'] } : {};
}

/** Who decides on the grades teaches the course, and may. Throws InvalidRecord. */
export async function refuseFinalGrader(
  ctx: Context,
  { draft, before }: Pick<Subject, 'draft' | 'before'>,
  mayDecide: (userId: number) => Promise<boolean>,
): Promise<void> {
  const { final_grader_id: id } = draft;
  if (id === null || id === before?.final_grader_id) return;
  const instructor = await ctx.db
    .selectFrom('enrollments')
    .select('id')
    .where('course_id', '=', draft.course_id)
    .where('user_id', '=', id)
    .where('type', 'in', ['TeacherEnrollment', 'TaEnrollment'])
    .where('workflow_state', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  if (!instructor) {
    throw new InvalidRecord({ final_grader_id: ['course has no active instructors with this ID'] });
  }
  if (!(await mayDecide(id))) {
    throw new InvalidRecord({
      final_grader_id: ['user does not have permission to select final grade'],
    });
  }
}

/** What may still be changed where grades are settled. */
const EDITABLE_WHEN_CLOSED = new Set<keyof Draft>([
  'description',
  'submission_types',
  'peer_reviews',
  'peer_review_count',
  'anonymous_peer_reviews',
  'peer_reviews_assign_at',
  'automatic_peer_reviews',
  'allowed_extensions',
  'due_at',
  'only_visible_to_overrides',
  'post_to_sis',
  'graders_anonymous_to_graders',
  'grader_comments_visible_to_graders',
  'grader_names_visible_to_final_grader',
]);

/** The closed periods of a course, as far as they bind the caller. */
export interface ClosedPeriods {
  readonly periods: readonly PeriodRow[];
  isClosed(date: string | null): boolean;
}

/** Undefined where nothing binds him: no periods, or an administrator. */
export async function bindingPeriods(ctx: Context, course: CourseRow): Promise<ClosedPeriods | undefined> {
  const found = await periodsOfCourse(ctx, course);
  if (!found || (await courseAccess(ctx, course)).isAccountAdmin) return undefined;
  const { periods } = found;
  return { periods, isClosed: (date) => isClosedAt(periods, date, ctx.now) };
}

const forbid = (attribute: string, message: string) => new InvalidRecord({ [attribute]: [message] }, 403);

/** Nothing new falls into a closed period, and nothing that is in one moves. Throws InvalidRecord. */
export async function refuseClosedPeriods(
  ctx: Context,
  closed: ClosedPeriods | undefined,
  { draft, before }: Pick<Subject, 'draft' | 'before'>,
): Promise<void> {
  if (!closed || !isGraded(draft)) return;
  if (before === undefined) {
    if (draft.only_visible_to_overrides || !closed.isClosed(draft.due_at)) return;
    throw forbid('due_at', 'Cannot set the due date to a date within a closed grading period');
  }
  const moves = draft.due_at !== before.due_at;
  if (moves || draft.only_visible_to_overrides !== before.only_visible_to_overrides) {
    if (closed.isClosed(before.due_at) && !before.only_visible_to_overrides) {
      throw moves
        ? forbid('due_at', 'Cannot change the due date when due in a closed grading period')
        : forbid(
            'only_visible_to_overrides',
            'Cannot set only visible to overrides when due in a closed grading period',
          );
    }
    const onlyOthers = draft.only_visible_to_overrides && before.only_visible_to_overrides;
    if (!onlyOthers && closed.isClosed(draft.due_at)) {
      throw forbid('due_at', 'Cannot change the due date to a date within a closed grading period');
    }
  }
  await refuseEditsInClosedPeriod(ctx, draft, before);
}

async function refuseEditsInClosedPeriod(ctx: Context, draft: Draft, before: AssignmentRow): Promise<void> {
  if (!(await assignmentsInClosedPeriods(ctx, [draft.id])).has(draft.id)) return;
  const edited = (Object.keys(before) as (keyof Draft)[]).filter(
    (key) =>
      key !== 'name_key' &&
      !EDITABLE_WHEN_CLOSED.has(key) &&
      JSON.stringify(draft[key]) !== JSON.stringify(before[key]),
  );
  if (edited.length === 0) return;
  const message = 'cannot be changed because this assignment is due in a closed grading period';
  throw new InvalidRecord(Object.fromEntries(edited.map((key) => [key, [message]])));
}

/** The same of overrides, before and after. Throws InvalidRecord. */
export function refuseClosedOverrides(
  closed: ClosedPeriods | undefined,
  before: readonly Override[],
  after: readonly Override[],
): void {
  if (!closed) return;
  const byId = new Map(before.map((override) => [override.id, override]));
  const isIn = ({ due_at }: Override) => closed.isClosed(due_at);
  for (const override of after) {
    const was = byId.get(override.id);
    byId.delete(override.id);
    if (!was && isIn(override)) {
      throw forbid('due_at', 'Cannot set override due date to a date within a closed grading period');
    }
    if (!was || was.due_at === override.due_at) continue;
    if (isIn(was))
      throw forbid('due_at', 'Cannot change the due date of an override in a closed grading period');
    if (isIn(override)) {
      throw forbid('due_at', 'Cannot change an override due date to a date within a closed grading period');
    }
  }
  if ([...byId.values()].some(isIn)) {
    throw forbid('due_at', 'Cannot delete an override with a due date within a closed grading period');
  }
}

/** For the parameters' names: whether a request touches how work is graded. */
export function changesGrading(
  { points_possible, grading_type, grading_standard_id }: AssignmentParams,
  before: AssignmentRow,
): boolean {
  return (
    (points_possible !== undefined && points_possible !== before.points_possible) ||
    (grading_type !== undefined && grading_type !== before.grading_type) ||
    (grading_standard_id !== undefined && grading_standard_id !== before.grading_standard_id)
  );
}
