import type { Correction } from '../corrections.ts';
import { flag, json, text, texts } from './params.ts';

export const administrationCorrections: readonly Correction[] = [
  {
    operations: ['POST /api/v1/progress/{id}/cancel'],
    because: 'The message is described in the text only.',
    source: 'app/controllers/progress_controller.rb cancel',
    params: { message: text },
  },
  {
    operations: ['POST /api/v1/accounts/{account_id}/roles', 'PUT /api/v1/accounts/{account_id}/roles/{id}'],
    because: 'What was read may be sent back whole; a permission marked readonly is passed over.',
    source: 'app/controllers/role_overrides_controller.rb set_permissions_for',
    params: { 'permissions[<X>][readonly]': flag },
  },
  {
    operations: ['GET /api/v1/accounts/{account_id}/admins'],
    because: 'The users take the includes of users, without saying so.',
    source: 'app/controllers/admins_controller.rb index',
    params: { include: texts },
  },
  {
    operations: ['POST /api/v1/error_reports'],
    because:
      'Half of the documented ErrorReport is taken without being listed; username is a trap for robots.',
    source: 'app/controllers/errors_controller.rb create',
    params: {
      'error[message]': text,
      'error[backtrace]': text,
      'error[category]': text,
      'error[user_perceived_severity]': text,
      'error[context_asset_string]': text,
      'error[user_roles]': json,
      'error[username]': text,
    },
    returns: '{ logged: boolean; id: integer }',
  },
];
