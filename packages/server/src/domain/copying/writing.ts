/** What the parts of writing content into a course share. */
import type { Selectable } from 'kysely';
import type { MigrationIssuesTable } from '../../db/tables/index.ts';
import type { Stored } from '../../files/storage.ts';
import type { Context } from '../../http/context.ts';
import type { CourseRow } from '../course-access.ts';
import type { CourseContent } from './content.ts';
import type { ShiftDate } from './date-shift.ts';
import type { Kind, KnownKeys } from './keys.ts';

/** What went wrong with one thing, while the rest was written. */
export type NewIssue = Pick<Selectable<MigrationIssuesTable>, 'description' | 'issue_type'> &
  Partial<Pick<Selectable<MigrationIssuesTable>, 'fix_issue_html_url' | 'error_message'>>;

export interface Writing {
  readonly courseId: number;
  readonly content: CourseContent;
  readonly keys: KnownKeys;
  readonly shift: ShiftDate;
  /** Bytes of an archive's entries, which are kept by then. */
  readonly stored: ReadonlyMap<string, Stored>;
  readonly issues: NewIssue[];
  readonly options: WritingOptions;
}

/** What a request says of where things go. */
export interface WritingOptions {
  /** Of assignments, instead of their own groups. */
  readonly assignmentGroupId?: number | undefined;
  /** What is imported goes into this module too. */
  readonly insertInto?:
    | { readonly moduleId: number; readonly position: number | null; readonly only: Kind | null }
    | undefined;
}

export const courseOfWriting = (ctx: Context, { courseId }: Writing): Promise<CourseRow> =>
  ctx.db.selectFrom('courses').selectAll().where('id', '=', courseId).executeTakeFirstOrThrow();

export const times = (ctx: Context) => ({ created_at: ctx.now, updated_at: ctx.now });
