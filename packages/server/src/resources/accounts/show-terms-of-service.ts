import { operation } from '../../http/operation.ts';
import { account, findTermsOfService } from './load.ts';
import { TermsOfService } from './schema.ts';

export default operation('GET /api/v1/accounts/{account_id}/terms_of_service', {
  summary: 'The terms of service of the institution',
  load: { account: account('account_id') },
  requires: 'public',
  returns: TermsOfService,
  async handle({ ctx, account }) {
    const terms = await findTermsOfService(ctx, account.root_account_id);
    // Who may register himself is said at the institution alone.
    const own =
      account.parent_account_id === null ? (account.settings['self_registration_type'] ?? 'none') : null;
    return {
      id: terms.id,
      terms_type: terms.terms_type,
      passive: terms.passive,
      account_id: terms.account_id,
      content: terms.terms_type === 'custom' ? terms.content : null,
      self_registration_type: own === null ? null : String(own),
    };
  },
});
