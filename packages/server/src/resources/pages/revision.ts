/** One revision of a page, for those who look at it and those who bring it back. */
import type { PageRow, WikiContext } from '../../domain/wiki-access.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { PageRevision } from './schema.ts';
import { type RevisionRow, serializeRevisions } from './serialize.ts';

export async function latestNumber(ctx: Context, { id }: Pick<PageRow, 'id'>): Promise<number> {
  const { number } = await ctx.db
    .selectFrom('wiki_page_versions')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('wiki_page_id', '=', id)
    .executeTakeFirstOrThrow();
  return number;
}

/** @throws NotFound */
export async function findRevision(
  ctx: Context,
  page: Pick<PageRow, 'id'>,
  number: number,
): Promise<RevisionRow> {
  const row = await ctx.db
    .selectFrom('wiki_page_versions')
    .selectAll()
    .where('wiki_page_id', '=', page.id)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** The number that stands in a path; 0, which names none, for what is none. */
export function revisionNumber(text: string): number {
  const number = Number.parseInt(text, 10);
  return number > 0 && number < 2 ** 31 ? number : 0;
}

export async function showRevision(
  ctx: Context,
  context: WikiContext,
  revision: RevisionRow,
  { content, latest }: { content: boolean; latest: number },
): Promise<PageRevision> {
  const [json] = await serializeRevisions(ctx, context, [revision], { content, latest });
  return json as PageRevision;
}
