import { describe, expect, it } from 'vitest';
import { pathOf, upload } from '../../../testing/upload.ts';
import { openWorld } from '../../../testing/world.ts';

const { admin, anonymous, as, clock, database, make } = await openWorld();

const course = await make.course();
const teacher = await make.member(course.id, 'TeacherEnrollment', { name: 'Tina Teacher' });
const student = await make.member(course.id);
const me = as(teacher.token);
const pupil = as(student.token);
const inCourse = { context_type: 'Course', context_id: course.id } as const;
const notFound = { errors: [{ message: 'The specified resource does not exist.' }] };

const root = await make.folder({ ...inCourse, name: 'course files' });
const folderIn = async (values: object = {}) =>
  await make.folder({ ...inCourse, parent_folder_id: root.id, ...values });
const fileIn = async (folderId: number, values: object = {}) =>
  await make.file({ ...inCourse, folder_id: folderId, ...values });

describe('GET /api/v1/folders/{id}/files', () => {
  it('sends a file as Canvas does, keys in its order', async () => {
    const folder = await folderIn();
    const file = await fileIn(folder.id, { display_name: 'words.txt', user_id: teacher.id });
    const { body } = await me.get(`folders/${folder.id}/files`);
    const host = 'http://localhost';
    expect(body).toEqual([
      {
        id: file.id,
        uuid: file.uuid,
        folder_id: folder.id,
        display_name: 'words.txt',
        filename: 'words.txt',
        upload_status: 'success',
        'content-type': 'text/plain',
        url: expect.stringMatching(/\/files\/\d+\/download\?download_frd=1&verifier=\w{40}$/),
        size: 1000,
        created_at: file.created_at,
        updated_at: file.updated_at,
        unlock_at: null,
        locked: false,
        hidden: false,
        lock_at: null,
        hidden_for_user: false,
        thumbnail_url: null,
        modified_at: file.modified_at,
        mime_class: 'text',
        media_entry_id: null,
        category: 'uncategorized',
        locked_for_user: false,
        visibility_level: 'inherit',
      },
    ]);
    expect(body[0].url).toContain(host);
    expect(Object.keys(body[0]).slice(0, 8)).toEqual([
      'id',
      'uuid',
      'folder_id',
      'display_name',
      'filename',
      'upload_status',
      'content-type',
      'url',
    ]);
  });

  it('sorts by name without regard to case unless asked otherwise, both ways, with total pages', async () => {
    const folder = await folderIn();
    const other = await make.person({ name: 'Aaron Ames' });
    const b = await fileIn(folder.id, {
      display_name: 'b.txt',
      size: 3,
      content_type: 'text/plain',
      user_id: teacher.id,
    });
    const a = await fileIn(folder.id, {
      display_name: 'A.png',
      size: 1,
      content_type: 'image/png',
      user_id: other.id,
    });
    clock.advance(60);
    const c = await fileIn(folder.id, { display_name: 'ç.pdf', size: 2, content_type: 'application/pdf' });
    const path = `folders/${folder.id}/files`;
    const order = async (query: object) => (await me.get(path, { ...query })).ids;
    expect(await order({})).toEqual([a.id, b.id, c.id]);
    expect(await order({ order: 'desc' })).toEqual([c.id, b.id, a.id]);
    expect(await order({ sort: 'size' })).toEqual([a.id, c.id, b.id]);
    expect(await order({ sort: 'size', order: 'desc' })).toEqual([b.id, c.id, a.id]);
    expect(await order({ sort: 'created_at', order: 'desc' })).toEqual([c.id, a.id, b.id]);
    expect(await order({ sort: 'updated_at' })).toEqual([b.id, a.id, c.id]);
    expect(await order({ sort: 'content_type' })).toEqual([c.id, a.id, b.id]);
    expect(await order({ sort_by: 'size' })).toEqual([a.id, c.id, b.id]);
    expect(await order({ sort: 'nonsense' })).toEqual([a.id, b.id, c.id]);

    const byUser = await me.get(path, { sort: 'user' });
    expect(byUser.ids).toEqual([a.id, b.id, c.id]);
    expect(
      byUser.body.map((file: { user: { display_name: string } | null }) => file.user?.display_name),
    ).toEqual(['Aaron Ames', 'Tina Teacher', undefined]);
    expect((await order({ sort: 'user', order: 'desc' })).at(-1)).toBe(c.id);

    const page = await me.get(path, { per_page: 2 });
    expect(page.links['last']).toContain('page=2&per_page=2');
    expect(page.links['next']).toContain('page=2&per_page=2');
  });

  it('filters by type, by parts of the name, by category', async () => {
    const folder = await folderIn();
    const png = await fileIn(folder.id, { display_name: 'plot 100%.png', content_type: 'image/png' });
    const jpeg = await fileIn(folder.id, { display_name: 'photo_1.jpg', content_type: 'image/jpeg' });
    const text = await fileIn(folder.id, { display_name: 'read.txt', content_type: 'text/plain' });
    const icon = await fileIn(folder.id, {
      display_name: 'icon',
      content_type: 'image/svg+xml',
      category: 'icon_maker_icons',
    });
    const path = `folders/${folder.id}/files`;
    const found = async (query: Record<string, unknown>) => (await me.get(path, query)).ids;
    expect(await found({ 'content_types[]': 'image' })).toEqual([icon.id, jpeg.id, png.id]);
    expect(await found({ 'content_types[]': ['image/png', 'text'] })).toEqual([png.id, text.id]);
    expect(await found({ 'exclude_content_types[]': 'image' })).toEqual([text.id]);
    expect(await found({ content_types: 'text' })).toEqual([text.id]);
    expect(await found({ search_term: 'PHOTO' })).toEqual([jpeg.id]);
    expect(await found({ search_term: '0%' })).toEqual([png.id]);
    expect(await found({ search_term: 'o_1' })).toEqual([jpeg.id]);
    expect(await found({ category: 'icon_maker_icons' })).toEqual([icon.id]);
    expect((await me.get(path, { search_term: 'p' })).status).toBe(400);
  });

  it('with only[]=names sends just those, whatever is included', async () => {
    const folder = await folderIn();
    const file = await fileIn(folder.id);
    const { body } = await me.get(`folders/${folder.id}/files`, { 'only[]': 'names', 'include[]': 'user' });
    expect(body).toEqual([
      {
        id: file.id,
        uuid: file.uuid,
        folder_id: folder.id,
        display_name: file.display_name,
        filename: file.filename,
        upload_status: 'success',
      },
    ]);
  });

  it('shows students neither hidden nor locked files, nor those of the staff’s visibility', async () => {
    const folder = await folderIn();
    const open = await fileIn(folder.id);
    const hidden = await fileIn(folder.id, { file_state: 'hidden' });
    const locked = await fileIn(folder.id, { locked: true });
    const early = await fileIn(folder.id, { unlock_at: '2030-01-01T00:00:00Z' });
    const late = await fileIn(folder.id, { lock_at: '2020-01-01T00:00:00Z' });
    await fileIn(folder.id, { file_state: 'deleted' });
    const path = `folders/${folder.id}/files`;
    expect((await pupil.get(path)).ids).toEqual([open.id]);
    const { ids, body } = await me.get(path);
    expect(ids.sort()).toEqual([open, hidden, locked, early, late].map(({ id }) => id));
    const shown = body.find(({ id }: { id: number }) => id === hidden.id);
    // As Canvas has it: in lists it says of hidden files what it knows of the caller.
    expect(shown).toMatchObject({ hidden: true, hidden_for_user: true, locked_for_user: false });
  });

  it('is closed with the folder, for those who do not manage files', async () => {
    const locked = await folderIn({ locked: true });
    const inside = await make.folder({ ...inCourse, parent_folder_id: locked.id });
    const hidden = await folderIn({ workflow_state: 'hidden' });
    for (const { id } of [locked, inside, hidden]) {
      expect((await pupil.get(`folders/${id}/files`)).status).toBe(401);
      expect((await me.get(`folders/${id}/files`)).status).toBe(200);
    }
  });

  it('answers 404 for folders that are deleted or none', async () => {
    const folder = await folderIn({ workflow_state: 'deleted' });
    for (const id of [folder.id, 999_999, 'x']) {
      expect(await me.get(`folders/${id}/files`)).toMatchObject({ status: 404, body: notFound });
    }
  });
});

describe('GET /api/v1/courses/{course_id}/files', () => {
  it('gives the files of all folders; to students those on open ways', async () => {
    const own = await make.course();
    const owner = await make.member(own.id, 'TeacherEnrollment');
    const reader = await make.member(own.id);
    const context = { context_type: 'Course', context_id: own.id } as const;
    const top = await make.folder({ ...context, name: 'course files' });
    const closed = await make.folder({ ...context, parent_folder_id: top.id, locked: true });
    const below = await make.folder({ ...context, parent_folder_id: closed.id });
    const one = await make.file({ ...context, folder_id: top.id, display_name: '1' });
    const two = await make.file({ ...context, folder_id: below.id, display_name: '2' });
    const path = `courses/${own.id}/files`;
    expect((await as(owner.token).get(path)).ids).toEqual([one.id, two.id]);
    expect((await as(reader.token).get(path)).ids).toEqual([one.id]);
    expect((await as((await make.person()).token).get(path)).status).toBe(401);
  });

  it('includes uploader, usage rights and what else is asked', async () => {
    const { body: set } = await upload(me, `courses/${course.id}/files`, { name: 'inc.txt' });
    await me.put(`courses/${course.id}/usage_rights`, {
      file_ids: [set.id],
      usage_rights: { use_justification: 'fair_use', legal_copyright: '(C) 2026' },
    });
    const { body } = await me.get(`files/${set.id}`, {
      'include[]': ['user', 'usage_rights', 'context_asset_string', 'canvadoc_document_id', 'preview_url'],
    });
    expect(body).toMatchObject({
      user: {
        id: teacher.id,
        display_name: 'Tina Teacher',
        html_url: expect.stringContaining(`/courses/${course.id}/users/${teacher.id}`),
      },
      usage_rights: {
        legal_copyright: '(C) 2026',
        use_justification: 'fair_use',
        license: 'private',
        license_name: 'Private (Copyrighted)',
      },
      context_asset_string: `course_${course.id}`,
      canvadoc_document_id: null,
      preview_url: null,
    });
  });

  it('opens to visitors what the visibility of each file says', async () => {
    const open = await make.course({ is_public: true });
    const context = { context_type: 'Course', context_id: open.id } as const;
    const top = await make.folder({ ...context, name: 'course files' });
    const levels = ['inherit', 'context', 'institution', 'public'] as const;
    for (const visibility_level of levels) {
      await make.file({ ...context, folder_id: top.id, visibility_level, display_name: visibility_level });
    }
    const names = async (api: typeof me) =>
      (await api.get(`courses/${open.id}/files`)).body.map(
        (file: { display_name: string }) => file.display_name,
      );
    expect(await names(anonymous)).toEqual(['inherit', 'public']);
    expect(await names(as((await make.person()).token))).toEqual(['inherit', 'institution', 'public']);
    expect(await names(as((await make.member(open.id)).token))).toEqual([
      'context',
      'inherit',
      'institution',
      'public',
    ]);
  });

  it('is not there for those to whom the course hides the tab', async () => {
    const own = await make.course({ tab_configuration: JSON.stringify([{ id: 'files', hidden: true }]) });
    const reader = await make.member(own.id);
    expect((await as(reader.token).get(`courses/${own.id}/files`)).status).toBe(401);
    expect((await admin.get(`courses/${own.id}/files`)).status).toBe(200);
  });
});

describe('GET /api/v1/users/{user_id}/files', () => {
  it('gives one’s own, and an administrator’s of others', async () => {
    const { body } = await upload(pupil, 'users/self/files', { name: 'homework.txt' });
    expect((await pupil.get('users/self/files')).ids).toEqual([body.id]);
    expect((await admin.get(`users/${student.id}/files`)).ids).toEqual([body.id]);
    expect((await me.get(`users/${student.id}/files`)).status).toBe(401);
  });
});

/** A group of the course with the student in it. */
async function aGroup(values: object = {}) {
  const group = await make.group({ ...inCourse, ...values });
  await make.groupMember(group.id, student.id);
  return `groups/${group.id}`;
}

describe('GET /api/v1/groups/{group_id}/files', () => {
  it('gives members all files, and nobody else of the course any', async () => {
    const path = await aGroup();
    const { body } = await upload(pupil, `${path}/files`, { name: 'plan.txt' });
    await pupil.put(`files/${body.id}`, { hidden: true });
    expect((await pupil.get(`${path}/files`)).ids).toEqual([body.id]);
    expect((await me.get(`${path}/files`)).ids).toEqual([body.id]);
    const other = as((await make.member(course.id)).token);
    expect((await other.get(`${path}/files`)).status).toBe(401);
    expect((await other.get(`files/${body.id}`)).status).toBe(401);
  });
});

describe('GET /api/v1/groups/{group_id}/files/{id}', () => {
  it('finds the group’s own alone', async () => {
    const path = await aGroup();
    const { body } = await upload(pupil, `${path}/files`, { name: 'plan.txt' });
    expect((await pupil.get(`${path}/files/${body.id}`)).body).toMatchObject({
      display_name: 'plan.txt',
      hidden: false,
    });
    expect((await pupil.get(`${await aGroup()}/files/${body.id}`)).status).toBe(404);
  });
});

describe('GET /api/v1/groups/{group_id}/files/quota', () => {
  it('is the group’s own, or what its account gives', async () => {
    const path = await aGroup({ storage_quota_mb: 3 });
    await upload(pupil, `${path}/files`, { name: 'plan.txt' });
    const { body } = await pupil.get(`${path}/files/quota`);
    expect(body).toEqual({ quota: 3 * 1024 * 1024, quota_used: 512 });
    expect((await me.get(`${await aGroup()}/files/quota`)).body.quota).toBe(50 * 1024 * 1024);
  });
});

describe('GET /api/v1/files/{id}', () => {
  it('tells students why a file is locked, and hides its addresses', async () => {
    const folder = await folderIn();
    const show = async (values: object) =>
      (await pupil.get(`files/${(await fileIn(folder.id, values)).id}`)).body;
    expect(await show({ locked: true, content_type: 'image/png' })).toMatchObject({
      url: '',
      thumbnail_url: '',
      locked_for_user: true,
      lock_info: { manually_locked: true, asset_string: expect.stringMatching(/^attachment_\d+$/) },
      lock_explanation: 'This file is currently locked.',
    });
    expect(await show({ unlock_at: '2026-12-24T13:30:00Z' })).toMatchObject({
      lock_info: { unlock_at: '2026-12-24T13:30:00Z' },
      lock_explanation: 'This file is locked until Dec 24 at 8:30am.',
    });
    expect(await show({ lock_at: '2025-01-05T00:00:00Z' })).toMatchObject({
      lock_explanation: 'This file was locked Jan 4, 2025 at 7pm.',
    });
    expect(await show({})).toMatchObject({
      locked_for_user: false,
      url: expect.stringContaining('verifier='),
    });
  });

  it('lets students read a hidden file that they have the link of', async () => {
    const file = await fileIn((await folderIn()).id, { file_state: 'hidden' });
    expect((await pupil.get(`files/${file.id}`)).body).toMatchObject({ hidden: true, hidden_for_user: true });
    expect((await me.get(`files/${file.id}`)).body).toMatchObject({ hidden: true, hidden_for_user: false });
  });

  it('opens to anybody with the verifier, and to nobody else', async () => {
    const file = await fileIn(root.id);
    expect((await anonymous.get(`files/${file.id}`)).status).toBe(401);
    expect((await anonymous.get(`files/${file.id}`, { verifier: 'wrong' })).status).toBe(401);
    expect((await anonymous.get(`files/${file.id}`, { verifier: file.uuid })).body.id).toBe(file.id);
  });

  it('names a thumbnail for pictures, and small SVGs for their own', async () => {
    const png = await fileIn(root.id, { content_type: 'image/png' });
    const svg = await fileIn(root.id, { content_type: 'image/svg+xml', size: 100 });
    const large = await fileIn(root.id, { content_type: 'image/svg+xml', size: 20_000 });
    const thumbnail = async (id: number) => (await me.get(`files/${id}`)).body.thumbnail_url;
    expect(await thumbnail(png.id)).toMatch(`/images/thumbnails/${png.id}/${png.uuid}`);
    expect(await thumbnail(svg.id)).toMatch(`/files/${svg.id}/download`);
    expect(await thumbnail(large.id)).toBeNull();
  });

  it('answers 404 for what is deleted, unfinished or in another course', async () => {
    const deleted = await fileIn(root.id, { file_state: 'deleted' });
    const waiting = await fileIn(root.id, { workflow_state: 'unattached', file_state: 'deleted' });
    for (const id of [deleted.id, waiting.id, 999_999, 'x']) {
      expect(await me.get(`files/${id}`)).toMatchObject({ status: 404, body: notFound });
    }
    const { id } = await fileIn(root.id);
    expect((await me.get(`courses/${course.id}/files/${id}`)).status).toBe(200);
    expect((await me.get(`courses/${(await make.course()).id}/files/${id}`)).status).toBe(404);
    expect((await me.get(`users/self/files/${id}`)).status).toBe(404);
  });
});

describe('GET /api/v1/users/{user_id}/files/{id}', () => {
  it('gives one’s own', async () => {
    const { body } = await upload(pupil, 'users/self/files', { name: 'own.txt' });
    const shown = await pupil.get(`users/self/files/${body.id}`);
    expect(shown.body.id).toBe(body.id);
    expect(shown.body).not.toHaveProperty('visibility_level');
  });
});

describe('GET /api/v1/courses/{course_id}/files/{id}', () => {
  it('takes the SIS id of a course', async () => {
    const named = await make.course({ sis_course_id: 'files-101' });
    const file = await make.file({ context_type: 'Course', context_id: named.id });
    expect((await admin.get(`courses/sis_course_id:files-101/files/${file.id}`)).body.id).toBe(file.id);
  });
});

describe('GET /api/v1/courses/{course_id}/files/file_ref/{migration_id}', () => {
  it('finds the file of a course copy', async () => {
    const file = await fileIn(root.id, { migration_id: 'i567b573b77fab13a1a39937c24ae88f2' });
    const path = `courses/${course.id}/files/file_ref`;
    expect((await me.get(`${path}/i567b573b77fab13a1a39937c24ae88f2`)).body.id).toBe(file.id);
    expect((await me.get(`${path}/none`)).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{course_id}/files/quota', () => {
  it('counts at least 512 bytes a file', async () => {
    const own = await make.course({ storage_quota_mb: 2 });
    const api = as((await make.member(own.id, 'TeacherEnrollment')).token);
    await upload(api, `courses/${own.id}/files`, { name: 'tiny.txt' }, 'x');
    expect((await api.get(`courses/${own.id}/files/quota`)).body).toEqual({
      quota: 2_097_152,
      quota_used: 512,
    });
    expect((await pupil.get(`courses/${course.id}/files/quota`)).status).toBe(401);
  });
});

describe('GET /api/v1/users/{user_id}/files/quota', () => {
  it('is what the account gives its users', async () => {
    const person = as((await make.person()).token);
    expect((await person.get('users/self/files/quota')).body).toEqual({ quota: 52_428_800, quota_used: 0 });
  });
});

describe('PUT /api/v1/files/{id}', () => {
  it('renames, hides, locks and dates a file', async () => {
    const file = await fileIn((await folderIn()).id);
    const { body } = await me.put(`files/${file.id}`, {
      name: 'new name.pdf',
      hidden: true,
      locked: true,
      lock_at: '2026-10-01T00:00:00Z',
      unlock_at: '2026-09-01T00:00:00Z',
      visibility_level: 'institution',
    });
    expect(body).toMatchObject({
      display_name: 'new name.pdf',
      filename: file.filename,
      hidden: true,
      locked: true,
      lock_at: '2026-10-01T00:00:00Z',
      unlock_at: '2026-09-01T00:00:00Z',
      visibility_level: 'institution',
      locked_for_user: false,
    });
    const undone = await me.put(`files/${file.id}`, {
      hidden: false,
      locked: false,
      lock_at: '',
      unlock_at: null,
    });
    expect(undone.body).toMatchObject({ hidden: false, locked: false, lock_at: null, unlock_at: null });
  });

  it('cuts a long name, keeps the old one for none, refuses unknown visibilities', async () => {
    const file = await fileIn((await folderIn()).id);
    const { body } = await me.put(`files/${file.id}`, { name: 'x'.repeat(300) });
    expect(body.display_name).toBe(`${'x'.repeat(252)}...`);
    expect((await me.put(`files/${file.id}`, { name: '' })).body.display_name).toBe(body.display_name);
    expect(await me.put(`files/${file.id}`, { visibility_level: 'secret' })).toMatchObject({
      status: 400,
      body: { errors: { visibility_level: [{ message: 'is not included in the list' }] } },
    });
  });

  it('moves within the context alone', async () => {
    const [from, to] = [await folderIn(), await folderIn()];
    const file = await fileIn(from.id);
    expect((await me.put(`files/${file.id}`, { parent_folder_id: to.id })).body.folder_id).toBe(to.id);
    const { body: foreign } = await me.post('users/self/folders', { name: 'X' });
    expect((await me.put(`files/${file.id}`, { parent_folder_id: foreign.id })).status).toBe(404);
  });

  it('says what to do about a name that is taken', async () => {
    const folder = await folderIn();
    const taken = await fileIn(folder.id, { display_name: 'a.txt' });
    const file = await fileIn(folder.id, { display_name: 'b.txt' });
    expect(await me.put(`files/${file.id}`, { name: 'a.txt' })).toMatchObject({
      status: 409,
      body: { message: "file already exists; use on_duplicate='overwrite' or 'rename'" },
    });
    const renamed = await me.put(`files/${file.id}`, { name: 'a.txt', on_duplicate: 'rename' });
    expect(renamed.body.display_name).toBe('a-1.txt');
    const over = await me.put(`files/${file.id}`, { name: 'a.txt', on_duplicate: 'overwrite' });
    expect(over.body.display_name).toBe('a.txt');
    expect((await me.get(`files/${taken.id}`)).status).toBe(404);
  });

  it('is for those who edit files', async () => {
    const file = await fileIn(root.id);
    expect((await pupil.put(`files/${file.id}`, { name: 'x' })).status).toBe(401);
  });
});

describe('DELETE /api/v1/files/{id}', () => {
  it('deletes', async () => {
    const file = await fileIn(root.id);
    expect((await me.delete(`files/${file.id}`)).body.id).toBe(file.id);
    expect((await me.get(`files/${file.id}`)).status).toBe(404);
    expect((await me.delete(`files/${file.id}`)).status).toBe(404);
  });

  it('says in its own words who may not', async () => {
    const file = await fileIn(root.id);
    expect(await pupil.delete(`files/${file.id}`)).toMatchObject({
      status: 401,
      body: { message: 'Unauthorized to delete this file' },
    });
  });

  it('takes the picture from a user whose picture it was', async () => {
    const { body } = await upload(pupil, 'users/self/files', {
      name: 'me.png',
      parent_folder_path: 'profile pictures',
    });
    await database.kysely
      .updateTable('users')
      .set({ avatar_url: body.thumbnail_url })
      .where('id', '=', student.id)
      .execute();
    await pupil.delete(`files/${body.id}`);
    const { avatar_url } = await database.kysely
      .selectFrom('users')
      .select('avatar_url')
      .where('id', '=', student.id)
      .executeTakeFirstOrThrow();
    expect(avatar_url).toBeNull();
  });

  it('with replace puts a notice in the place of the contents, in all copies', async () => {
    const { body: file } = await upload(me, `courses/${course.id}/files`, { name: 'secret.txt' }, 'secret');
    const { body: copy } = await me.post(`folders/${root.id}/copy_file`, { source_file_id: file.id });
    expect((await me.delete(`files/${file.id}`, { replace: true })).status).toBe(401);
    expect((await admin.delete(`files/${file.id}`, { replace: true })).body).toMatchObject({
      id: file.id,
      display_name: 'file_removed.pdf',
      'content-type': 'application/pdf',
    });
    for (const { url } of [file, copy]) {
      expect((await anonymous.send('GET', pathOf(url))).body).toMatch(/^%PDF-1\.4[\s\S]*has been removed/);
    }
  });
});

describe('POST /api/v1/files/{id}/reset_verifier', () => {
  it('makes old links worthless', async () => {
    const file = await fileIn(root.id);
    expect((await me.post(`files/${file.id}/reset_verifier`)).status).toBe(401);
    const { body } = await admin.post(`files/${file.id}/reset_verifier`);
    expect(body.uuid).not.toBe(file.uuid);
    expect((await anonymous.get(`files/${file.id}`, { verifier: file.uuid })).status).toBe(401);
    expect((await anonymous.get(`files/${file.id}`, { verifier: body.uuid })).status).toBe(200);
  });
});

describe('GET /api/v1/files/{id}/public_url', () => {
  it('gives an address that opens by itself, for those who may download', async () => {
    const { body: file } = await upload(me, `courses/${course.id}/files`, { name: 'p.txt' }, 'public');
    const { body } = await pupil.get(`files/${file.id}/public_url`);
    expect((await anonymous.send('GET', pathOf(body.public_url))).body).toBe('public');
    await me.put(`files/${file.id}`, { locked: true });
    expect((await pupil.get(`files/${file.id}/public_url`)).status).toBe(401);
    expect((await me.get(`files/${file.id}/public_url`, { submission_id: 1 })).status).toBe(404);
  });
});

describe('GET /api/v1/files/{id}/icon_metadata', () => {
  it('reads it from the icon', async () => {
    const icon = async (text: string) =>
      (
        await upload(
          me,
          `courses/${course.id}/files`,
          { name: 'icon.svg', category: 'icon_maker_icons', on_duplicate: 'rename' },
          text,
        )
      ).body.id;
    const json = '{"type":"image/svg+xml-icon-maker-icons","shape":"square"}';
    const id = await icon(
      `<svg xmlns="http://www.w3.org/2000/svg"><metadata>${json.replaceAll('"', '&quot;')}</metadata></svg>`,
    );
    expect((await me.get(`files/${id}/icon_metadata`)).body).toEqual({
      name: 'icon.svg',
      type: 'image/svg+xml-icon-maker-icons',
      shape: 'square',
    });
    expect((await me.get(`files/${await icon('<svg/>')}/icon_metadata`)).status).toBe(204);
    const plain = await fileIn(root.id);
    expect(await me.get(`files/${plain.id}/icon_metadata`)).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'The requested attachment does not support viewing metadata.' }] },
    });
  });
});

describe('POST /api/v1/folders/{dest_folder_id}/copy_file', () => {
  it('copies between contexts without another copy of the bytes', async () => {
    const { body: source } = await upload(me, 'users/self/files', { name: 'mine.txt' }, 'shared');
    const folder = await folderIn();
    const { body } = await me.post(`folders/${folder.id}/copy_file`, { source_file_id: source.id });
    expect(body).toMatchObject({ display_name: 'mine.txt', folder_id: folder.id, size: 6 });
    expect(body.id).not.toBe(source.id);
    expect(body.uuid).not.toBe(source.uuid);
    await me.delete(`files/${source.id}`);
    expect((await anonymous.send('GET', pathOf(body.url))).body).toBe('shared');
  });

  it('says what is missing or wrong', async () => {
    const folder = await folderIn();
    const source = await fileIn(folder.id, { display_name: 'x.txt' });
    const copy = (params: object) => me.post(`folders/${folder.id}/copy_file`, params);
    expect((await copy({})).body).toEqual({ message: 'source_file_id must be provided' });
    expect((await copy({ source_file_id: 999_999 })).status).toBe(404);
    expect((await copy({ source_file_id: source.id, on_duplicate: 'x' })).body).toEqual({
      message: "on_duplicate must be 'overwrite' or 'rename'",
    });
    expect(await copy({ source_file_id: source.id })).toMatchObject({
      status: 409,
      body: { message: "file already exists; set on_duplicate to 'rename' or 'overwrite'" },
    });
    expect((await copy({ source_file_id: source.id, on_duplicate: 'rename' })).body.display_name).toBe(
      'x-1.txt',
    );
    const named = await copy({ source_file_id: source.id, on_duplicate: 'rename', name: 'y.txt' });
    expect(named.body.display_name).toBe('y.txt');
    const { body: over } = await copy({ source_file_id: source.id, on_duplicate: 'overwrite' });
    expect((await me.get(`courses/${course.id}/files/${source.id}`)).body.id).toBe(over.id);
    expect((await pupil.post(`folders/${folder.id}/copy_file`, { source_file_id: over.id })).status).toBe(
      401,
    );
  });
});
