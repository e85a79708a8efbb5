import { describe, expect, it } from 'vitest';
import type { Permission } from './permissions.ts';
import { type UserAccess, userGrants, userRightNames } from './user-rights.ts';

interface Changes extends Partial<Omit<UserAccess, 'rootSettings'>> {
  rootSettings?: Partial<UserAccess['rootSettings']>;
}

const access = ({ rootSettings, ...rest }: Changes = {}): UserAccess => ({
  actorId: 7,
  targetId: 9,
  accountPermissions: new Set(),
  coursePermissions: new Set(),
  instructsTarget: false,
  observesTarget: false,
  outranksTarget: true,
  isOnlyStudent: true,
  hasSisLogin: false,
  rootSettings: {
    users_can_edit_name: true,
    users_can_edit_profile: true,
    admins_can_change_passwords: false,
    limit_personal_access_tokens: false,
    restrict_personal_access_tokens_from_students: false,
    ...rootSettings,
  },
  ...rest,
});
const granted = (changes: Changes) => userRightNames.filter((right) => userGrants(right, access(changes)));
const self = { actorId: 9 };
const admin = (...permissions: Permission[]) => ({ accountPermissions: new Set(permissions) });

describe('rights over a user', () => {
  it('of a stranger are none', () => {
    expect(granted({})).toEqual([]);
    expect(granted({ actorId: null })).toEqual([]);
  });

  it('of oneself stop short of administration', () => {
    const rights = granted(self);
    expect(rights).toEqual(
      expect.arrayContaining(['read', 'manage', 'rename', 'update_avatar', 'change_password']),
    );
    for (const right of ['manage_user_details', 'view_statistics', 'terminate_sessions', 'manage_logins'])
      expect(rights).not.toContain(right);
  });

  it('of oneself obey the root account', () => {
    expect(granted({ ...self, rootSettings: { users_can_edit_name: false } })).not.toContain('rename');
    expect(granted({ ...self, rootSettings: { users_can_edit_profile: false } })).not.toContain(
      'update_profile',
    );
  });

  it('of an observer', () => {
    expect(granted({ observesTarget: true })).toEqual(['read', 'read_as_parent', 'read_files']);
  });

  it('of an instructor', () => {
    expect(granted({ instructsTarget: true })).toEqual(['read_profile']);
    expect(
      granted({ coursePermissions: new Set<Permission>(['read_reports', 'read_email_addresses']) }),
    ).toEqual(['read_profile', 'read_reports', 'read_email_addresses', 'remove_avatar']);
  });

  it('of an administrator of logins, unless the user outranks him', () => {
    const below = granted(admin('manage_user_logins'));
    expect(below).toEqual(
      expect.arrayContaining(['read', 'rename', 'manage_user_details', 'terminate_sessions']),
    );
    const above = granted({ ...admin('manage_user_logins'), outranksTarget: false });
    expect(above).toEqual([
      'read',
      'read_profile',
      'api_show_user',
      'read_files',
      'read_reports',
      'terminate_sessions',
    ]);
  });

  it('over a login from the SIS take manage_sis to delete it', () => {
    const sis = { hasSisLogin: true };
    expect(granted({ ...sis, ...admin('manage_user_logins') })).not.toContain('delete_logins');
    expect(granted({ ...sis, ...admin('manage_user_logins', 'manage_sis') })).toContain('delete_logins');
  });

  it('over passwords take the setting of the root account', () => {
    const who = admin('manage_user_logins');
    expect(granted(who)).not.toContain('change_password');
    expect(granted({ ...who, rootSettings: { admins_can_change_passwords: true } })).toContain(
      'change_password',
    );
  });
});

describe('access tokens', () => {
  const creates = (changes: Changes) => userGrants('create_access_tokens', access(changes));

  it('are one’s own to make until the root account limits them', () => {
    expect(creates(self)).toBe(true);
    expect(creates({ ...self, rootSettings: { limit_personal_access_tokens: true } })).toBe(false);
    const noStudents = { restrict_personal_access_tokens_from_students: true };
    expect(creates({ ...self, rootSettings: noStudents })).toBe(false);
    expect(creates({ ...self, rootSettings: noStudents, isOnlyStudent: false })).toBe(true);
  });

  it('of others take a permission each', () => {
    expect(granted(admin('create_access_tokens'))).toEqual(['create_access_tokens']);
    expect(granted(admin('delete_access_tokens'))).toEqual(['delete_access_tokens']);
    expect(granted(admin('view_user_generated_access_tokens'))).toEqual(['read_access_tokens']);
  });
});
