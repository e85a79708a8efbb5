import { describe, expect, it } from 'vitest';
import { multipart, pathOf, sendFile, upload } from '../../../testing/upload.ts';
import { openWorld } from '../../../testing/world.ts';

const { admin, anonymous, app, as, clock, database, make } = await openWorld();

const course = await make.course();
const teacher = await make.member(course.id, 'TeacherEnrollment');
const student = await make.member(course.id);
const me = as(teacher.token);
const files = `courses/${course.id}/files`;

const contentOf = async (body: { url: string }) =>
  (await app.inject({ method: 'GET', url: pathOf(body.url) })).rawPayload;
const folderNames = async (path: string) =>
  ((await me.all(path)) as { full_name: string }[]).map(({ full_name }) => full_name);

describe('POST /api/v1/users/{user_id}/files', () => {
  it('takes the thread’s own upload: name kept, folders made, three steps complete', async () => {
    const form = (path: string) =>
      new URLSearchParams({
        name: 'words.txt',
        size: '475954',
        content_type: 'text/plain',
        parent_folder_path: path,
      }).toString();
    const bytes = Buffer.alloc(475_954, 'word\n');
    for (const path of ['Eval Reports/Fall2015', '/Eval Reports/Fall2015']) {
      const step1 = await me.post('users/self/files', form(path));
      expect(step1.status).toBe(200);
      expect(step1.body.file_param).toBe('file');
      expect(Object.keys(step1.body.upload_params)).toEqual([
        'Filename',
        'key',
        'acl',
        'Policy',
        'Signature',
        'content-type',
      ]);
      expect(step1.body.upload_params).toMatchObject({ Filename: 'words.txt', 'content-type': 'text/plain' });

      const step2 = await sendFile(anonymous, step1.body, bytes);
      expect(step2.status).toBe(302);
      const step3 = await me.send('GET', pathOf(step2.headers['location']));
      expect(step3.status).toBe(200);
      expect(step3.body).toMatchObject({
        display_name: 'words.txt',
        filename: 'words.txt',
        size: 475_954,
        'content-type': 'text/plain',
        mime_class: 'text',
        upload_status: 'success',
      });
      expect(step3.body.preview_url).toMatch(/^\/users\/\d+\/files\/\d+\/file_preview\?annotate=0&verifier=/);
      expect((await contentOf(step3.body)).equals(bytes)).toBe(true);
    }
    expect(await folderNames('users/self/folders')).toEqual([
      'my files/Eval Reports',
      'my files/Eval Reports/Fall2015',
      'my files',
    ]);
  });

  it('is for oneself alone', async () => {
    expect((await admin.post(`users/${teacher.id}/files`, { name: 'a' })).status).toBe(401);
    expect(
      (await admin.post(`users/${teacher.id}/files?as_user_id=${teacher.id}`, { name: 'a' })).status,
    ).toBe(200);
  });
});

describe('POST /api/v1/courses/{course_id}/files', () => {
  it('puts what names no folder into the unfiled one', async () => {
    const { body } = await upload(me, files, { name: 'plain.bin' });
    const { body: folder } = await me.get(`folders/${body.folder_id}`);
    expect(folder).toMatchObject({
      full_name: 'course files/unfiled',
      context_id: course.id,
      files_count: 1,
    });
    expect(body['content-type']).toBe('application/octet-stream');
    expect(body.preview_url).toMatch(/^\/courses\/\d+\/files/);
  });

  it('refuses a request without a name clearly', async () => {
    for (const body of [{}, { name: '' }, { name: '  ' }, { size: 3 }]) {
      const answer = await me.post(files, body);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ message: 'name is missing' }] } });
    }
  });

  it.each([
    ['résumé – Straße.pdf', 'r%C3%A9sum%C3%A9+%E2%80%93+Stra%C3%9Fe.pdf'],
    ['a+b & c.txt', 'a%2Bb+%26+c.txt'],
    ['He said "hi".txt', 'He+said+%22hi%22.txt'],
    ["it's (1)*~.txt", 'it%27s+%281%29%2A~.txt'],
    ['日本語.txt', '%E6%97%A5%E6%9C%AC%E8%AA%9E.txt'],
    ['no-extension', 'no-extension'],
    ['.hidden', '.hidden'],
  ])('keeps the name %s exactly', async (name, filename) => {
    const { body } = await upload(me, files, { name });
    expect(body).toMatchObject({ display_name: name, filename });
    const { headers } = await anonymous.send('GET', pathOf(body.url));
    expect(headers['content-disposition']).toMatch(/^attachment; filename=".+"; filename\*=UTF-8''/);
    const star = headers['content-disposition']?.split("UTF-8''")[1];
    expect(decodeURIComponent(star ?? '')).toBe(name);
  });

  it.each(['../../etc/passwd', '..', '/etc/passwd', 'a/../../b.txt', '..\\..\\x.exe', '%2e%2e%2fx'])(
    'takes the traversal %s for a name like any other',
    async (name) => {
      const { status, body } = await upload(me, files, { name, parent_folder_path: '../../tmp' }, name);
      expect(status).toBe(200);
      expect(body.display_name).toBe(name);
      expect((await contentOf(body)).toString()).toBe(name);
      const { body: folder } = await me.get(`folders/${body.folder_id}`);
      expect(folder.full_name).toBe('course files/../../tmp');
    },
  );

  it('refuses a NUL in a name or a path', async () => {
    expect(await me.post(files, { name: 'a\0.txt' })).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'name contains a null byte' }] },
    });
    expect((await me.post(files, { name: 'a', parent_folder_path: 'x\0y' })).status).toBe(400);
  });

  it('cuts names of more than 255 characters, and keeps the extension', async () => {
    const { status, body } = await upload(me, files, { name: `${'ü'.repeat(400)}.pdf` });
    expect(status).toBe(200);
    expect(body.display_name).toBe(`${'ü'.repeat(251)}.pdf`);
    expect(body.filename.length).toBeLessThanOrEqual(220);
    expect(body['content-type']).toBe('application/pdf');
  });

  it('believes the bytes, not the size that was declared', async () => {
    for (const size of [1, 100_000_000]) {
      const { status, body } = await upload(me, files, { name: 'declared.txt', size }, 'five!');
      expect(status).toBe(200);
      expect(body.size).toBe(5);
    }
    expect((await upload(me, files, { name: 'empty.txt', size: 0 }, '')).body).toMatchObject({ size: 0 });
  });

  it('infers the content type from the name, the file name or the URL, unless it is said', async () => {
    const typeOf = async (params: object) =>
      (await me.post(files, params)).body.upload_params?.['content-type'];
    expect(await typeOf({ name: 'a.docx' })).toMatch(/wordprocessingml/);
    expect(await typeOf({ name: 'a', filename: 'b.PNG' })).toBe('image/png');
    expect(await typeOf({ name: 'a.txt', content_type: 'text/html' })).toBe('text/html');
    expect(await typeOf({ name: 'a.txt', content_type: 'unknown/unknown' })).toBe('text/plain');
    expect(await typeOf({ name: 'a.txt', content_type: 'nonsense' })).toBe('text/plain');
    expect(await typeOf({ name: 'a.qqq' })).toBeUndefined();
  });

  it('takes the type that comes with the bytes where nobody said one', async () => {
    const { body: ticket } = await me.post(files, { name: 'data' });
    const sent = await sendFile(anonymous, ticket, 'x', 'application/x-easel');
    const { body } = await me.send('GET', pathOf(sent.headers['location']));
    expect(body['content-type']).toBe('application/x-easel');
    const unknown = await upload(me, files, { name: 'data2' });
    expect(unknown.body['content-type']).toBe('unknown/unknown');
  });

  it('takes a folder by its id, of this course, that the caller may fill', async () => {
    const { body: folder } = await me.post(`courses/${course.id}/folders`, { name: 'Week 1' });
    const { body } = await upload(me, files, { name: 'w1.txt', parent_folder_id: folder.id });
    expect(body.folder_id).toBe(folder.id);

    const { body: mine } = await me.post('users/self/folders', { name: 'Mine' });
    for (const id of [mine.id, 999_999, 'root']) {
      expect(await me.post(files, { name: 'a', parent_folder_id: id })).toMatchObject({
        status: 404,
        body: { message: 'The specified resource does not exist.' },
      });
    }
    expect(
      await me.post(files, { name: 'a', parent_folder_id: folder.id, parent_folder_path: 'x' }),
    ).toMatchObject({ status: 400, body: { message: "Can't set folder path and folder id" } });
  });

  it('finds its folder by the old name of parent_folder_path, with the root’s name or without', async () => {
    const inFolder = async (params: object) =>
      (await upload(me, files, { name: 'f.txt', ...params })).body.folder_id;
    const id = await inFolder({ folder: 'Deep/er' });
    expect(await inFolder({ parent_folder_path: 'course files/Deep/er/' })).toBe(id);
    expect(await inFolder({ parent_folder_path: '//Deep//er' })).toBe(id);
    expect(await inFolder({ parent_folder_path: 'deep/er' })).not.toBe(id);
  });

  it('refuses a way with duplicates that it does not know', async () => {
    expect(await me.post(files, { name: 'a', on_duplicate: 'ignore' })).toMatchObject({
      status: 400,
      body: { message: 'invalid on_duplicate option' },
    });
  });

  it('overwrites by default, and the id of what was overwritten leads to what took its place', async () => {
    const params = { name: 'syllabus.txt', parent_folder_path: 'over' };
    const first = await upload(me, files, params, 'one');
    await me.put(`files/${first.body.id}`, { hidden: true });
    const second = await upload(me, files, params, 'two');
    expect(second.body).toMatchObject({ display_name: 'syllabus.txt', hidden: true });
    const third = await upload(me, files, params, 'three');

    for (const { body } of [first, second]) {
      expect((await me.get(`files/${body.id}`)).status).toBe(404);
      expect((await me.get(`courses/${course.id}/files/${body.id}`)).body.id).toBe(third.body.id);
      const chain = { replacement_chain_context_type: 'course', replacement_chain_context_id: course.id };
      expect((await me.get(`files/${body.id}`, chain)).body.id).toBe(third.body.id);
    }
    expect((await me.get(`folders/${third.body.folder_id}/files`)).ids).toEqual([third.body.id]);
  });

  it('renames on request: name-1.ext, name-2.ext', async () => {
    const params = { name: 'notes.tar.gz', parent_folder_path: 'ren', on_duplicate: 'rename' };
    const names = [];
    for (let n = 0; n < 3; n++) names.push((await upload(me, files, params)).body.display_name);
    expect(names).toEqual(['notes.tar.gz', 'notes-1.tar.gz', 'notes-2.tar.gz']);
  });

  it.each(['rename', 'overwrite'])(
    'of two uploads of one name at the same time, with %s, loses no bytes',
    async (way) => {
      const params = { name: 'race.txt', parent_folder_path: `race ${way}`, on_duplicate: way };
      const answers = await Promise.all(
        ['first', 'second', 'third'].map((text) => upload(me, files, params, text)),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      const { body } = await me.get(`folders/${answers[0]?.body.folder_id}/files`);
      const contents = await Promise.all(
        body.map(async (file: { url: string }) => String(await contentOf(file))),
      );
      if (way === 'rename') {
        expect(body.map((file: { display_name: string }) => file.display_name).sort()).toEqual([
          'race-1.txt',
          'race-2.txt',
          'race.txt',
        ]);
        expect(contents.sort()).toEqual(['first', 'second', 'third']);
      } else {
        expect(body).toHaveLength(1);
        expect(['first', 'second', 'third']).toContain(contents[0]);
      }
    },
  );

  it('makes one folder of a path that two uploads make at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((n) => upload(me, files, { name: `${n}.txt`, parent_folder_path: 'same/new/path' })),
    );
    expect(new Set(answers.map(({ body }) => body.folder_id)).size).toBe(1);
  });

  it('keeps to the quota: what is declared at once, what has come at the end', async () => {
    const small = await make.course({ storage_quota_mb: 1 });
    const owner = as((await make.member(small.id, 'TeacherEnrollment')).token);
    const path = `courses/${small.id}/files`;
    expect(await owner.post(path, { name: 'big', size: 1_048_577 })).toMatchObject({
      status: 400,
      body: { message: 'file size exceeds quota' },
    });
    const filled = await upload(owner, path, { name: 'full' }, Buffer.alloc(1_000_000));
    expect(filled.status).toBe(200);
    expect(await upload(owner, path, { name: 'more' }, Buffer.alloc(100_000))).toMatchObject({
      status: 400,
      body: { message: 'file size exceeds quota limits' },
    });
    expect((await owner.get(`${path}/quota`)).body).toEqual({ quota: 1_048_576, quota_used: 1_000_000 });
    // A copy needs no room, nor does what is deleted.
    await owner.post(`folders/${filled.body.folder_id}/copy_file`, {
      source_file_id: filled.body.id,
      on_duplicate: 'rename',
    });
    await owner.delete(`files/${filled.body.id}`);
    expect((await owner.get(`${path}/quota`)).body.quota_used).toBe(0);
  });

  it('keeps files locked until they have usage rights, where a course asks for that', async () => {
    const strict = await make.course({ settings: JSON.stringify({ usage_rights_required: true }) as never });
    const owner = as((await make.member(strict.id, 'TeacherEnrollment')).token);
    const { body } = await upload(owner, `courses/${strict.id}/files`, { name: 'mine.txt' });
    expect(body.locked).toBe(true);
    expect(await owner.put(`files/${body.id}`, { locked: false })).toMatchObject({
      status: 400,
      body: { message: 'This file must have usage_rights set before it can be published.' },
    });
  });

  it('is for those who add files', async () => {
    expect((await as(student.token).post(files, { name: 'a' })).status).toBe(401);
    expect((await anonymous.post(files, { name: 'a' })).status).toBe(401);
    expect((await me.post('courses/999999/files', { name: 'a' })).status).toBe(404);
  });
});

describe('POST /api/v1/folders/{folder_id}/files', () => {
  it('uploads into the folder, and takes no other', async () => {
    const { body: folder } = await me.post(`courses/${course.id}/folders`, { name: 'Target' });
    const { body } = await upload(me, `folders/${folder.id}/files`, { name: 'in.txt' });
    expect(body.folder_id).toBe(folder.id);
    expect(
      (await me.post(`folders/${folder.id}/files`, { name: 'a', parent_folder_path: 'b' })).body,
    ).toEqual({ message: "Can't set folder path and folder id" });
  });
});

describe('POST /api/v1/groups/{group_id}/files', () => {
  it('takes files of members, as many as the group may keep', async () => {
    const group = await make.group({
      context_type: 'Course',
      context_id: course.id,
      storage_quota_mb: 1,
    });
    const member = await make.member(course.id);
    await make.groupMember(group.id, member.id);
    const { body } = await upload(as(member.token), `groups/${group.id}/files`, { name: 'ours.txt' });
    const { body: folder } = await as(member.token).get(`folders/${body.folder_id}`);
    expect(folder).toMatchObject({ full_name: 'files/unfiled', context_type: 'Group', context_id: group.id });
    const large = { name: 'a', size: 2 * 1024 * 1024 };
    expect((await as(member.token).post(`groups/${group.id}/files`, large)).body).toEqual({
      message: 'file size exceeds quota',
    });
    expect((await as(student.token).post(`groups/${group.id}/files`, { name: 'a' })).status).toBe(401);
    expect((await me.post('groups/999999/files', { name: 'a' })).status).toBe(404);
  });
});

describe('step 2', () => {
  const announce = async (params: object = {}) =>
    (await me.post(files, { name: 'step2.txt', ...params })).body;
  const post = (url: string, form: { payload: Buffer; headers: Record<string, string> }) =>
    anonymous.send('POST', pathOf(url), form);

  it('answers 400 to a ticket that is changed, missing, too old or used up', async () => {
    const ticket = await announce();
    const changed = { ...ticket.upload_params, Policy: `${ticket.upload_params.Policy}A` };
    const { Signature: _, ...unsigned } = ticket.upload_params;
    for (const params of [changed, unsigned, {}, { ...ticket.upload_params, Signature: 'x' }]) {
      const refused = await sendFile(anonymous, { ...ticket, upload_params: params }, 'x');
      expect(refused).toMatchObject({ status: 400, body: '' });
      expect(refused.headers['x-easel-hint']).toContain('upload_params unchanged');
    }
    expect((await sendFile(anonymous, ticket, 'x')).status).toBe(302);
    // Until step 3 the client may send again; then the ticket is worth nothing.
    const again = await sendFile(anonymous, ticket, 'other');
    expect((await me.send('GET', pathOf(again.headers['location']))).body.size).toBe(5);
    expect((await sendFile(anonymous, ticket, 'x')).status).toBe(400);

    const old = await announce();
    clock.advance(31 * 60);
    expect((await sendFile(anonymous, old, 'x')).status).toBe(400);
  });

  it('wants the fields before the file, as S3 does', async () => {
    const ticket = await announce();
    const { payload, headers } = multipart(ticket.upload_params, {
      param: 'file',
      name: 'a',
      type: 'text/plain',
      bytes: 'x',
    });
    const boundary = headers['content-type']?.split('boundary=')[1] ?? '';
    const parts = payload.toString().split(`--${boundary}`);
    const fileFirst = [parts[0], parts.at(-2), ...parts.slice(1, -2), parts.at(-1)].join(`--${boundary}`);
    const refused = await post(ticket.upload_url, { payload: Buffer.from(fileFirst), headers });
    expect(refused.status).toBe(400);
    expect(refused.headers['x-easel-hint']).toContain('before the file');
  });

  it('takes the file under Canvas’s local name too, and ignores what comes after it', async () => {
    const ticket = await announce();
    const form = multipart(ticket.upload_params, {
      param: 'attachment[uploaded_data]',
      name: 'a',
      type: 'text/plain',
      bytes: 'abc',
    });
    expect((await post(ticket.upload_url, form)).status).toBe(302);
  });

  it.each([
    ['curl', 'multipart/form-data; boundary=------------------------d74496d66958873e', curlBody],
    ['PHP curl', 'multipart/form-data; boundary=------------------------f8f8c9f06f4e9ff1', phpBody],
    ['Python requests', 'multipart/form-data; boundary=8d3e1a7c5b6f4e1a9c0d2b7f6e5a4d3c', pythonBody],
    ['a browser', 'multipart/form-data; boundary=----WebKitFormBoundaryePkpFF7tjBAqx29L', browserBody],
  ])('takes what %s sends', async (_, contentType, bodyOf) => {
    const ticket = await announce();
    const boundary = contentType.split('boundary=')[1] ?? '';
    const payload = bodyOf(boundary, Object.entries(ticket.upload_params as Record<string, string>));
    const sent = await post(ticket.upload_url, {
      payload: Buffer.from(payload, 'latin1'),
      headers: { 'content-type': contentType },
    });
    expect(sent.status).toBe(302);
    const { body } = await me.send('GET', pathOf(sent.headers['location']));
    expect((await contentOf(body)).toString('latin1')).toBe(BYTES);
  });

  it('keeps nothing of a body that stops half-way', async () => {
    const ticket = await announce();
    const { payload, headers } = multipart(ticket.upload_params, {
      param: 'file',
      name: 'a',
      type: 'text/plain',
      bytes: Buffer.alloc(500_000, 1),
    });
    for (const length of [payload.length - 10, payload.length - 200_000, 300, 10]) {
      expect((await post(ticket.upload_url, { payload: payload.subarray(0, length), headers })).status).toBe(
        400,
      );
    }
    const { id } = await database.kysely
      .selectFrom('attachments')
      .select('id')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect((await me.get(`files/${id}`)).status).toBe(404);
  });

  it('refuses what is no form', async () => {
    const ticket = await announce();
    for (const headers of [
      { 'content-type': 'application/json' },
      { 'content-type': 'multipart/form-data' },
      { 'content-type': 'text/plain' },
    ]) {
      const answer = await post(ticket.upload_url, { payload: Buffer.from('{}'), headers });
      expect(answer.status).toBe(400);
    }
  });

  it('with no_redirect completes the upload and answers 201 with the file and its Location', async () => {
    const ticket = await announce({
      no_redirect: true,
      on_duplicate: 'rename',
      success_include: ['preview_url'],
    });
    expect(ticket.upload_params).toMatchObject({ success_action_status: '201' });
    expect(ticket.upload_params.success_url).toContain('/create_success?include%5B%5D=preview_url');
    const sent = await sendFile(anonymous, ticket, 'whole');
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ size: 5, preview_url: null, upload_status: 'success' });
    const shown = await me.send('GET', pathOf(sent.headers['location']));
    expect(shown.body).toMatchObject({ id: sent.body.id, size: 5, preview_url: null });
    expect((await me.send('GET', pathOf(ticket.upload_params.success_url))).status).toBe(400);
  });

  it('lets pages of other origins see its answer', async () => {
    const ticket = await announce();
    const form = multipart(ticket.upload_params, {
      param: 'file',
      name: 'a',
      type: 'text/plain',
      bytes: 'x',
    });
    const { headers } = await post(ticket.upload_url, {
      payload: form.payload,
      headers: { ...form.headers, origin: 'https://tool.example' },
    });
    expect(headers['access-control-allow-origin']).toBe('https://tool.example');
  });
});

describe('GET /api/v1/files/{id}/create_success', () => {
  it('confirms once, by GET or POST, for whoever has the uuid', async () => {
    const { body: ticket } = await me.post(files, { name: 'confirm.txt', success_include: ['preview_url'] });
    const { headers } = await sendFile(anonymous, ticket, 'x');
    const path = pathOf(headers['location']);
    expect(path).toContain('include%5B%5D=preview_url');
    expect((await anonymous.send('GET', path.replace(/uuid=\w+/, 'uuid=wrong'))).status).toBe(400);
    const { status, body } = await anonymous.send('POST', path);
    expect(status).toBe(200);
    expect(body.preview_url).toBeNull();
    expect(await me.send('GET', path)).toMatchObject({ status: 400, body: '' });
  });

  it('may come from a page of another origin, which asks first', async () => {
    const { body: ticket } = await me.post(files, { name: 'elsewhere.txt' });
    const path = pathOf((await sendFile(anonymous, ticket, 'x')).headers['location']);
    const origin = 'https://tool.example';
    for (const url of [path, '/files_api']) {
      const asked = await anonymous.send('OPTIONS', url, {
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      expect(asked).toMatchObject({
        status: 200,
        headers: {
          'access-control-allow-origin': origin,
          'access-control-allow-credentials': 'true',
          'access-control-allow-methods': 'POST, PUT, DELETE, GET, OPTIONS',
          'access-control-allow-headers':
            'Origin, X-Requested-With, Content-Type, Accept, Authorization, Accept-Encoding',
        },
      });
    }
    const confirmed = await me.send('GET', path, { headers: { origin } });
    expect(confirmed.status).toBe(200);
    expect(confirmed.headers['access-control-allow-origin']).toBe(origin);
    expect((await me.get(`files/${confirmed.body.id}`)).headers).not.toHaveProperty(
      'access-control-allow-origin',
    );
  });

  it('is too early before step 2', async () => {
    const { body: ticket } = await me.post(files, { name: 'early.txt', no_redirect: true });
    const early = await me.send('GET', pathOf(ticket.upload_params.success_url));
    expect(early).toMatchObject({ status: 400, body: '' });
    expect(early.headers['x-easel-hint']).toContain('step 2');
  });

  it('refuses a way with duplicates that it does not know, and may be asked again', async () => {
    const { body: ticket } = await me.post(files, { name: 'dup.txt' });
    const { headers } = await sendFile(anonymous, ticket, 'x');
    const path = pathOf(headers['location']);
    expect((await me.send('GET', `${path}&on_duplicate=maybe`)).body).toEqual({
      message: 'invalid on_duplicate option',
    });
    expect((await me.send('GET', path)).status).toBe(200);
  });
});

describe('POST /api/v1/files/{id}/create_success', () => {
  it('finds nothing that was never announced', async () => {
    expect((await me.post('files/999999/create_success?uuid=x')).status).toBe(400);
  });
});

describe('GET /api/v1/files/{id}/{uuid}/status', () => {
  it('is pending, then ready with the file', async () => {
    const { body: ticket } = await me.post(files, { name: 'status.txt', no_redirect: true });
    const [, id, uuid] = /files\/(\d+)\/.*uuid=(\w+)/.exec(ticket.upload_params.success_url) ?? [];
    expect((await me.get(`files/${id}/${uuid}/status`)).body).toEqual({ upload_status: 'pending' });
    await sendFile(anonymous, ticket, 'x');
    expect((await me.get(`files/${id}/${uuid}/status`)).body).toMatchObject({
      upload_status: 'ready',
      attachment: { id: Number(id), display_name: 'status.txt' },
    });
    expect((await me.get(`files/${id}/wrong/status`)).status).toBe(404);
  });
});

/** Everything that could be taken for a boundary or a line's end. */
const BYTES = '\r\n--\x00\xff\r\n------WebKit\r\n\n--8d3e1a7c\r';

type Fields = [string, string][];

/** curl -F name=value … -F file=@words.txt, captured. */
function curlBody(boundary: string, fields: Fields): string {
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="words.txt"\r\nContent-Type: text/plain\r\n\r\n${BYTES}\r\n`;
  return `${parts.join('')}${file}--${boundary}--\r\n`;
}

/** CURLFile in an array for CURLOPT_POSTFIELDS: the whole local path for a name, no charset. */
function phpBody(boundary: string, fields: Fields): string {
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="/var/www/html/words.txt"\r\nContent-Type: application/octet-stream\r\n\r\n${BYTES}\r\n`;
  return `${parts.join('')}${file}--${boundary}--\r\n`;
}

/** requests.post(url, data=params, files={'file': open(…)}): no type of the part at all. */
function pythonBody(boundary: string, fields: Fields): string {
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="words.txt"\r\n\r\n${BYTES}\r\n`;
  return `${parts.join('')}${file}--${boundary}--\r\n`;
}

/** FormData in Chrome; a file name beyond ASCII goes as UTF-8. */
function browserBody(boundary: string, fields: Fields): string {
  const parts = fields.map(
    ([name, value]) =>
      `------${boundary.slice(4)}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const name = Buffer.from('Wörter %22a%22.txt').toString('latin1');
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${BYTES}\r\n`;
  return `${parts.join('')}${file}--${boundary}--\r\n`;
}
