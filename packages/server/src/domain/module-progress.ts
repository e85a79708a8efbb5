/**
 * The progress of students through the modules of their courses, stored and brought up to date: whoever does something
 * that a module may ask for says so with `noteModuleAction`, and whoever shows progress asks `progressOf`.
 */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import type { CourseRow } from './course-access.ts';
import { standingsOf } from './enrollment-standing.ts';
import { type ItemType, itemsOfModules, type ModuleItem, type ModuleRow } from './module-items.ts';
import {
  evaluate,
  notBegun,
  type Progression,
  type ProgressModule,
  type ProgressSubmission,
  type RequirementType,
} from './module-progression.ts';
import { itemsMeantFor } from './module-visibility.ts';

export type ModuleAction = 'view' | 'submit' | 'contribute' | 'score' | 'mark_done';

/** What was viewed, handed in …; of a graded topic either the topic or its assignment. */
export interface ModuleContent {
  readonly type: Extract<ItemType, 'Page' | 'Assignment' | 'Discussion' | 'File' | 'Quiz'> | 'Item';
  readonly id: number | readonly number[];
}

/** The requirements that an action can meet, or that have to be looked at again after it. */
const concerned: Record<ModuleAction, readonly RequirementType[]> = {
  view: ['must_view'],
  contribute: ['must_contribute', 'must_view'],
  mark_done: ['must_mark_done'],
  submit: ['must_submit', 'min_score', 'min_percentage'],
  score: ['must_submit', 'min_score', 'min_percentage'],
};

/** One student's progressions by module. */
export type StudentProgress = ReadonlyMap<number, Progression>;

/**
 * Notes that students did something, in the same transaction: call it after the thing itself is stored (a submission,
 * a grade, an entry), for all students at once where there are several. Does nothing for whoever isn't a student at
 * work in the course, nor in a module that is still locked to him. Costs one query where no module asks for it.
 * Source: ContextModule#update_for of Canvas.
 *
 *     await noteModuleAction(ctx, { user: ctx.me.id, type: 'submit', content: { type: 'Assignment', id: 42 } });
 *
 * @param user whose action it is; for a grade whoever got it
 * @param type `submit` and `score` only cause submissions to be looked at again; what is there decides
 */
export async function noteModuleAction(
  ctx: Context,
  action: { user: number | readonly number[]; type: ModuleAction; content: ModuleContent },
): Promise<void> {
  const { type, content } = action;
  const userIds = typeof action.user === 'number' ? [action.user] : action.user;
  const items = await concernedItems(ctx, type, content);
  if (items.length === 0 || userIds.length === 0) return;
  for (const [courseId, ofCourse] of Map.groupBy(items, ({ course_id }) => course_id)) {
    await ctx.transaction(async (ctx) => {
      const course = await courseById(ctx, courseId);
      const atWork = await studentsAtWork(ctx, course, userIds);
      if (atWork.length === 0) return;
      await bringUpToDate(ctx, course, atWork, (progress) =>
        type === 'submit' || type === 'score' ? progress : withDone(progress, ofCourse),
      );
    });
  }
}

interface ConcernedItem {
  readonly id: number;
  readonly course_id: number;
  readonly context_module_id: number;
  readonly requirement_type: RequirementType | null;
}

async function concernedItems(
  ctx: Context,
  type: ModuleAction,
  content: ModuleContent,
): Promise<ConcernedItem[]> {
  return await ctx.db
    .selectFrom('module_items')
    .select(['id', 'course_id', 'context_module_id', 'requirement_type'])
    .where('workflow_state', '<>', 'deleted')
    .where('requirement_type', 'in', concerned[type])
    .where(leadsTo(content))
    .execute();
}

/** A topic and its assignment are one thing to a module. */
function leadsTo({ type, id }: ModuleContent) {
  const ids = anyOf(typeof id === 'number' ? [id] : id);
  if (type === 'Item') return sql<boolean>`id = ${ids}`;
  if (type === 'Assignment') {
    return sql<boolean>`(type = 'Assignment' and content_id = ${ids} or type = 'Discussion' and content_id in
      (select id from discussion_topics where assignment_id = ${ids}))`;
  }
  if (type === 'Discussion') {
    return sql<boolean>`(type = 'Discussion' and content_id = ${ids} or type = 'Assignment' and content_id in
      (select assignment_id from discussion_topics where id = ${ids}))`;
  }
  return sql<boolean>`(type = ${type} and content_id = ${ids})`;
}

function withDone(progress: Map<number, Progression>, items: readonly ConcernedItem[]) {
  for (const { id, context_module_id, requirement_type } of items) {
    const before = progress.get(context_module_id);
    if (!before || !requirement_type || before.workflow_state === 'locked') continue;
    if (before.requirements_met.some((met) => met.id === id && met.type === requirement_type)) continue;
    progress.set(context_module_id, {
      ...before,
      requirements_met: [...before.requirements_met, { id, type: requirement_type }],
    });
  }
  return progress;
}

/** Takes back that a student marked an item as done, or did whatever else it asks. */
export async function forgetDone(ctx: Context, course: CourseRow, userId: number, itemId: number) {
  await bringUpToDate(ctx, course, [userId], (progress) => {
    for (const [moduleId, before] of progress) {
      progress.set(moduleId, {
        ...before,
        requirements_met: before.requirements_met.filter(({ id }) => id !== itemId),
      });
    }
    return progress;
  });
}

/**
 * The progress of some students of a course as it is now, by student and module; what has changed since it was last
 * stored is stored. Students whose enrollments are over keep what they had; whoever isn't in the course has none.
 */
export async function progressOf(
  ctx: Context,
  course: CourseRow,
  userIds: readonly number[],
): Promise<Map<number, StudentProgress>> {
  const facts = await loadFacts(ctx, course, userIds);
  const results = evaluateAll(ctx, facts);
  const stale = [...results].filter(([userId, progress]) =>
    [...progress].some(([moduleId, after]) => differs(facts.stored.get(userId)?.get(moduleId), after)),
  );
  if (stale.length === 0) return results;
  const fresh = await ctx.transaction((ctx) =>
    bringUpToDate(
      ctx,
      course,
      stale.map(([userId]) => userId),
    ),
  );
  return new Map([...results, ...fresh]);
}

/** Works out again where everybody stands who has begun, after the modules of a course have changed. */
export async function refreshCourse(ctx: Context, course: CourseRow): Promise<void> {
  const rows = await ctx.db
    .selectFrom('context_module_progressions')
    .innerJoin('context_modules', 'context_modules.id', 'context_module_progressions.context_module_id')
    .select('context_module_progressions.user_id')
    .distinct()
    .where('context_modules.course_id', '=', course.id)
    .execute();
  if (rows.length === 0) return;
  await bringUpToDate(
    ctx,
    course,
    rows.map(({ user_id }) => user_id),
  );
}

/** Locks the modules to everybody again, and then opens what may be open. */
export async function relock(ctx: Context, course: CourseRow, moduleIds: readonly number[]): Promise<void> {
  await ctx.db
    .updateTable('context_module_progressions')
    .set({ workflow_state: 'locked' })
    .where('context_module_id', '=', anyOf(moduleIds))
    .execute();
  await refreshCourse(ctx, course);
}

/**
 * Evaluates students one after the other with anybody else who does so, and stores what came of it.
 * @param change what they did, put into what is known of them before it counts
 */
async function bringUpToDate(
  ctx: Context,
  course: CourseRow,
  userIds: readonly number[],
  change: (progress: Map<number, Progression>) => Map<number, Progression> = (progress) => progress,
): Promise<Map<number, StudentProgress>> {
  await lockProgressions(ctx, course, userIds);
  const facts = await loadFacts(ctx, course, userIds);
  // Evaluated before as well: an action counts only in what is open by now.
  const opened = evaluateAll(ctx, facts);
  const changed = new Map([...opened].map(([id, progress]) => [id, change(new Map(progress))]));
  const results = evaluateAll(ctx, { ...facts, stored: changed });
  await store(ctx, facts.stored, results);
  return results;
}

interface Facts {
  readonly modules: readonly ModuleRow[];
  readonly items: ReadonlyMap<number, readonly ModuleItem[]>;
  /** By student and module. */
  readonly stored: ReadonlyMap<number, StudentProgress>;
  /** Those who are in the course and not only were. */
  readonly evaluated: ReadonlySet<number>;
  /** By student and assignment. */
  readonly submissions: ReadonlyMap<number, ReadonlyMap<number, ProgressSubmission>>;
  isMeantFor(item: ModuleItem, userId: number): boolean;
}

async function loadFacts(ctx: Context, course: CourseRow, userIds: readonly number[]): Promise<Facts> {
  const modules = await modulesOf(ctx, course);
  const [items, stored, members] = await Promise.all([
    itemsOfModules(
      ctx,
      modules.map(({ id }) => id),
    ),
    loadStored(ctx, modules, userIds),
    membersOf(ctx, course, userIds),
  ]);
  const asking = [...items.values()].flat().filter(({ requirement }) => requirement !== null);
  const [submissions, isMeantFor] = await Promise.all([
    loadSubmissions(ctx, asking, members.present),
    itemsMeantFor(ctx, course, [...items.values()].flat(), members.present),
  ]);
  return {
    modules,
    items,
    stored: stored(members.all),
    evaluated: new Set(members.present),
    submissions,
    isMeantFor,
  };
}

/** In their order; deleted ones left out. */
export async function modulesOf(ctx: Context, course: CourseRow): Promise<ModuleRow[]> {
  return await ctx.db
    .selectFrom('context_modules')
    .selectAll()
    .where('course_id', '=', course.id)
    .where('workflow_state', '<>', 'deleted')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

async function loadStored(ctx: Context, modules: readonly ModuleRow[], userIds: readonly number[]) {
  const rows = await ctx.db
    .selectFrom('context_module_progressions')
    .selectAll()
    .where('context_module_id', '=', anyOf(modules.map(({ id }) => id)))
    .where('user_id', '=', anyOf(userIds))
    .execute();
  const byUser = Map.groupBy(rows, ({ user_id }) => user_id);
  return (members: readonly number[]): Map<number, StudentProgress> =>
    new Map(
      members.map((id) => [
        id,
        new Map((byUser.get(id) ?? []).map((row) => [row.context_module_id, row as Progression])),
      ]),
    );
}

/** Of some users those who are in the course, and of them those who aren't done with it. */
async function membersOf(ctx: Context, course: CourseRow, userIds: readonly number[]) {
  const enrollments = await ctx.db
    .selectFrom('enrollments')
    .select(['id', 'course_id', 'user_id'])
    .where('course_id', '=', course.id)
    .where('user_id', '=', anyOf(userIds))
    .where('workflow_state', 'not in', ['deleted', 'rejected'])
    .execute();
  const standings = await standingsOf(ctx, enrollments);
  const all = [...new Set(enrollments.map(({ user_id }) => user_id))];
  const present = new Set(
    enrollments.filter(({ id }) => standings.get(id)?.state !== 'completed').map(({ user_id }) => user_id),
  );
  return { all, present: all.filter((id) => present.has(id)) };
}

async function studentsAtWork(ctx: Context, course: CourseRow, userIds: readonly number[]) {
  if (course.workflow_state !== 'available') return [];
  const enrollments = await ctx.db
    .selectFrom('enrollments')
    .select(['id', 'course_id', 'user_id'])
    .where('course_id', '=', course.id)
    .where('user_id', '=', anyOf(userIds))
    .where('type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('workflow_state', '=', 'active')
    .execute();
  const standings = await standingsOf(ctx, enrollments);
  return [
    ...new Set(
      enrollments.filter(({ id }) => standings.get(id)?.state === 'active').map(({ user_id }) => user_id),
    ),
  ];
}

async function loadSubmissions(
  ctx: Context,
  items: readonly ModuleItem[],
  userIds: readonly number[],
): Promise<Facts['submissions']> {
  const assignmentIds = items.flatMap(({ content }) => content?.assignment?.id ?? []);
  if (assignmentIds.length === 0 || userIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('submissions')
    .select(['assignment_id', 'user_id', 'workflow_state', 'attempt', 'excused', 'score', 'posted_at'])
    .where('assignment_id', '=', anyOf(assignmentIds))
    .where('user_id', '=', anyOf(userIds))
    .where('workflow_state', '<>', 'deleted')
    .execute();
  const byUser = Map.groupBy(rows, ({ user_id }) => user_id);
  return new Map(
    [...byUser].map(([userId, ofUser]) => [
      userId,
      new Map(ofUser.map((row) => [row.assignment_id, { ...row, isPosted: row.posted_at !== null }])),
    ]),
  );
}

function evaluateAll(ctx: Context, facts: Facts): Map<number, Map<number, Progression>> {
  const results = new Map<number, Map<number, Progression>>();
  for (const [userId, stored] of facts.stored) {
    results.set(
      userId,
      facts.evaluated.has(userId)
        ? evaluate({
            modules: facts.modules.map((module) => progressModule(facts, module, userId)),
            stored,
            submissions: facts.submissions.get(userId) ?? new Map(),
            now: ctx.now,
          })
        : new Map(stored),
    );
  }
  return results;
}

function progressModule({ items, isMeantFor }: Facts, module: ModuleRow, userId: number): ProgressModule {
  return {
    ...module,
    isPublished: module.workflow_state === 'active',
    items: (items.get(module.id) ?? [])
      .filter((item) => item.isPublished && isMeantFor(item, userId))
      .map(({ id, position, requirement, content }) => ({
        id,
        position,
        requirement,
        assignment: content?.assignment ?? null,
      })),
  };
}

/** Makes the rows that are missing, and waits for whoever is changing one of them. */
async function lockProgressions(ctx: Context, course: CourseRow, userIds: readonly number[]): Promise<void> {
  await sql`insert into context_module_progressions (context_module_id, user_id)
    select context_modules.id, users.id from context_modules cross join users
    where context_modules.course_id = ${course.id} and context_modules.workflow_state = 'active'
      and users.id = ${anyOf(userIds)}
      and exists (select 1 from enrollments where enrollments.user_id = users.id
        and enrollments.course_id = ${course.id} and enrollments.workflow_state not in ('deleted', 'rejected'))
    order by users.id, context_modules.id
    on conflict do nothing`.execute(ctx.db);
  await sql`select progressions.id from context_module_progressions as progressions
    join context_modules on context_modules.id = progressions.context_module_id
    where context_modules.course_id = ${course.id} and progressions.user_id = ${anyOf(userIds)}
    order by progressions.user_id, progressions.context_module_id
    for update of progressions`.execute(ctx.db);
}

const compared = [
  'workflow_state',
  'requirements_met',
  'incomplete_requirements',
  'current_position',
  'completed_at',
] as const satisfies (keyof Progression)[];

const differs = (before: Progression | undefined, after: Progression): boolean =>
  compared.some((key) => JSON.stringify((before ?? notBegun)[key]) !== JSON.stringify(after[key]));

async function store(
  ctx: Context,
  before: Facts['stored'],
  after: ReadonlyMap<number, StudentProgress>,
): Promise<void> {
  const changed = [...after].flatMap(([user_id, progress]) =>
    [...progress]
      .filter(([moduleId, progression]) => differs(before.get(user_id)?.get(moduleId), progression))
      .map(([context_module_id, progression]) => ({
        user_id,
        context_module_id,
        ...Object.fromEntries(compared.map((key) => [key, progression[key]])),
      })),
  );
  if (changed.length === 0) return;
  await sql`update context_module_progressions as stored set
      workflow_state = changed.workflow_state,
      requirements_met = changed.requirements_met,
      incomplete_requirements = changed.incomplete_requirements,
      current_position = changed.current_position,
      completed_at = changed.completed_at,
      evaluated_at = ${ctx.now}
    from json_populate_recordset(null::context_module_progressions, ${JSON.stringify(changed)}::json) as changed
    where stored.context_module_id = changed.context_module_id and stored.user_id = changed.user_id`.execute(
    ctx.db,
  );
}

const courseById = (ctx: Context, id: number): Promise<CourseRow> =>
  ctx.db.selectFrom('courses').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
