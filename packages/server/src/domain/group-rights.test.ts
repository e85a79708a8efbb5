import { describe, expect, it } from 'vitest';
import { type GroupAccess, groupGrants, groupRightNames, type ParentRight } from './group-rights.ts';

interface Somebody {
  parent?: readonly ParentRight[];
  membership?: GroupAccess['membership'];
  group?: Partial<GroupAccess['group']>;
  category?: Partial<GroupAccess['category']>;
  canParticipate?: boolean;
  sharesSection?: boolean;
  studentsMakeGroups?: boolean;
}

const accepted = { accepted: true, moderator: false };
const moderator = { accepted: true, moderator: true };
const student: readonly ParentRight[] = ['read', 'participate_as_student', 'send_messages', 'read_roster'];
const teacher: readonly ParentRight[] = [
  ...(['read', 'read_as_admin', 'read_roster', 'send_messages', 'moderate_forum'] as const),
  ...(['post_to_forum', 'create_forum', 'view_group_pages', 'create_conferences'] as const),
  ...(['manage_groups_add', 'manage_groups_manage', 'manage_groups_delete'] as const),
];

function rightsOf(who: Somebody): string[] {
  const access: GroupAccess = {
    group: {
      context_type: 'Course',
      join_level: 'invitation_only',
      leader_id: null,
      non_collaborative: false,
      ...who.group,
    },
    category: { role: null, self_signup: null, ...who.category },
    userId: 7,
    membership: who.membership ?? null,
    canParticipate: who.canParticipate ?? true,
    sharesSection: who.sharesSection ?? false,
    studentsMakeGroups: who.studentsMakeGroups ?? false,
    parentGrants: (right) => (who.parent ?? student).includes(right),
  };
  return groupRightNames.filter((right) => groupGrants(right, access));
}

describe('rights in a group', () => {
  it('gives a student who isn’t in it nothing to see', () => {
    expect(rightsOf({})).toEqual(['participate_as_student', 'send_messages', 'send_messages_all']);
  });

  it('lets a member read and fill it, and leaves its members to others', () => {
    const rights = rightsOf({ membership: accepted });
    expect(rights).toEqual(
      expect.arrayContaining([
        ...['read', 'read_files', 'read_roster', 'read_forum', 'read_announcements', 'participate'],
        ...['post_to_forum', 'create_forum', 'manage_files_add', 'manage_wiki_update', 'manage_calendar'],
        ...['view_unpublished_items', 'manage_course_content_delete'],
      ]),
    );
    for (const right of ['manage', 'update', 'delete', 'moderate_forum', 'join', 'leave', 'read_as_admin']) {
      expect(rights).not.toContain(right);
    }
  });

  it('keeps a member of an unpublished course to taking part', () => {
    const rights = rightsOf({ membership: accepted, parent: [] });
    expect(rights).toContain('participate');
    expect(rights).not.toContain('read');
  });

  it('keeps a member who is no longer at work to reading', () => {
    const rights = rightsOf({ membership: accepted, canParticipate: false });
    expect(rights).toContain('read');
    expect(rights).not.toContain('post_to_forum');
    expect(rights).not.toContain('manage_files_add');
  });

  it('lets a moderator manage it, and a leader change it', () => {
    expect(rightsOf({ membership: moderator })).toEqual(
      expect.arrayContaining(['manage', 'update', 'delete', 'moderate_forum']),
    );
    const leads = rightsOf({ membership: accepted, group: { leader_id: 7 } });
    expect(leads).toContain('update');
    expect(leads).not.toContain('manage');
  });

  it('lets a teacher do everything but take part', () => {
    const rights = rightsOf({ parent: teacher });
    const missing = groupRightNames.filter((right) => !rights.includes(right));
    expect(missing).toEqual([
      ...['read_sis', 'read_email_addresses', 'view_user_logins'],
      ...['participate', 'participate_as_student', 'join', 'leave'],
    ]);
  });

  it('lets whoever only sees the pages of groups look around', () => {
    expect(rightsOf({ parent: ['read', 'view_group_pages'] })).toEqual([
      ...['read', 'read_roster', 'read_forum', 'read_announcements', 'read_files'],
    ]);
  });

  it.each([
    [{ category: { self_signup: 'enabled' } }, true],
    [{ category: { self_signup: 'restricted' } }, false],
    [{ category: { self_signup: 'restricted' }, sharesSection: true }, true],
    [{ category: { self_signup: 'enabled' }, canParticipate: false }, false],
    [{ category: { role: 'student_organized' }, group: { join_level: 'parent_context_auto_join' } }, true],
    [{ category: { role: 'student_organized' }, group: { join_level: 'parent_context_request' } }, true],
    [{ category: { role: 'student_organized' } }, false],
    [{ group: { join_level: 'parent_context_auto_join' } }, false],
  ] satisfies [Somebody, boolean][])('%o: joining is %s', (who, may) => {
    expect(rightsOf(who).includes('join')).toBe(may);
  });

  it('lets students make groups where the course does', () => {
    expect(rightsOf({ studentsMakeGroups: true })).toContain('create');
    expect(rightsOf({ studentsMakeGroups: true, parent: ['read'] })).not.toContain('create');
  });

  it('gives a differentiation tag to those who manage tags, and nobody its content', () => {
    const tag = { group: { non_collaborative: true }, membership: accepted };
    expect(rightsOf({ ...tag, parent: [...teacher] })).toEqual([]);
    expect(rightsOf({ ...tag, parent: ['read', 'manage_tags_manage', 'manage_tags_delete'] })).toEqual([
      ...['read', 'read_roster', 'manage_students', 'allow_course_admin_actions'],
      ...['manage', 'update', 'delete'],
    ]);
  });
});
