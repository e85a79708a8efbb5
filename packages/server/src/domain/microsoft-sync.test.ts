import { describe, expect, it } from 'vitest';
import { microsoftSyncFault } from './microsoft-sync.ts';

const on = new Set(['microsoft_group_enrollments_syncing']);
const valid = {
  microsoft_sync_enabled: true,
  microsoft_sync_tenant: 'school.onmicrosoft.com',
  microsoft_sync_login_attribute: 'sis_user_id',
  microsoft_sync_remote_attribute: 'mail',
};

describe('microsoftSyncFault', () => {
  it('refuses everything where the feature is off', () => {
    expect(microsoftSyncFault(valid)).toContain('"Microsoft Group enrollment syncing" feature flag');
  });

  it('takes what is complete, and anything that turns it off', () => {
    expect(microsoftSyncFault(valid, on)).toBeUndefined();
    expect(microsoftSyncFault({ microsoft_sync_enabled: false }, on)).toBeUndefined();
  });

  it.each([
    [{ microsoft_sync_tenant: 'x' }, 'Please specify whether'],
    [{ microsoft_sync_enabled: true }, 'please provide a tenant'],
    [{ ...valid, microsoft_sync_tenant: '-bad.com' }, 'Invalid Microsoft Sync tenant'],
    [
      { ...valid, microsoft_sync_login_attribute: 'shoe size' },
      'email, preferred_username, sis_user_id, or integration_id',
    ],
    [{ ...valid, microsoft_sync_login_attribute_suffix: '@a b' }, 'cannot have any whitespace'],
    [{ ...valid, microsoft_sync_remote_attribute: 'x' }, 'userPrincipalName, mail, or mailNickname'],
  ])('says what is wrong with %j', (settings, words) => {
    expect(microsoftSyncFault(settings, on)).toContain(words);
  });
});
