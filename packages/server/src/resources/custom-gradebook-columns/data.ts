import type { Context } from '../../http/context.ts';

export type Datum = {
  column_id: number;
  user_id: number;
  content: string;
};

/** Notes what columns say of students; a blank takes it away. */
export async function writeData(ctx: Context, data: readonly Datum[]): Promise<void> {
  for (const { column_id, user_id, content } of data) {
    if (content.trim() === '') {
      await ctx.db
        .deleteFrom('custom_gradebook_column_data')
        .where('custom_gradebook_column_id', '=', column_id)
        .where('user_id', '=', user_id)
        .execute();
      continue;
    }
    await ctx.db
      .insertInto('custom_gradebook_column_data')
      .values({ custom_gradebook_column_id: column_id, user_id, content })
      .onConflict((conflict) =>
        conflict.columns(['custom_gradebook_column_id', 'user_id']).doUpdateSet({ content }),
      )
      .execute();
  }
}
