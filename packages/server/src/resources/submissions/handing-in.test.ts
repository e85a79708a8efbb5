import { describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import { multipart, pathOf, sendFile, upload } from '../../../testing/upload.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, as, admin } = world;

const text = { submission_type: 'online_text_entry', body: '<p>Mine</p>' };
const maximum = 'you have reached the maximum number of allowed attempts for this assignment';

async function oneStudent(values: object = {}) {
  const room = await openClassroom(world);
  const assignment = await room.assignment(values);
  const path = `${room.path(assignment)}/submissions`;
  const api = as(room.student.token);
  const submit = (submission: object, more: object = {}) => api.post(path, { submission, ...more });
  return { room, assignment, path, api, submit };
}

describe('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions', () => {
  it('takes a text, keeps what HTML is allowed, and says where it is', async () => {
    const { room, assignment, submit } = await oneStudent();
    const body = '<p onclick="x()">Mine <a href="/courses/1">here</a></p>';
    const answer = await submit({ ...text, body }, { comment: { text_comment: ' Please  ' } });
    expect(answer.status).toBe(201);
    expect(answer.headers['location']).toMatch(
      `/api/v1/courses/${room.course.id}/assignments/${assignment.id}/submissions/${room.student.id}`,
    );
    expect(answer.body).toMatchObject({
      body: expect.stringMatching(/^<p>Mine <a href="http:\/\/[^"]+\/courses\/1">here<\/a><\/p>$/),
      attempt: 1,
      workflow_state: 'submitted',
      submitted_at: '2026-09-15T12:00:00Z',
      submission_comments: [{ comment: 'Please', attempt: 1 }],
    });
  });

  it('counts attempts and keeps the former in the history; the grade stays and no longer matches', async () => {
    const { room, path, submit } = await oneStudent();
    await submit(text);
    await room.asTeacher.put(`${path}/${room.student.id}`, { submission: { posted_grade: '6' } });
    world.clock.advance(60);
    const { body } = await submit({ ...text, body: 'Better' });
    expect(body).toMatchObject({
      attempt: 2,
      score: 6,
      workflow_state: 'submitted',
      grade_matches_current_submission: false,
    });
    const shown = await room.asTeacher.get(`${path}/${room.student.id}`, {
      'include[]': ['submission_history', 'submission_status', 'grading_status'],
    });
    expect(shown.body).toMatchObject({
      submission_status: 'resubmitted',
      grading_status: 'needs_grading',
      submission_history: [
        { attempt: 1, body: '<p>Mine</p>', grade_matches_current_submission: true, workflow_state: 'graded' },
        { attempt: 2, body: 'Better', grade_matches_current_submission: false },
      ],
    });
    expect(shown.body.submission_history[0].preview_url).toContain('version=1');
    expect(shown.body.submission_history[1].preview_url).toContain('version=2');
  });

  it.each([
    ['example.com/work', 'http://example.com/work'],
    ['https://example.com', 'https://example.com'],
    ['localhost:3000/x', 'http://localhost:3000/x'],
  ])('takes the address %s', async (url, stored) => {
    const { submit } = await oneStudent({ submission_types: ['online_url'] });
    const { body } = await submit({ submission_type: 'online_url', url });
    expect(body).toMatchObject({ submission_type: 'online_url', url: stored });
  });

  it.each(['ftp://example.com', 'javascript:alert(1)', '', '   ', 'http://'])(
    'refuses the address %o',
    async (url) => {
      const { submit } = await oneStudent({ submission_types: ['online_url'] });
      const { status, body } = await submit({ submission_type: 'online_url', url });
      expect([status, body.errors.url[0].message]).toEqual([400, 'is not a valid URL']);
    },
  );

  it('takes what a tool hands in wherever something can be handed in online', async () => {
    const { room, assignment, submit } = await oneStudent();
    const url = 'https://tool.example/launch?id=1&x=y';
    const { body } = await submit({ submission_type: 'basic_lti_launch', url });
    expect(body).toMatchObject({ submission_type: 'basic_lti_launch', external_tool_url: url });
    expect(body.url).toContain(
      `/courses/${room.course.id}/external_tools/retrieve?assignment_id=${assignment.id}&url=${encodeURIComponent(url)}`,
    );
  });

  it('takes a recording and an annotated document', async () => {
    const recorded = await oneStudent({ submission_types: ['media_recording'] });
    const media = { media_comment_id: 'm-1', media_comment_type: 'audio' };
    const { body } = await recorded.submit({ submission_type: 'media_recording', ...media });
    expect(body.media_comment).toMatchObject({ 'content-type': 'audio/mp4', media_id: 'm-1' });

    const file = await make.file({ context_type: 'User', context_id: 1 });
    const annotated = await oneStudent({
      submission_types: ['student_annotation'],
      annotatable_attachment_id: file.id,
    });
    const annotation = { submission_type: 'student_annotation', annotatable_attachment_id: file.id };
    expect((await annotated.submit(annotation)).body.attachments).toMatchObject([{ id: file.id }]);
    const wrong = await annotated.submit({ ...annotation, annotatable_attachment_id: file.id + 1 });
    expect(wrong.status).toBe(400);
  });

  it('refuses kinds that aren’t taken, and keys that are missing', async () => {
    const { submit, api, path } = await oneStudent();
    const invalid = { message: 'Invalid submission[submission_type] given' };
    for (const kind of ['online_upload', 'telepathy', '', null]) {
      expect(await submit({ submission_type: kind })).toMatchObject({ status: 400, body: invalid });
    }
    expect((await api.post(path, {})).body).toEqual(invalid);
    expect((await submit({ submission_type: 'online_text_entry', url: 'x.com' })).body).toEqual({
      message: 'Invalid parameters for submission_type online_text_entry. Required: submission[body]',
    });
    const recorded = await oneStudent({ submission_types: ['media_recording'] });
    expect(
      (await recorded.submit({ submission_type: 'media_recording', media_comment_id: 'x' })).body,
    ).toEqual({
      message:
        'Invalid parameters for submission_type media_recording. Required: submission[media_comment_id], submission[media_comment_type]',
    });
    const empty = await submit({ ...text, body: '  ' });
    expect([empty.status, empty.body.errors.body[0].message]).toEqual([
      400,
      'Text entry submission cannot be empty',
    ]);
  });

  it('ends after the allowed attempts, and goes on with extra ones', async () => {
    const { room, assignment, submit } = await oneStudent({ allowed_attempts: 1 });
    expect((await submit(text)).status).toBe(201);
    expect(await submit(text)).toMatchObject({
      status: 400,
      body: { errors: { attempt: [{ attribute: 'attempt', type: maximum, message: maximum }] } },
    });
    await world.database.kysely
      .updateTable('submissions')
      .set({ extra_attempts: 1 })
      .where('assignment_id', '=', assignment.id)
      .where('user_id', '=', room.student.id)
      .execute();
    expect((await submit(text)).body.attempt).toBe(2);
    expect((await submit(text)).status).toBe(400);
  });

  it('is refused while it is locked, when one is excused, and for whoever isn’t a student of it', async () => {
    for (const dates of [{ lock_at: '2026-09-15T11:00:00Z' }, { unlock_at: '2026-09-15T13:00:00Z' }]) {
      expect((await (await oneStudent(dates)).submit(text)).status).toBe(401);
    }
    const { room, path, submit } = await oneStudent();
    await room.asTeacher.put(`${path}/${room.student.id}`, { submission: { excuse: true } });
    expect((await submit(text)).status).toBe(401);
    expect((await room.asTeacher.post(path, { submission: text })).status).toBe(401);
    expect((await admin.post(path, { submission: text })).status).toBe(401);
    const unpublished = await oneStudent({ workflow_state: 'unpublished' });
    expect((await unpublished.submit(text)).status).toBe(401);
    const onPaper = await oneStudent({ submission_types: ['none'] });
    expect((await onPaper.submit(text)).status).toBe(401);
  });

  it('is late after the due date of the student', async () => {
    const { room, submit } = await oneStudent({ due_at: '2026-09-15T11:00:00Z' });
    expect(room.student.id).toBeGreaterThan(0);
    expect((await submit(text)).body).toMatchObject({
      late: true,
      missing: false,
      seconds_late: expect.any(Number),
      points_deducted: 0,
    });
  });

  it('is handed in by a grader for a student, at another time', async () => {
    const { room, path } = await oneStudent();
    const submission = { ...text, user_id: room.student.id, submitted_at: '2026-09-01T08:00:00Z' };
    const { status, body } = await room.asTeacher.post(path, { submission });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      user_id: room.student.id,
      submitted_at: '2026-09-01T08:00:00Z',
      proxy_submitter: 'Tess Teacher',
      proxy_submitter_id: room.teacher.id,
    });
    const asFellow = await as(room.fellow.token).post(path, {
      submission: { ...text, user_id: room.student.id },
    });
    expect(asFellow.status).toBe(401);
    const backdated = await as(room.student.token).post(path, {
      submission: { ...text, submitted_at: '2026-09-01T08:00:00Z' },
    });
    expect(backdated.status).toBe(401);
  });

  it('is handed in for the whole group, with comments to all on request', async () => {
    const room = await openClassroom(world, { students: 3 });
    const context = { context_type: 'Course', context_id: room.course.id } as const;
    const group = await make.group(context);
    for (const { id } of room.students.slice(0, 2)) await make.groupMember(group.id, id);
    const assignment = await room.assignment({ group_category_id: group.group_category_id });
    const path = `${room.path(assignment)}/submissions`;
    await as(room.student.token).post(path, {
      submission: { ...text, group_comment: true },
      comment: { text_comment: 'From us' },
    });
    const { body } = await room.asTeacher.get(path, { 'include[]': ['group', 'submission_comments'] });
    const own = { id: group.id, name: group.name };
    expect(body).toMatchObject([
      { body: '<p>Mine</p>', group: own, submission_comments: [{ comment: 'From us' }] },
      { body: '<p>Mine</p>', group: own, submission_comments: [{ comment: 'From us' }] },
      { body: null, submission_comments: [] },
    ]);
  });

  it('lets two who hand in at once have two attempts', async () => {
    const { submit } = await oneStudent();
    const answers = await Promise.all([submit(text), submit(text), submit(text)]);
    expect(answers.map(({ body }) => body.attempt).sort()).toEqual([1, 2, 3]);
  });
});

describe('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/files', () => {
  const files = { submission_types: ['online_upload'] };

  it('uploads in three steps without a quota, and hands in copies that nobody changes', async () => {
    const { room, path, api, submit } = await oneStudent(files);
    const file = await upload(api, `${path}/self/files`, { name: 'essay.txt', size: 60_000_000 }, 'Words');
    expect(file.status).toBe(200);
    const { status, body } = await submit({ submission_type: 'online_upload', file_ids: [file.body.id] });
    expect(status).toBe(201);
    expect(body.attachments).toMatchObject([
      { id: file.body.id, display_name: 'essay.txt', size: 5, preview_url: null },
    ]);
    const folder = await api.get(`folders/${body.attachments[0].folder_id}`);
    expect(folder.body).toMatchObject({ full_name: `my files/Submissions/${room.course.name}` });
    expect(folder.body.for_submissions).toBe(true);
    expect((await api.delete(`files/${file.body.id}`)).status).toBe(401);
    const bytes = await room.asTeacher.send('GET', pathOf(body.attachments[0].url));
    expect(bytes.body).toBe('Words');
  });

  it('copies a file of one’s own, and refuses those of others', async () => {
    const { room, api, submit } = await oneStudent(files);
    const own = await upload(api, `users/${room.student.id}/files`, { name: 'draft.txt' }, 'Draft');
    const { body } = await submit({
      submission_type: 'online_upload',
      file_ids: [own.body.id, own.body.id],
    });
    expect(body.attachments).toHaveLength(1);
    expect(body.attachments[0].id).not.toBe(own.body.id);
    const theirs = await upload(as(room.fellow.token), `users/${room.fellow.id}/files`, { name: 'x.txt' });
    for (const file_ids of [[theirs.body.id], [999_999], []]) {
      expect(await submit({ submission_type: 'online_upload', file_ids })).toMatchObject({
        status: 400,
        body: { message: 'No valid file ids given' },
      });
    }
    // What was handed in stays when the original goes.
    await api.delete(`files/${own.body.id}`);
    const again = await room.asTeacher.send('GET', pathOf(body.attachments[0].url));
    expect(again.body).toBe('Draft');
  });

  it('looks at the extension, and at who may', async () => {
    const { room, path, api } = await oneStudent({ ...files, allowed_extensions: ['txt', 'pdf'] });
    const announce = (name: string) => api.post(`${path}/self/files`, { name });
    expect((await announce('a.TXT')).status).toBe(200);
    expect((await announce('a.exe')).body).toEqual({ message: 'filetype not allowed' });
    expect((await announce('README')).body).toEqual({ message: 'unable to find extension' });
    const fellows = `${path}/${room.fellow.id}/files`;
    expect((await api.post(fellows, { name: 'a.txt' })).status).toBe(401);
    expect((await room.asTeacher.post(fellows, { name: 'a.txt' })).status).toBe(200);
    const texts = await oneStudent();
    expect((await texts.api.post(`${texts.path}/self/files`, { name: 'a.txt' })).status).toBe(401);
  });

  it('takes the second step as a browser sends it', async () => {
    const { path, api } = await oneStudent(files);
    const { body: ticket } = await api.post(`${path}/self/files`, { name: 'Unité 1 + 2.txt' });
    const sent = await sendFile(world.anonymous, ticket, 'x');
    expect(sent.status).toBe(302);
    expect(
      multipart({}, { param: 'file', name: 'a', type: 'text/plain', bytes: '' }).payload.length,
    ).toBeGreaterThan(0);
    const confirmed = await api.send('GET', pathOf(sent.headers['location']));
    expect(confirmed.body.display_name).toBe('Unité 1 + 2.txt');
  });
});
