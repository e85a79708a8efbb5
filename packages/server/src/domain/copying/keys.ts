/** Migration ids: what a thing is known by in copies and archives, wherever it goes. */
import { createHash } from 'node:crypto';
import type { Context } from '../../http/context.ts';
import { globalId } from '../global-id.ts';

/** Kinds of things by Canvas's names of them in selections. */
export type Kind =
  | 'assignment_groups'
  | 'assignments'
  | 'attachments'
  | 'content_tags'
  | 'context_modules'
  | 'discussion_topics'
  | 'external_feeds'
  | 'folders'
  | 'grading_standards'
  | 'learning_outcome_groups'
  | 'learning_outcomes'
  | 'rubrics'
  | 'wiki_pages';

/** As an asset string begins. */
const ASSET: Readonly<Record<Kind, string>> = {
  assignment_groups: 'assignment_group',
  assignments: 'assignment',
  attachments: 'attachment',
  content_tags: 'content_tag',
  context_modules: 'context_module',
  discussion_topics: 'discussion_topic',
  external_feeds: 'external_feed',
  folders: 'folder',
  grading_standards: 'grading_standard',
  learning_outcome_groups: 'learning_outcome_group',
  learning_outcomes: 'learning_outcome',
  rubrics: 'rubric',
  wiki_pages: 'wiki_page',
};

/** The letter first: an XML id begins with one. Source: CC::CCHelper.create_key with global ids. */
export const keyOf = (kind: Kind, id: number): string => hashed(`${ASSET[kind]}_${globalId(id)}`);

/** Of what has no id, by any words that tell it from others. */
export const hashed = (text: string): string => `g${createHash('md5').update(text).digest('hex')}`;

/** What of a course has come from elsewhere, as a map that is read once and written through. */
export class KnownKeys {
  readonly courseId: number;
  readonly #ids: Map<string, number>;

  private constructor(courseId: number, ids: Map<string, number>) {
    this.courseId = courseId;
    this.#ids = ids;
  }

  static async of(ctx: Context, courseId: number): Promise<KnownKeys> {
    const rows = await ctx.db
      .selectFrom('migration_keys')
      .select(['content_type', 'migration_id', 'content_id'])
      .where('course_id', '=', courseId)
      .execute();
    const ids = rows.map(({ content_type, migration_id, content_id }): [string, number] => [
      `${content_type}:${migration_id}`,
      content_id,
    ]);
    return new KnownKeys(courseId, new Map(ids));
  }

  find(kind: Kind, key: string | null | undefined): number | undefined {
    return key ? this.#ids.get(`${kind}:${key}`) : undefined;
  }

  async remember(ctx: Context, kind: Kind, key: string, id: number): Promise<void> {
    if (this.find(kind, key) === id) return;
    await ctx.db
      .insertInto('migration_keys')
      .values({ course_id: this.courseId, content_type: kind, migration_id: key, content_id: id })
      .onConflict((conflict) =>
        conflict.columns(['course_id', 'content_type', 'migration_id']).doUpdateSet({ content_id: id }),
      )
      .execute();
    this.#ids.set(`${kind}:${key}`, id);
  }
}
