/** What attaching a rubric in a course would do. Reads only. */
import type { AnswerOf, Canvas } from '@easel/client';
import type { Rubric } from './find-rubric.ts';

export const TARGETS = ['discussions', 'assignments'] as const;
export type Target = (typeof TARGETS)[number];

export interface Attaching {
  readonly targets: readonly Target[];
  /** Its score becomes the grade, and its points those of the assignment. */
  readonly usesForGrading: boolean;
  /** Also where another rubric is. */
  readonly replaces: boolean;
}

/**
 * `attach`: there is no rubric; `change`: it is there, but not used for grading; `replace`: another one is there. These are
 * left alone: `keep`, it is there already; `other`, another one is there; `ungraded`, nothing to attach it to.
 */
export type Action = 'attach' | 'change' | 'replace' | 'keep' | 'other' | 'ungraded';

export interface PlannedItem {
  readonly kind: 'discussion' | 'assignment';
  readonly title: string;
  /** Undefined for what is ungraded. */
  readonly assignment_id: string | undefined;
  readonly action: Action;
  /** The title of the rubric that is there now. */
  readonly now: string | undefined;
  /** What the points become, where they change. */
  readonly points: { readonly from: number | null; readonly to: number } | undefined;
  /** Whether students have grades already. */
  readonly graded: boolean;
}

type Assignment = AnswerOf<'GET /api/v1/courses/{course_id}/assignments/{id}'>;

export const changes = ({ action }: PlannedItem): boolean =>
  action === 'attach' || action === 'change' || action === 'replace';

export async function planAttaching(
  canvas: Canvas,
  course_id: string,
  rubric: Rubric,
  attaching: Attaching,
): Promise<PlannedItem[]> {
  const path = { course_id };
  const assignments = await canvas.list('GET /api/v1/courses/{course_id}/assignments', { path }).toArray();
  const items = assignments
    .filter((assignment) => isMeant(assignment, attaching))
    .map((assignment) => planOne(assignment, rubric, attaching));
  if (!attaching.targets.includes('discussions')) return items;
  const topics = await canvas.list('GET /api/v1/courses/{course_id}/discussion_topics', { path }).toArray();
  const ungraded = topics.filter(({ assignment_id }) => !assignment_id);
  return [...items, ...ungraded.map(({ title }) => ungradedItem(title ?? ''))];
}

const ungradedItem = (title: string): PlannedItem => ({
  kind: 'discussion',
  title,
  assignment_id: undefined,
  action: 'ungraded',
  now: undefined,
  points: undefined,
  graded: false,
});

const isDiscussion = ({ submission_types }: Assignment) =>
  submission_types?.includes('discussion_topic') ?? false;

function isMeant(assignment: Assignment, { targets }: Attaching): boolean {
  if (isDiscussion(assignment)) return targets.includes('discussions');
  return targets.includes('assignments') && assignment.grading_type !== 'not_graded';
}

function planOne(assignment: Assignment, rubric: Rubric, attaching: Attaching): PlannedItem {
  const action = actionOf(assignment, rubric, attaching);
  const from = assignment.points_possible ?? null;
  const grades =
    attaching.usesForGrading && (action === 'attach' || action === 'change' || action === 'replace');
  return {
    kind: isDiscussion(assignment) ? 'discussion' : 'assignment',
    title: assignment.name ?? '',
    assignment_id: String(assignment.id),
    action,
    now: settingsOf(assignment)?.title,
    points: grades && from !== rubric.points ? { from, to: rubric.points } : undefined,
    graded: assignment.graded_submissions_exist ?? false,
  };
}

function actionOf(assignment: Assignment, rubric: Rubric, { usesForGrading, replaces }: Attaching): Action {
  const settings = settingsOf(assignment);
  if (!settings) return 'attach';
  // Canvas copies the rubric of another course: the copy has its title.
  const isSame = settings.id === rubric.id || settings.title === rubric.title;
  if (!isSame) return replaces ? 'replace' : 'other';
  return usesForGrading && !assignment.use_rubric_for_grading ? 'change' : 'keep';
}

function settingsOf({ rubric_settings }: Assignment): { id: string; title: string } | undefined {
  const settings = rubric_settings as { id?: unknown; title?: unknown } | null | undefined;
  if (!settings) return undefined;
  return { id: String(settings.id), title: String(settings.title ?? '') };
}
