import { describe, expect, it } from 'vitest';
import { upload } from '../../../testing/upload.ts';
import { openWorld } from '../../../testing/world.ts';

const { admin, as, make } = await openWorld();
const notFound = { errors: [{ message: 'The specified resource does not exist.' }] };

/** A course with its teacher and a student. */
async function classroom() {
  const course = await make.course();
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const student = await make.member(course.id);
  const me = as(teacher.token);
  const folder = async (params: object): Promise<{ id: number; full_name: string; name: string }> =>
    (await me.post(`courses/${course.id}/folders`, { parent_folder_path: '/', ...params })).body;
  return { course, me, pupil: as(student.token), folder };
}

describe('POST /api/v1/courses/{course_id}/folders', () => {
  it('makes a folder, as Canvas sends it', async () => {
    const { course, me } = await classroom();
    const { status, body } = await me.post(`courses/${course.id}/folders`, {
      name: ' Week/1 ',
      parent_folder_path: '',
      lock_at: '2027-01-01T00:00:00Z',
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: body.id,
      name: 'Week_1',
      full_name: 'course files/Week_1',
      context_id: course.id,
      context_type: 'Course',
      parent_folder_id: expect.any(Number),
      created_at: '2026-09-15T12:00:00Z',
      updated_at: '2026-09-15T12:00:00Z',
      lock_at: '2027-01-01T00:00:00Z',
      unlock_at: null,
      position: 1,
      locked: false,
      folders_url: expect.stringMatching(new RegExp(`^http://.+/api/v1/folders/${body.id}/folders$`)),
      files_url: expect.stringMatching(new RegExp(`/api/v1/folders/${body.id}/files$`)),
      files_count: 0,
      folders_count: 0,
      hidden: null,
      locked_for_user: false,
      hidden_for_user: false,
      for_submissions: false,
      can_upload: true,
    });
  });

  it('puts it into a folder by id or by path, which it makes', async () => {
    const { course, me, folder } = await classroom();
    const parent = await folder({ name: 'A', parent_folder_path: 'x/y z' });
    expect(parent.full_name).toBe('course files/x/y z/A');
    const child = await me.post(`courses/${course.id}/folders`, { name: 'B', parent_folder_id: parent.id });
    expect(child.body.full_name).toBe('course files/x/y z/A/B');
    const nowhere = await me.post(`courses/${course.id}/folders`, { name: 'D' });
    expect(nowhere.body.full_name).toBe('course files/unfiled/D');
    const both = { name: 'C', parent_folder_id: parent.id, parent_folder_path: 'x' };
    expect(await me.post(`courses/${course.id}/folders`, both)).toMatchObject({
      status: 400,
      body: { message: "Can't set folder path and folder id" },
    });
    expect(
      await me.post(`courses/${course.id}/folders`, { name: 'C', parent_folder_id: 999_999 }),
    ).toMatchObject({
      status: 404,
      body: notFound,
    });
  });

  it('numbers what has a namesake, calls what has no name "New Folder", refuses what is too long', async () => {
    const { me, course, folder } = await classroom();
    const names = [];
    for (const name of ['n', 'n', 'n', '']) names.push((await folder({ name })).name);
    expect(names).toEqual(['n', 'n 2', 'n 3', 'New Folder']);
    const long = await me.post(`courses/${course.id}/folders`, { name: 'x'.repeat(256) });
    expect(long).toMatchObject({
      status: 400,
      body: { errors: { name: [{ message: 'is too long (maximum is 255 characters)' }] } },
    });
    expect((await me.post(`courses/${course.id}/folders`, {})).status).toBe(400);
  });

  it('is for those who add files', async () => {
    const { course, pupil } = await classroom();
    expect((await pupil.post(`courses/${course.id}/folders`, { name: 'x' })).status).toBe(401);
  });
});

describe('POST /api/v1/users/{user_id}/folders', () => {
  it('is for oneself', async () => {
    const person = await make.person();
    const { body } = await as(person.token).post('users/self/folders', { name: 'Mine', hidden: true });
    expect(body).toMatchObject({ full_name: 'my files/unfiled/Mine', context_type: 'User', hidden: true });
    expect((await admin.post(`users/${person.id}/folders`, { name: 'x' })).status).toBe(401);
  });
});

describe('POST /api/v1/accounts/{account_id}/folders', () => {
  it('makes one in the account', async () => {
    const { body } = await admin.post('accounts/self/folders', { name: 'Shared', parent_folder_path: '/' });
    expect(body).toMatchObject({ full_name: 'files/Shared', context_type: 'Account', context_id: 1 });
  });
});

describe('POST /api/v1/folders/{folder_id}/folders', () => {
  it('makes one inside, hidden as the one it is in', async () => {
    const { me, folder } = await classroom();
    const { id } = await folder({ name: 'Outer', hidden: true });
    const { body } = await me.post(`folders/${id}/folders`, { name: 'Inner' });
    expect(body).toMatchObject({ parent_folder_id: id, hidden: true });
    expect((await me.post(`folders/${id}/folders`, { name: 'x', parent_folder_path: 'y' })).status).toBe(400);
  });
});

describe('GET /api/v1/folders/{id}', () => {
  it('counts for students what they can see', async () => {
    const { me, pupil, folder, course } = await classroom();
    const { id } = await folder({ name: 'Counted' });
    for (const values of [{}, { locked: true }, { hidden: true }]) {
      await me.post(`folders/${id}/folders`, { name: 'f', ...values });
      const { body } = await upload(me, `folders/${id}/files`, { name: 'f', on_duplicate: 'rename' });
      await me.put(`files/${body.id}`, values);
    }
    expect((await me.get(`folders/${id}`)).body).toMatchObject({ files_count: 3, folders_count: 3 });
    expect((await pupil.get(`folders/${id}`)).body).toMatchObject({
      files_count: 1,
      folders_count: 1,
      can_upload: false,
    });
    expect((await me.get(`courses/${course.id}/folders/${id}`)).body.id).toBe(id);
  });

  it('is closed to students when hidden or locked', async () => {
    const { me, pupil, folder } = await classroom();
    const locked = await folder({ name: 'L', locked: true });
    expect((await me.get(`folders/${locked.id}`)).body).toMatchObject({
      locked: true,
      locked_for_user: false,
    });
    expect((await pupil.get(`folders/${locked.id}`)).status).toBe(401);
    expect((await me.get('folders/999999')).body).toEqual(notFound);
    expect((await me.get('folders/root')).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{course_id}/folders/{id}', () => {
  it('knows the root by its name, and none of another course', async () => {
    const { course, me } = await classroom();
    const { body } = await me.get(`courses/${course.id}/folders/root`);
    expect(body).toMatchObject({
      name: 'course files',
      full_name: 'course files',
      parent_folder_id: null,
      position: null,
    });
    const other = await classroom();
    expect(
      (await me.get(`courses/${course.id}/folders/${(await other.folder({ name: 'x' })).id}`)).status,
    ).toBe(404);
  });
});

describe('GET /api/v1/users/{user_id}/folders/{id}', () => {
  it('knows the root', async () => {
    const person = await make.person();
    expect((await as(person.token).get('users/self/folders/root')).body.name).toBe('my files');
    expect((await as((await make.person()).token).get(`users/${person.id}/folders/root`)).status).toBe(401);
  });
});

describe('GET /api/v1/courses/{course_id}/folders', () => {
  it('lists all by name or position; students see the open ones', async () => {
    const { course, me, pupil, folder } = await classroom();
    await folder({ name: 'beta', parent_folder_path: 'Zed' });
    await folder({ name: 'Alpha', parent_folder_path: 'Zed', hidden: true });
    const names = async (api: typeof me, query = {}) =>
      (await api.get(`courses/${course.id}/folders`, query)).body.map(({ name }: { name: string }) => name);
    expect(await names(me)).toEqual(['Alpha', 'beta', 'course files', 'Zed']);
    expect((await names(me, { sort_by: 'position' })).at(-1)).toBe('course files');
    expect(await names(pupil)).toEqual(['beta', 'course files', 'Zed']);
    const { links } = await me.get(`courses/${course.id}/folders`, { per_page: 1 });
    expect(links['last']).toContain('page=4');
  });
});

describe('GET /api/v1/users/{user_id}/folders', () => {
  it('begins with the root', async () => {
    const person = await make.person();
    expect((await as(person.token).get('users/self/folders')).body).toMatchObject([{ name: 'my files' }]);
    expect((await admin.get(`users/${person.id}/folders`)).status).toBe(200);
  });
});

describe('GET /api/v1/folders/{id}/folders', () => {
  it('lists those right inside', async () => {
    const { me, folder } = await classroom();
    const outer = await folder({ name: 'Outer' });
    const b = await me.post(`folders/${outer.id}/folders`, { name: 'b' });
    const a = await me.post(`folders/${outer.id}/folders`, { name: 'a' });
    await me.post(`folders/${a.body.id}/folders`, { name: 'deep' });
    expect((await me.get(`folders/${outer.id}/folders`)).ids).toEqual([a.body.id, b.body.id]);
    expect((await me.get(`folders/${outer.id}/folders`, { sort_by: 'position' })).ids).toEqual([
      b.body.id,
      a.body.id,
    ]);
  });
});

describe('GET /api/v1/courses/{course_id}/folders/by_path/{full_path}', () => {
  it('gives the folders on the way', async () => {
    const { course, me, pupil, folder } = await classroom();
    await folder({ name: 'c d', parent_folder_path: 'a/b' });
    await folder({ name: 'secret', parent_folder_path: 'a/b', hidden: true });
    const path = `courses/${course.id}/folders/by_path`;
    const names = async (api: typeof me, tail: string) =>
      (await api.get(`${path}${tail}`)).body.map?.(({ name }: { name: string }) => name);
    expect(await names(me, '/a/b/c%20d')).toEqual(['course files', 'a', 'b', 'c d']);
    expect(await names(me, '/a/b/secret')).toEqual(['course files', 'a', 'b', 'secret']);
    expect((await me.get(`${path}/a/x`)).body).toEqual(notFound);
    expect((await pupil.get(`${path}/a/b/secret`)).status).toBe(404);
    expect(await names(pupil, '/a')).toEqual(['course files', 'a']);
  });
});

describe('GET /api/v1/courses/{course_id}/folders/by_path', () => {
  it('gives the root', async () => {
    const { course, me } = await classroom();
    expect((await me.get(`courses/${course.id}/folders/by_path`)).body).toMatchObject([
      { name: 'course files' },
    ]);
  });
});

describe('GET /api/v1/users/{user_id}/folders/by_path/{full_path}', () => {
  it('gives the folders on the way; without a path the root', async () => {
    const me = as((await make.person()).token);
    await me.post('users/self/folders', { name: 'x', parent_folder_path: 'one/two' });
    expect((await me.get('users/self/folders/by_path/one/two')).body).toHaveLength(3);
    expect((await me.get('users/self/folders/by_path')).body).toHaveLength(1);
  });
});

describe('GET /api/v1/users/{user_id}/folders/by_path', () => {
  it('is closed to others', async () => {
    const person = await make.person();
    expect((await as((await make.person()).token).get(`users/${person.id}/folders/by_path`)).status).toBe(
      401,
    );
  });
});

describe('PUT /api/v1/folders/{id}', () => {
  it('renames, and the full names of all below follow', async () => {
    const { course, me, folder } = await classroom();
    await folder({ name: 'deep', parent_folder_path: 'old/in' });
    const [, old] = (await me.get(`courses/${course.id}/folders/by_path/old`)).body;
    const { body } = await me.put(`folders/${old.id}`, { name: 'new', locked: true, position: 7 });
    expect(body).toMatchObject({ name: 'new', full_name: 'course files/new', locked: true, position: 7 });
    const [, , , deep] = (await me.get(`courses/${course.id}/folders/by_path/new/in/deep`)).body;
    expect(deep.full_name).toBe('course files/new/in/deep');
  });

  it('moves, but neither into itself nor out of its context', async () => {
    const { me, folder } = await classroom();
    const [a, b] = [await folder({ name: 'a' }), await folder({ name: 'b' })];
    const moved = await me.put(`folders/${b.id}`, { parent_folder_id: a.id });
    expect(moved.body).toMatchObject({ parent_folder_id: a.id, full_name: `${a.full_name}/b` });
    for (const id of [a.id, b.id]) {
      expect(
        (await me.put(`folders/${a.id}`, { parent_folder_id: id })).body.errors.parent_folder_id,
      ).toMatchObject([{ message: 'A folder cannot be the parent of itself' }]);
    }
    const { body: mine } = await me.post('users/self/folders', { name: 'mine' });
    expect((await me.put(`folders/${a.id}`, { parent_folder_id: mine.id })).status).toBe(404);
  });

  it('numbers a name that is taken, and leaves the root its own', async () => {
    const { course, me, folder } = await classroom();
    await folder({ name: 'taken' });
    const other = await folder({ name: 'other' });
    expect((await me.put(`folders/${other.id}`, { name: 'taken' })).body.name).toBe('taken 2');
    const { body: root } = await me.get(`courses/${course.id}/folders/root`);
    expect((await me.put(`folders/${root.id}`, { name: 'x' })).body.errors.name).toMatchObject([
      { message: 'Root folder name cannot be changed' },
    ]);
  });

  it('is for those who edit files', async () => {
    const { pupil, folder } = await classroom();
    expect((await pupil.put(`folders/${(await folder({ name: 'x' })).id}`, { name: 'y' })).status).toBe(401);
  });
});

describe('DELETE /api/v1/folders/{id}', () => {
  it('deletes what is empty, and all by force', async () => {
    const { me, folder } = await classroom();
    const empty = await folder({ name: 'empty' });
    expect((await me.delete(`folders/${empty.id}`)).body.id).toBe(empty.id);
    expect((await me.get(`folders/${empty.id}`)).status).toBe(404);

    const full = await folder({ name: 'full' });
    const { body: inner } = await me.post(`folders/${full.id}/folders`, { name: 'inner' });
    const { body: file } = await upload(me, `folders/${inner.id}/files`, { name: 'f' });
    expect(await me.delete(`folders/${full.id}`)).toMatchObject({
      status: 400,
      body: { message: "Can't delete a folder with content" },
    });
    expect((await me.delete(`folders/${full.id}`, { force: true })).status).toBe(200);
    for (const path of [`folders/${inner.id}`, `files/${file.id}`])
      expect((await me.get(path)).status).toBe(404);
    // Its name is free again.
    expect((await folder({ name: 'full' })).name).toBe('full');
  });

  it('keeps the root', async () => {
    const { course, me } = await classroom();
    const { body: root } = await me.get(`courses/${course.id}/folders/root`);
    expect((await me.delete(`folders/${root.id}`, { force: true })).body).toEqual({
      message: "Can't delete the root folder",
    });
  });

  it('keeps what was handed in', async () => {
    const person = await make.person();
    const { body: root } = await as(person.token).get('users/self/folders/root');
    const submitted = await make.folder({
      context_type: 'User',
      context_id: person.id,
      parent_folder_id: root.id,
      submission_context_code: 'course_1',
    });
    expect((await as(person.token).get(`folders/${submitted.id}`)).body).toMatchObject({
      for_submissions: true,
      can_upload: false,
    });
    expect((await as(person.token).delete(`folders/${submitted.id}`)).status).toBe(401);
  });
});

describe('POST /api/v1/folders/{dest_folder_id}/copy_folder', () => {
  it('copies all that is inside, into another course too', async () => {
    const from = await classroom();
    const to = await classroom();
    const source = await from.folder({ name: 'Unit' });
    const { body: inner } = await from.me.post(`folders/${source.id}/folders`, { name: 'inner' });
    await upload(from.me, `folders/${inner.id}/files`, { name: 'a.txt' }, 'a');
    const target = await to.folder({ name: 'Target' });
    expect(
      (await from.me.post(`folders/${target.id}/copy_folder`, { source_folder_id: source.id })).status,
    ).toBe(401);
    const { status, body } = await admin.post(`folders/${target.id}/copy_folder`, {
      source_folder_id: source.id,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Unit',
      parent_folder_id: target.id,
      context_id: to.course.id,
      folders_count: 1,
    });
    const again = await admin.post(`folders/${target.id}/copy_folder`, { source_folder_id: source.id });
    expect(again.body.name).toBe('Unit 2');
    const found = await to.me.get(`courses/${to.course.id}/files`);
    expect(found.body.map((file: { display_name: string }) => file.display_name)).toEqual(['a.txt', 'a.txt']);
  });

  it('says what is missing or wrong', async () => {
    const { me, folder } = await classroom();
    const outer = await folder({ name: 'outer' });
    const { body: inner } = await me.post(`folders/${outer.id}/folders`, { name: 'inner' });
    expect((await me.post(`folders/${outer.id}/copy_folder`, {})).body).toEqual({
      message: 'source_folder_id must be provided',
    });
    for (const source of [outer.id, inner.id]) {
      expect((await me.post(`folders/${inner.id}/copy_folder`, { source_folder_id: source })).body).toEqual({
        message: 'source folder may not contain destination folder',
      });
    }
    expect((await me.post(`folders/${inner.id}/copy_folder`, { source_folder_id: 999_999 })).status).toBe(
      404,
    );
  });
});

describe('GET /api/v1/courses/{course_id}/folders/media', () => {
  it('is the course’s for its staff, and one’s own for students; always the same', async () => {
    const { course, me, pupil } = await classroom();
    const path = `courses/${course.id}/folders/media`;
    const { body } = await me.get(path);
    expect(body).toMatchObject({ name: 'Uploaded Media', context_type: 'Course', hidden: true });
    expect((await me.get(path)).body.id).toBe(body.id);
    expect((await pupil.get(path)).body).toMatchObject({ context_type: 'User', name: 'Uploaded Media' });
  });
});

describe('GET /api/v1/groups/{group_id}/folders', () => {
  it('lets members make folders and find them', async () => {
    const course = await make.course();
    const member = await make.member(course.id);
    const group = await make.group({ context_type: 'Course', context_id: course.id });
    await make.groupMember(group.id, member.id);
    const me = as(member.token);
    const path = `groups/${group.id}/folders`;
    const { body } = await me.post(path, { name: 'Drafts', parent_folder_path: '' });
    expect(body).toMatchObject({
      name: 'Drafts',
      full_name: 'files/Drafts',
      context_type: 'Group',
      context_id: group.id,
    });
    const { body: all } = await me.get(path);
    expect(all.map(({ full_name }: { full_name: string }) => full_name)).toEqual(['files/Drafts', 'files']);
    expect((await me.get(`${path}/root`)).body.name).toBe('files');
    expect((await me.get(`${path}/${body.id}`)).body.id).toBe(body.id);
    expect((await me.get(`${path}/by_path/Drafts`)).body).toHaveLength(2);
    expect((await me.get(`${path}/by_path`)).body).toHaveLength(1);
    expect((await me.get(`${path}/by_path/Nothing`)).body).toEqual(notFound);
    expect((await me.get(`${path}/media`)).body).toMatchObject({ context_type: 'Group' });
    expect((await as((await make.member(course.id)).token).get(path)).status).toBe(401);
    expect((await admin.get('groups/999999/folders')).body).toEqual(notFound);
  });
});
