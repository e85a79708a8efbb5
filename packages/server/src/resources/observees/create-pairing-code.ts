import { randomToken } from '../../domain/random-token.ts';
import { Unauthorized } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Id, Shape, Text, Timestamp } from '../../http/schema.ts';
import { user } from '../users/load.ts';

const CODE_LENGTH = 6;
const LIFETIME_DAYS = 7;

export default operation('POST /api/v1/users/{user_id}/observer_pairing_codes', {
  summary: 'Make a code with which somebody may observe a student',
  load: { student: user('user_id') },
  requires: { student: 'generate_observer_pairing_code' },
  returns: Shape({ user_id: Id, code: Text, expires_at: Timestamp, workflow_state: Text }),
  async handle({ ctx, student }) {
    if (!(await studies(ctx, student))) throw new Unauthorized();
    const expires = new Date(Date.parse(ctx.now) + LIFETIME_DAYS * 86_400_000);
    return await ctx.db
      .insertInto('observer_pairing_codes')
      .values({
        user_id: student.id,
        code: await freshCode(ctx),
        expires_at: `${expires.toISOString().slice(0, 19)}Z`,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returning(['user_id', 'code', 'expires_at', 'workflow_state'])
      .executeTakeFirstOrThrow();
  },
});

async function studies(ctx: Context, { id }: User): Promise<boolean> {
  const enrollment = await ctx.db
    .selectFrom('enrollments')
    .select('id')
    .where('user_id', '=', id)
    .where('type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('workflow_state', 'not in', ['deleted', 'rejected'])
    .limit(1)
    .executeTakeFirst();
  return enrollment !== undefined;
}

/** Six characters are few enough to meet a code that was given out before. */
async function freshCode(ctx: Context): Promise<string> {
  for (;;) {
    const code = randomToken(CODE_LENGTH);
    const taken = await ctx.db
      .selectFrom('observer_pairing_codes')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirst();
    if (!taken) return code;
  }
}
