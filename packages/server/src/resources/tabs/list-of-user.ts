import { sql } from 'kysely';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { Tabs } from './schema.ts';
import { serializeTabs } from './serialize.ts';
import { type ProfileFacts, userTabs } from './user-tabs.ts';

export default operation('GET /api/v1/users/{user_id}/tabs', {
  summary: 'The tabs of a profile',
  load: { user: user('user_id') },
  requires: { user: 'read' },
  denied: NotFound,
  returns: Tabs,
  // Whose profile it is makes no difference to the tabs, only who looks.
  handle: async ({ ctx }) => serializeTabs(ctx, userTabs(await factsOf(ctx))),
});

async function factsOf(ctx: Context): Promise<ProfileFacts> {
  const { settings } = ctx.rootAccount;
  const { id, fake_student } = ctx.me;
  const { sharesContent, observes } = await ctx.db
    .selectFrom('users')
    .select([
      sql<boolean>`exists (select 1 from enrollments where user_id = users.id and workflow_state = 'active'
        and type in ('TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment'))
        or exists (select 1 from account_users where user_id = users.id and workflow_state = 'active')`.as(
        'sharesContent',
      ),
      sql<boolean>`exists (select 1 from user_observation_links
        where observer_id = users.id and workflow_state = 'active')`.as('observes'),
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    profilesOn: settings['enable_profiles'] === true,
    eportfoliosOn: settings['enable_eportfolios'] !== false,
    sharesContent,
    observes,
    isTestStudent: fake_student,
  };
}
