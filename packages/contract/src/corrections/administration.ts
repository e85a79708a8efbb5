import type { Correction } from '../corrections.ts';
import { flag, text, texts } from './params.ts';

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
];
