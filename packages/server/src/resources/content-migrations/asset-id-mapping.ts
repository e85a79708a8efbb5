import { courseRows } from '../../domain/copying/course-rows.ts';
import { type Kind, KnownKeys, keyOf } from '../../domain/copying/keys.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { anyContentRight, migration, places } from './load.ts';
import { AssetIdMapping } from './schema.ts';

export default operation('GET /api/v1/courses/{course_id}/content_migrations/{id}/asset_id_mapping', {
  summary: 'What became of the things of the source',
  load: { context: { ...places.courses, param: 'course_id' }, migration: migration('id') },
  requires: { context: anyContentRight },
  returns: AssetIdMapping,
  async handle({ ctx, context, migration }) {
    if (migration.workflow_state !== 'imported') {
      throw new Refusal(400, { message: 'Migration is incomplete' });
    }
    if (migration.source_course_id === null) {
      throw new Refusal(400, { message: 'Migration is not course copy or blueprint' });
    }
    const source = await ctx.db
      .selectFrom('courses')
      .selectAll()
      .where('id', '=', migration.source_course_id)
      .executeTakeFirstOrThrow();
    const rows = await courseRows(ctx, source);
    const keys = await KnownKeys.of(ctx, context.id);
    const map = (kind: Kind, list: readonly { id: number }[]) =>
      Object.fromEntries(
        list.flatMap(({ id }) => {
          const here = keys.find(kind, keyOf(kind, id));
          return here === undefined ? [] : [[String(id), String(here)]];
        }),
      );
    const kinds = {
      announcements: map(
        'discussion_topics',
        rows.topics.filter((topic) => topic.is_announcement),
      ),
      assignments: map('assignments', rows.assignments),
      discussion_topics: map(
        'discussion_topics',
        rows.topics.filter((topic) => !topic.is_announcement),
      ),
      files: map('attachments', rows.files),
      module_items: map('content_tags', rows.items),
      modules: map('context_modules', rows.modules),
      pages: map('wiki_pages', rows.pages),
    };
    return Object.fromEntries(Object.entries(kinds).filter(([, ids]) => Object.keys(ids).length > 0));
  },
});
