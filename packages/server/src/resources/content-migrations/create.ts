import { inContext } from '../../domain/contexts.ts';
import { Refusal } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { places } from './load.ts';
import { carryOn, refuseMissing } from './save.ts';
import { ContentMigration } from './schema.ts';
import { findType } from './types.ts';

export default inContexts(places, 'POST /api/v1/{context}/content_migrations', {
  summary: 'Bring content here: from another course, or from a file',
  requires: { context: 'manage_course_content_add' },
  returns: ContentMigration,
  async handle({ ctx, context, params }) {
    const type = findType(params.migration_type);
    if (!type) throw new Refusal(400, { message: 'Invalid migration_type' });
    if (!type.contexts.includes(context.type)) {
      throw new Refusal(400, { message: 'Unsupported migration_type for context' });
    }
    await refuseMissing(ctx, context, type, params);
    const row = await ctx.db
      .insertInto('content_migrations')
      .values({
        ...inContext(context),
        user_id: ctx.me.id,
        migration_type: type.type,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return await carryOn(ctx, context, row, params);
  },
});
