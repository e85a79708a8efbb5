import type { WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/accounts/{account_id}/developer_keys': () => ({
    path: 'accounts/1/developer_keys',
    may: ['rootAdmin'],
  }),
  'POST /api/v1/accounts/{account_id}/developer_keys': () => ({
    path: 'accounts/1/developer_keys',
    params: { developer_key: { name: 'Another' } },
    may: ['rootAdmin'],
  }),
  'PUT /api/v1/developer_keys/{id}': ({ developerKey }) => ({
    path: `developer_keys/${developerKey.id}`,
    params: { developer_key: { name: 'Renamed' } },
    may: ['rootAdmin'],
  }),
  'DELETE /api/v1/developer_keys/{id}': ({ developerKey }) => ({
    path: `developer_keys/${developerKey.id}`,
    may: ['rootAdmin'],
  }),
  'POST /api/v1/developer_keys/{id}/regenerate_secret': ({ developerKey }) => ({
    path: `developer_keys/${developerKey.id}/regenerate_secret`,
    may: ['rootAdmin'],
  }),
  'POST /api/v1/accounts/{account_id}/developer_keys/{developer_key_id}/developer_key_account_bindings': ({
    developerKey,
  }) => ({
    path: `accounts/1/developer_keys/${developerKey.id}/developer_key_account_bindings`,
    params: { developer_key_account_binding: { workflow_state: 'on' } },
    may: ['rootAdmin'],
  }),
} satisfies WhoMay;
