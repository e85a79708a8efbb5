import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { nameKey } from './queries.ts';
import { Account } from './schema.ts';
import { serializeAccountReadOnly } from './serialize.ts';

export default operation('GET /api/v1/course_accounts', {
  summary: 'The accounts of the courses that the caller teaches, assists in or designs',
  requires: 'public',
  returns: List(Account),
  async handle({ ctx }) {
    const { user } = ctx;
    if (!user) return [];
    const query = ctx.db
      .selectFrom('accounts')
      .selectAll()
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('courses')
            .innerJoin('enrollments', 'enrollments.course_id', 'courses.id')
            .select('courses.id')
            .whereRef('courses.account_id', '=', 'accounts.id')
            .where('enrollments.user_id', '=', user.id)
            .where('enrollments.type', 'in', ['TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment'])
            .where('enrollments.workflow_state', '<>', 'deleted')
            .where(({ eb, or, and }) =>
              or([
                eb('courses.workflow_state', 'in', ['created', 'claimed']),
                and([
                  eb('courses.workflow_state', '=', 'available'),
                  eb('enrollments.workflow_state', '=', 'active'),
                ]),
              ]),
            ),
        ),
      );
    const accounts = await paginate(ctx, query, {
      key: 'accounts.id',
      kind: 'bookmarks',
      order: [{ by: nameKey }],
    });
    return accounts.map((account) => serializeAccountReadOnly(ctx, account));
  },
});
