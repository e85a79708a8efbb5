import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const { admin, as, make } = await openWorld();
const course = await make.course();
const me = as((await make.member(course.id, 'TeacherEnrollment')).token);
const pupil = as((await make.member(course.id)).token);
const inCourse = { context_type: 'Course', context_id: course.id } as const;
const root = await make.folder({ ...inCourse, name: 'course files' });
const path = `courses/${course.id}/usage_rights`;

const rightsOf = async (id: number) =>
  (await me.get(`files/${id}`, { 'include[]': 'usage_rights' })).body.usage_rights;

describe('PUT /api/v1/courses/{course_id}/usage_rights', () => {
  it('gives rights to files and to all in folders, and publishes on request', async () => {
    const outer = await make.folder({ ...inCourse, parent_folder_id: root.id });
    const inner = await make.folder({ ...inCourse, parent_folder_id: outer.id });
    const named = await make.file({ ...inCourse, folder_id: root.id, locked: true });
    const inside = await make.file({ ...inCourse, folder_id: inner.id, locked: true });
    const { status, body } = await me.put(path, {
      file_ids: [named.id, 999_999],
      folder_ids: [outer.id],
      publish: true,
      usage_rights: {
        use_justification: 'creative_commons',
        legal_copyright: '(C) 2026 Easel',
        license: 'cc_by_sa',
      },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      use_justification: 'creative_commons',
      license: 'cc_by_sa',
      legal_copyright: '(C) 2026 Easel',
      license_name: 'CC Attribution Share Alike',
      message: '2 files updated',
      file_ids: [inside.id, named.id],
    });
    expect((await me.get(`files/${inside.id}`)).body.locked).toBe(false);
    expect(await rightsOf(named.id)).toMatchObject({ license: 'cc_by_sa' });
  });

  it.each([
    ['own_copyright', 'private'],
    ['public_domain', 'public_domain'],
    ['used_by_permission', 'private'],
    ['fair_use', 'private'],
    ['creative_commons', 'cc_by_nc_nd'],
  ])('infers the license of %s: %s', async (use_justification, license) => {
    const file = await make.file({ ...inCourse, folder_id: root.id });
    const { body } = await me.put(path, { file_ids: [file.id], usage_rights: { use_justification } });
    expect(body).toMatchObject({ license, message: '1 file updated', legal_copyright: null });
  });

  it('says what is missing or wrong', async () => {
    const file = await make.file({ ...inCourse, folder_id: root.id });
    const put = (params: object) => me.put(path, { file_ids: [file.id], ...params });
    expect(await me.put(path, { usage_rights: { use_justification: 'fair_use' } })).toMatchObject({
      status: 400,
      body: { message: "Must supply 'file_ids' and/or 'folder_ids' parameter" },
    });
    expect((await put({})).body).toEqual({ message: "No 'usage_rights' object supplied" });
    for (const wrong of [{ use_justification: 'mine' }, { license: 'cc_by' }]) {
      expect((await put({ usage_rights: wrong })).body.errors.use_justification).toMatchObject([
        { message: 'is not included in the list' },
      ]);
    }
    const license = { use_justification: 'fair_use', license: 'wtfpl' };
    expect((await put({ usage_rights: license })).body.errors.license).toHaveLength(1);
    expect((await pupil.put(path, { file_ids: [file.id] })).status).toBe(401);
  });
});

describe('PUT /api/v1/users/{user_id}/usage_rights', () => {
  it('is for one’s own files', async () => {
    const person = await make.person();
    const file = await make.file({ context_type: 'User', context_id: person.id });
    const params = { file_ids: [file.id], usage_rights: { use_justification: 'own_copyright' } };
    const mine = as(person.token);
    expect((await mine.put('users/self/usage_rights', params)).body.file_ids).toEqual([file.id]);
    expect((await me.put('users/self/usage_rights', params)).body).toMatchObject({
      message: '0 files updated',
    });
  });
});

describe('DELETE /api/v1/courses/{course_id}/usage_rights', () => {
  it('takes them away', async () => {
    const file = await make.file({ ...inCourse, folder_id: root.id });
    await me.put(path, { file_ids: [file.id], usage_rights: { use_justification: 'fair_use' } });
    expect((await me.delete(path, { 'file_ids[]': file.id })).body).toEqual({
      message: '1 file updated',
      file_ids: [file.id],
    });
    expect(await rightsOf(file.id)).toBeNull();
    expect((await me.delete(path)).status).toBe(400);
  });
});

describe('DELETE /api/v1/users/{user_id}/usage_rights', () => {
  it('takes them from one’s own', async () => {
    const person = await make.person();
    const file = await make.file({ context_type: 'User', context_id: person.id });
    expect((await as(person.token).delete('users/self/usage_rights', { 'file_ids[]': file.id })).status).toBe(
      200,
    );
    expect((await admin.delete(`users/${person.id}/usage_rights`, { 'file_ids[]': file.id })).status).toBe(
      401,
    );
  });
});

describe('GET /api/v1/courses/{course_id}/content_licenses', () => {
  it('lists Canvas’s eight', async () => {
    const { body } = await pupil.get(`courses/${course.id}/content_licenses`);
    expect(body.map(({ id }: { id: string }) => id)).toEqual([
      'private',
      'cc_by_nc_nd',
      'cc_by_nc_sa',
      'cc_by_nc',
      'cc_by_nd',
      'cc_by_sa',
      'cc_by',
      'public_domain',
    ]);
    expect(body[6]).toEqual({
      id: 'cc_by',
      name: 'CC Attribution',
      url: 'http://creativecommons.org/licenses/by/4.0',
    });
  });
});

describe('GET /api/v1/users/{user_id}/content_licenses', () => {
  it('lists the same', async () => {
    expect((await pupil.get('users/self/content_licenses')).body).toHaveLength(8);
  });
});

/** A file of a group of the course, and one of its members. */
async function groupFile() {
  const group = await make.group({ context_type: 'Course', context_id: course.id });
  const member = await make.member(course.id);
  await make.groupMember(group.id, member.id);
  const file = await make.file({ context_type: 'Group', context_id: group.id });
  return { file, member: as(member.token), path: `groups/${group.id}` };
}

describe('PUT /api/v1/groups/{group_id}/usage_rights', () => {
  it('is for its members, and its own files', async () => {
    const { file, member, path } = await groupFile();
    const params = { file_ids: [file.id], usage_rights: { use_justification: 'own_copyright' } };
    expect((await member.put(`${path}/usage_rights`, params)).body.file_ids).toEqual([file.id]);
    const other = await groupFile();
    expect((await other.member.put(`${other.path}/usage_rights`, params)).body.file_ids).toEqual([]);
    expect((await pupil.put(`${path}/usage_rights`, params)).status).toBe(401);
  });
});

describe('DELETE /api/v1/groups/{group_id}/usage_rights', () => {
  it('takes them away', async () => {
    const { file, member, path } = await groupFile();
    const { body } = await member.delete(`${path}/usage_rights`, { 'file_ids[]': file.id });
    expect(body).toEqual({ message: '1 file updated', file_ids: [file.id] });
  });
});

describe('GET /api/v1/groups/{group_id}/content_licenses', () => {
  it('lists the same as in a course', async () => {
    const { member, path } = await groupFile();
    expect((await member.get(`${path}/content_licenses`)).body).toHaveLength(8);
  });
});
