import { sql } from 'kysely';
import { containing } from '../../db/containing.ts';
import { isMeantFor } from '../../domain/content-audience.ts';
import { noteModuleAction } from '../../domain/module-progress.ts';
import { mayInWiki, readersOf, type WikiContext } from '../../domain/wiki-access.ts';
import { pagesOf } from '../../domain/wiki-pages.ts';
import { Refusal, SearchTermTooShort } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { paginate, type SortKey } from '../../http/page.ts';
import { wikis } from './load.ts';
import { Pages } from './schema.ts';
import { serializePages } from './serialize.ts';
import { refuseUnless } from './write.ts';

/** A page without a date stands behind all others, in either direction as PostgreSQL puts it. */
const sortKeys: Readonly<Record<string, SortKey['by']>> = {
  title: 'wiki_pages.title_key',
  created_at: 'wiki_pages.created_at',
  updated_at: 'wiki_pages.revised_at',
  todo_date: sql`coalesce(wiki_pages.todo_date, 'infinity')`,
};

export default inContexts(wikis, 'GET /api/v1/{context}/pages', {
  summary: 'The pages of a course or a group',
  // The right is one in the wiki, not in the context itself.
  requires: 'public',
  returns: Pages,
  async handle({ ctx, context, params }) {
    refuseUnless(ctx, await mayInWiki(ctx, context, 'read'));
    const seesAll = await mayInWiki(ctx, context, 'view_unpublished_items');
    refuseHiddenTab(context, seesAll);
    const readers = seesAll ? 'all' : await readersOf(ctx, context);
    const { search_term, published, sort } = params;
    if (search_term && search_term.length < 2) throw new SearchTermTooShort();
    const direction = params.order === 'desc' ? 'desc' : 'asc';
    const by = sortKeys[sort ?? ''];
    const pages = await paginate(
      ctx,
      pagesOf(ctx, context)
        .$if(!seesAll, (query) => query.where(isPublishedAt(ctx)))
        .$if(readers !== 'all', (query) => query.where(isMeantFor('Page', readers === 'all' ? [] : readers)))
        .$if(published === true, (query) => query.where(isPublishedAt(ctx)))
        .$if(published === false, (query) => query.where((eb) => eb.not(isPublishedAt(ctx))))
        .$if(Boolean(search_term), (query) => query.where('title', 'ilike', containing(search_term ?? ''))),
      { kind: 'total', order: by ? [{ by, direction }] : [], key: 'wiki_pages.id', direction },
    );
    const withBody = params.include?.includes('body') ?? false;
    const list = await serializePages(ctx, context, pages, { body: withBody });
    if (withBody && ctx.user) {
      const read = list.flatMap(({ page_id, locked_for_user }) => (locked_for_user ? [] : page_id));
      await noteModuleAction(ctx, { user: ctx.user.id, type: 'view', content: { type: 'Page', id: read } });
    }
    return list;
  },
});

const isPublishedAt = ({ now }: Context) =>
  sql<boolean>`(wiki_pages.workflow_state = 'active' or coalesce(wiki_pages.publish_at <= ${now}::timestamptz, false))`;

/** Where teachers have taken Pages out of the navigation, students don't get the list. */
function refuseHiddenTab(context: WikiContext, seesAll: boolean): void {
  if (context.type !== 'Course' || seesAll) return;
  const isHidden = context.course.tab_configuration?.some(({ id, hidden }) => id === 'pages' && hidden);
  if (isHidden) throw new Refusal(404, { message: 'That page has been disabled for this course' });
}
