import { mayInAccount } from '../../domain/account-access.ts';
import { operation } from '../../http/operation.ts';
import { manuallyCreatedCoursesAccount } from './load.ts';
import { Account } from './schema.ts';
import { serializeAccount, serializeAccountReadOnly } from './serialize.ts';

export default operation('GET /api/v1/manually_created_courses_account', {
  summary: 'The account of the courses that belong to no department',
  requires: 'user',
  returns: Account,
  async handle({ ctx }) {
    const account = await manuallyCreatedCoursesAccount(ctx);
    const reads = await mayInAccount(ctx, account, 'read');
    return reads ? await serializeAccount(ctx, account) : serializeAccountReadOnly(ctx, account);
  },
});
