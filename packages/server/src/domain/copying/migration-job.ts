/** Runs a content migration: finds out what there is to copy, waits for a choice if asked to, and writes it. */
import { sql, type Updateable } from 'kysely';
import type { ContentMigrationsTable } from '../../db/tables/index.ts';
import type { Stored } from '../../files/storage.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { OutgoingError } from '../../http/outgoing.ts';
import type { Site } from '../../http/site.ts';
import { defineJob, JobFailed } from '../../jobs/job.ts';
import { type JobRun, JobStopped } from '../../jobs/run.ts';
import { change } from '../attachments.ts';
import { contextOf, ofUser } from '../contexts.ts';
import type { CourseRow } from '../course-access.ts';
import { quotaOf } from '../file-quota.ts';
import { toIana } from '../time-zones.ts';
import type { MigrationRow } from './access.ts';
import { Archive, RefusedArchive } from './archive.ts';
import type { CourseContent } from './content.ts';
import { dateShift, type ShiftDate, type Span } from './date-shift.ts';
import { type Kind, KnownKeys } from './keys.ts';
import { narrowContent } from './narrow.ts';
import { overviewOf } from './overview.ts';
import { decoded } from './portable-html.ts';
import { readCartridge } from './read-cartridge.ts';
import { readCourse } from './read-course.ts';
import { storeEntries } from './store-entries.ts';
import { unzipIntoFolder } from './unzip.ts';
import { partsOf } from './write-course.ts';
import { insertStored } from './write-files.ts';
import type { NewIssue, Writing, WritingOptions } from './writing.ts';

type Args = { migration_id: number };

/** Whoever waits for a migration is told; why is in the log. */
const UNEXPECTED = 'There was an unexpected error. What was imported until then is in the course';

const WAIT_SECONDS = 2;
const FETCH_TIMEOUT_MS = 60 * 60 * 1000;
const MOST_ARCHIVE_BYTES = 5 * 1024 ** 3;

export const migrationJob = defineJob<Args>('content_migration', async (job, { migration_id: id }) => {
  const begun = await beginInTurn(job, id);
  // Begun again after it was done: there is nothing left.
  if (!begun) return await job.progress.finish();
  try {
    await run(job, begun);
  } catch (error) {
    if (error instanceof JobStopped) throw error;
    const problem = problemOf(error) ?? UNEXPECTED;
    if (problem === UNEXPECTED) job.log.error({ err: error }, 'a content migration failed');
    await job.step((ctx) => fail(ctx, id, problem));
    throw new JobFailed(problem);
  }
});

interface Begun {
  readonly site: Site;
  readonly migration: MigrationRow;
  readonly course: CourseRow | undefined;
}

/** Two migrations into one place would each add what the other adds: the second waits, and is `queued` meanwhile. */
async function beginInTurn(job: JobRun, id: number): Promise<Begun | undefined> {
  const begun = await job.step((ctx) => begin(ctx, id));
  return begun === 'not yet' ? job.postpone(WAIT_SECONDS) : begun;
}

async function begin(ctx: Context, id: number): Promise<Begun | 'not yet' | undefined> {
  const migration = await ctx.db
    .selectFrom('content_migrations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!migration || ['imported', 'failed'].includes(migration.workflow_state)) return undefined;
  if (await isAnotherRunning(ctx, migration)) {
    await note(ctx, id, { workflow_state: 'queued' });
    return 'not yet';
  }
  const started_at = migration.started_at ?? ctx.now;
  await note(ctx, id, { started_at, workflow_state: migration.overview ? 'importing' : 'exporting' });
  const context = await contextOf(ctx, migration);
  return { site: ctx.site, migration, course: context.type === 'Course' ? context.course : undefined };
}

/** Of those that have begun; one that has said nothing for an hour is given up. */
async function isAnotherRunning(
  ctx: Context,
  { id, context_type, context_id }: MigrationRow,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`migrations into ${context_type}`}, ${context_id}))`.execute(
    ctx.db,
  );
  const other = await ctx.db
    .selectFrom('content_migrations')
    .select('id')
    .where('context_type', '=', context_type)
    .where('context_id', '=', context_id)
    .where('id', '<>', id)
    .where('workflow_state', 'in', ['exporting', 'importing'])
    .where('started_at', 'is not', null)
    .where('updated_at', '>', sql<string>`${ctx.now}::timestamptz - interval '1 hour'`)
    .executeTakeFirst();
  return other !== undefined;
}

const note = (ctx: Context, id: number, changes: Updateable<ContentMigrationsTable>) =>
  ctx.db
    .updateTable('content_migrations')
    .set({ ...changes, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();

async function run(job: JobRun, begun: Begun): Promise<void> {
  const { migration, course } = begun;
  if (migration.migration_type === 'course_copy_importer') {
    if (course) await copyCourse(job, begun, course);
    return;
  }
  const archive = await openArchive(job, begun);
  if (migration.migration_type === 'zip_file_importer') {
    const issues = await unzipIntoFolder(job, begun.site, migration, archive);
    return await finish(job, migration, issues);
  }
  if (course) await importCartridge(job, begun, course, archive);
}

async function copyCourse(job: JobRun, { migration }: Begun, course: CourseRow): Promise<void> {
  const { content, span } = await job.step(async (ctx) => {
    const source = await ctx.db
      .selectFrom('courses')
      .selectAll()
      .where('id', '=', migration.source_course_id)
      .executeTakeFirstOrThrow();
    return { content: await readCourse(ctx, source, migration.selection), span: await spanOf(ctx, source) };
  });
  await write(job, migration, course, content, { span });
}

async function importCartridge(
  job: JobRun,
  { migration, site }: Begun,
  course: CourseRow,
  archive: Archive,
): Promise<void> {
  const { content, issues } = await readCartridge(archive);
  if (migration.is_selective && migration.selection === null) {
    await job.step(async (ctx) => {
      const overview = JSON.stringify(overviewOf(content));
      await note(ctx, migration.id, { overview, workflow_state: 'exported' });
      await job.progress.finish();
    });
    return;
  }
  const chosen = narrowContent(content, migration.selection);
  const room = await job.step(async (ctx) => {
    const { quota, quota_used } = await quotaOf(ctx, await contextOf(ctx, migration));
    return Math.max(0, quota - quota_used);
  });
  const entries = chosen.files.flatMap(({ source }) => ('entry' in source ? [source.entry] : []));
  const { stored, refused } = await storeEntries(site, archive, entries, room);
  await write(job, migration, course, chosen, { stored, issues: [...issues, ...refused] });
}

interface More {
  readonly span?: Span;
  readonly stored?: ReadonlyMap<string, Stored>;
  readonly issues?: readonly NewIssue[];
}

async function write(
  job: JobRun,
  migration: MigrationRow,
  course: CourseRow,
  content: CourseContent,
  { span = { start: null, end: null }, stored = new Map(), issues = [] }: More,
): Promise<void> {
  const writing = await job.step(
    async (ctx): Promise<Writing> => ({
      courseId: course.id,
      content: withoutSkipped(content, migration),
      keys: await KnownKeys.of(ctx, course.id),
      shift: await shiftOf(ctx, migration, course, span),
      stored,
      issues: [...issues],
      options: optionsOf(migration),
    }),
  );
  const parts = partsOf(writing);
  for (const [index, part] of parts.entries()) {
    await job.step((ctx) => part(ctx, writing));
    await job.progress.update(Math.floor((100 * (index + 1)) / (parts.length + 1)));
  }
  await finish(job, migration, writing.issues);
}

const VISIBILITY = [
  'is_public',
  'is_public_to_auth_users',
  'public_syllabus',
  'public_syllabus_to_auth',
] as const;

/** `importer_skips`: what isn't brought, though it was chosen. */
function withoutSkipped(content: CourseContent, { settings }: MigrationRow): CourseContent {
  const skips = settings['importer_skips'];
  const isSkipped = (name: string) => Array.isArray(skips) && skips.includes(name);
  if (!content.settings || isSkipped('all_course_settings')) return { ...content, settings: null };
  if (!isSkipped('visibility_settings')) return content;
  const columns = { ...content.settings.columns };
  for (const name of VISIBILITY) delete columns[name];
  return { ...content, settings: { ...content.settings, columns } };
}

/** When a course begins and ends: by itself, or by its term. */
async function spanOf(ctx: Context, course: CourseRow): Promise<Span> {
  const term = await ctx.db
    .selectFrom('enrollment_terms')
    .select(['start_at', 'end_at'])
    .where('id', '=', course.enrollment_term_id)
    .executeTakeFirst();
  return {
    start: course.start_at ?? term?.start_at ?? null,
    end: course.conclude_at ?? term?.end_at ?? null,
  };
}

async function shiftOf(
  ctx: Context,
  migration: MigrationRow,
  course: CourseRow,
  from: Span,
): Promise<ShiftDate> {
  const zone = toIana(course.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC');
  return dateShift(migration.date_shift_options, { from, to: await spanOf(ctx, course) }, zone);
}

const INTO_KINDS: Readonly<Record<string, Kind>> = {
  assignment: 'assignments',
  discussion_topic: 'discussion_topics',
  page: 'wiki_pages',
  wiki_page: 'wiki_pages',
  file: 'attachments',
};

function optionsOf({ settings }: MigrationRow): WritingOptions {
  const number = (name: string) => parseNumber(String(settings[name] ?? ''));
  const moduleId = number('insert_into_module_id');
  const type = settings['insert_into_module_type'];
  return {
    assignmentGroupId: number('move_to_assignment_group_id'),
    insertInto:
      moduleId === undefined
        ? undefined
        : {
            moduleId,
            position: number('insert_into_module_position') ?? null,
            only: typeof type === 'string' ? (INTO_KINDS[type] ?? null) : null,
          },
  };
}

async function finish(job: JobRun, migration: MigrationRow, issues: readonly NewIssue[]): Promise<void> {
  await job.step(async (ctx) => {
    await addIssues(ctx, migration.id, issues);
    await note(ctx, migration.id, { workflow_state: 'imported', finished_at: ctx.now });
    await job.progress.finish();
  });
}

async function addIssues(ctx: Context, id: number, issues: readonly NewIssue[]): Promise<void> {
  if (issues.length === 0) return;
  await ctx.db
    .insertInto('migration_issues')
    .values(
      issues.map((issue) => ({
        ...issue,
        content_migration_id: id,
        created_at: ctx.now,
        updated_at: ctx.now,
      })),
    )
    .execute();
}

async function fail(ctx: Context, id: number, problem: string): Promise<void> {
  await addIssues(ctx, id, [{ issue_type: 'error', description: problem }]);
  await note(ctx, id, { workflow_state: 'failed', finished_at: ctx.now });
}

/** What is nobody's fault but the archive's or the address's. */
function problemOf(error: unknown): string | undefined {
  if (error instanceof RefusedArchive) return `The package could not be imported. ${error.message}`;
  if (error instanceof OutgoingError) return 'The file could not be downloaded';
  return undefined;
}

/** The uploaded archive, or the one at an address, which is fetched once. */
async function openArchive(job: JobRun, { site, migration }: Begun): Promise<Archive> {
  if (migration.attachment_id === null) await fetchArchive(job, site, migration);
  const file = await job.step((ctx) =>
    ctx.db
      .selectFrom('content_migrations')
      .innerJoin('attachments', 'attachments.id', 'content_migrations.attachment_id')
      .select(['attachments.content_key', 'attachments.size'])
      .where('content_migrations.id', '=', migration.id)
      .executeTakeFirst(),
  );
  if (!file?.content_key) throw new RefusedArchive('There is no file');
  return await Archive.open(site.files, file.content_key, file.size ?? 0);
}

async function fetchArchive(job: JobRun, site: Site, migration: MigrationRow): Promise<void> {
  const url = String(migration.settings['file_url'] ?? '');
  const limits = { maxBytes: MOST_ARCHIVE_BYTES, timeoutMs: FETCH_TIMEOUT_MS, signal: job.closing };
  const answer = await site.fetch(url, limits);
  if (answer.status !== 200) {
    answer.body.destroy();
    throw new RefusedArchive(`The address answered ${answer.status}`);
  }
  const bytes = await site.files.store(answer.body, { maxBytes: MOST_ARCHIVE_BYTES });
  const name = decoded(new URL(url).pathname.split('/').at(-1) || 'package.zip');
  await job.step(async (ctx) => {
    const file = await insertStored(
      ctx,
      { context: ofUser(ctx.me), folder: null, name, bytes },
      { counts_for_quota: false },
    );
    await change(ctx, file, { content_type: 'application/zip' });
    await note(ctx, migration.id, { attachment_id: file.id });
  });
}
