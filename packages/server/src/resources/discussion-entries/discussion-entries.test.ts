import { beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../../testing/api.ts';
import type { Person, Row } from '../../../testing/maker.ts';
import { multipart } from '../../../testing/upload.ts';
import { openWorld, type World } from '../../../testing/world.ts';
import type { DiscussionTopicsTable } from '../../db/tables/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

interface Talk {
  course: { id: number };
  topic: Row<DiscussionTopicsTable>;
  teacher: Person;
  student: Person;
  asTeacher: Api;
  asStudent: Api;
  /** Of the topic. */
  path: string;
}

/** A topic of a course with a teacher and a student. */
async function setTalk(values: object = {}): Promise<Talk> {
  const course = await world.make.course();
  const teacher = await world.make.member(course.id, 'TeacherEnrollment', { name: 'Tea Cher' });
  const student = await world.make.member(course.id, 'StudentEnrollment', { name: 'Stu Dent' });
  const topic = await world.make.topic({ context_type: 'Course', context_id: course.id, ...values });
  return {
    course,
    topic,
    teacher,
    student,
    asTeacher: world.as(teacher.token),
    asStudent: world.as(student.token),
    path: `courses/${course.id}/discussion_topics/${topic.id}`,
  };
}

const at = (minutes: number) => `2026-03-01T10:${String(minutes).padStart(2, '0')}:00Z`;

describe('POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries', () => {
  it('answers 201 with the entry, read by its author, who follows the topic from now on', async () => {
    const { asStudent, path, student, course } = await setTalk();
    const { status, body } = await asStudent.post(`${path}/entries`, {
      message: '<p>Yes<script>x</script></p>',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: body.id,
      user_id: student.id,
      parent_id: null,
      created_at: world.clock.now(),
      updated_at: world.clock.now(),
      rating_count: null,
      rating_sum: null,
      user_name: 'Stu Dent',
      message: '<p>Yesx</p>',
      user: expect.objectContaining({
        id: student.id,
        html_url: `http://localhost:80/courses/${course.id}/users/${student.id}`,
      }),
      read_state: 'read',
      forced_read_state: false,
    });
    expect(Object.keys(body)).toEqual([
      'id',
      'user_id',
      'parent_id',
      'created_at',
      'updated_at',
      'rating_count',
      'rating_sum',
      'user_name',
      'message',
      'user',
      'read_state',
      'forced_read_state',
    ]);
    expect((await asStudent.get(path)).body).toMatchObject({
      subscribed: true,
      unread_count: 0,
      last_reply_at: world.clock.now(),
    });
  });

  it('is closed where the topic is', async () => {
    const { asStudent, asTeacher, path } = await setTalk({ locked: true });
    expect((await asStudent.post(`${path}/entries`, { message: 'x' })).status).toBe(401);
    expect((await asTeacher.post(`${path}/entries`, { message: 'x' })).status).toBe(201);
    const draft = await setTalk({ workflow_state: 'unpublished' });
    expect((await draft.asStudent.post(`${draft.path}/entries`, { message: 'x' })).status).toBe(401);
  });

  it('takes a file, which is its author’s', async () => {
    const { asStudent, path, student } = await setTalk();
    const form = multipart(
      { message: 'see this' },
      { param: 'attachment', name: 'leaf.txt', type: 'text/plain', bytes: 'green' },
    );
    const { body } = await asStudent.send('POST', `${path}/entries`, form);
    expect(body.attachment).toMatchObject({ display_name: 'leaf.txt', size: 5 });
    expect(body.attachments).toEqual([body.attachment]);
    expect((await asStudent.get(`users/${student.id}/files`)).ids).toEqual([body.attachment.id]);
    expect((await asStudent.get(`${path}/view`)).body.view[0].attachment.id).toBe(body.attachment.id);
  });

  it('keeps every one of many that come at once, and counts them', async () => {
    const { path, course, topic } = await setTalk();
    const people = await Promise.all(Array.from({ length: 50 }, () => world.make.member(course.id)));
    const answers = await Promise.all(
      people.map(({ token }, index) => world.as(token).post(`${path}/entries`, { message: `I am ${index}` })),
    );
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 201));
    const rows = await world.database.kysely
      .selectFrom('discussion_entries')
      .select('message')
      .where('discussion_topic_id', '=', topic.id)
      .execute();
    expect(rows.map(({ message }) => message).sort()).toEqual(
      people.map((_, index) => `I am ${index}`).sort(),
    );
    expect((await world.as(people[0]?.token ?? '').get(path)).body).toMatchObject({
      discussion_subentry_count: 50,
      unread_count: 49,
    });
  });
});

describe('POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/replies', () => {
  it('hangs a reply on what it answers, to any depth', async () => {
    const { asStudent, path, topic, teacher } = await setTalk();
    const top = await world.make.entry(topic.id, teacher.id);
    const first = await asStudent.post(`${path}/entries/${top.id}/replies`, { message: 'a' });
    const second = await asStudent.post(`${path}/entries/${first.body.id}/replies`, { message: 'b' });
    expect([first.status, first.body.parent_id, second.body.parent_id]).toEqual([201, top.id, first.body.id]);
    expect((await asStudent.post(`${path}/entries/999999/replies`, { message: 'c' })).status).toBe(404);
  });

  it('has one level where the topic isn’t threaded', async () => {
    const { asStudent, path, topic, teacher } = await setTalk({ discussion_type: 'not_threaded' });
    const top = await world.make.entry(topic.id, teacher.id);
    const below = await world.make.entry(topic.id, teacher.id, {}, top);
    const reply = await asStudent.post(`${path}/entries/${below.id}/replies`, { message: 'a' });
    expect(reply.body.parent_id).toBe(top.id);
  });

  it('ends at fifty levels, and below what was taken back', async () => {
    const { asStudent, path, topic, teacher } = await setTalk();
    const deep = await world.make.entry(topic.id, teacher.id, { depth: 50 });
    const refused = await asStudent.post(`${path}/entries/${deep.id}/replies`, { message: 'a' });
    expect([refused.status, refused.body.errors.base[0].message]).toEqual([
      400,
      'Maximum entry depth reached',
    ]);
    const gone = await world.make.entry(topic.id, teacher.id, { workflow_state: 'deleted' });
    expect((await asStudent.post(`${path}/entries/${gone.id}/replies`, { message: 'a' })).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries', () => {
  it('lists what stands at the top, newest first, each with its newest ten replies', async () => {
    const { asStudent, path, topic, teacher, student } = await setTalk();
    const old = await world.make.entry(topic.id, teacher.id, { created_at: at(1) });
    const young = await world.make.entry(topic.id, teacher.id, { created_at: at(2) });
    await world.make.entry(topic.id, teacher.id, { created_at: at(3), workflow_state: 'deleted' });
    const replies = [];
    for (let minute = 10; minute < 21; minute += 1) {
      replies.unshift(await world.make.entry(topic.id, student.id, { created_at: at(minute) }, old));
    }
    const { body, ids } = await asStudent.get(`${path}/entries`);
    expect(ids).toEqual([young.id, old.id]);
    expect(body[0]).not.toHaveProperty('recent_replies');
    expect(body[1].has_more_replies).toBe(true);
    expect(body[1].recent_replies.map(({ id }: { id: number }) => id)).toEqual(
      replies.slice(0, 10).map(({ id }) => id),
    );
    expect(body[1]).toMatchObject({ user_name: 'Tea Cher', read_state: 'unread' });
  });

  it('gathers what the groups say whose parts one may read', async () => {
    const { asTeacher, asStudent, course, topic, student, path } = await setTalk();
    const context = { context_type: 'Course', context_id: course.id } as const;
    const category = await world.make.groupCategory(context);
    const group = await world.make.group({ ...context, group_category_id: category.id });
    await world.make.groupMember(group.id, student.id);
    await world.database.kysely
      .updateTable('discussion_topics')
      .set({ group_category_id: category.id })
      .where('id', '=', topic.id)
      .execute();
    const part = await world.make.topic({
      context_type: 'Group',
      context_id: group.id,
      root_topic_id: topic.id,
      group_category_id: category.id,
    });
    const entry = await world.make.entry(part.id, student.id);
    expect((await asTeacher.get(`${path}/entries`)).ids).toEqual([entry.id]);
    expect((await asStudent.get(`${path}/entries`)).ids).toEqual([entry.id]);
    const other = await world.make.member(course.id);
    expect((await world.as(other.token).get(`${path}/entries`)).ids).toEqual([]);
  });
});

describe('GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/replies', () => {
  it('flattens all that is below an entry at the top', async () => {
    const { asStudent, path, topic, teacher } = await setTalk();
    const top = await world.make.entry(topic.id, teacher.id);
    const a = await world.make.entry(topic.id, teacher.id, { created_at: at(1) }, top);
    const b = await world.make.entry(topic.id, teacher.id, { created_at: at(2) }, a);
    expect((await asStudent.get(`${path}/entries/${top.id}/replies`)).ids).toEqual([b.id, a.id]);
    expect((await asStudent.get(`${path}/entries/${a.id}/replies`)).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entry_list', () => {
  it('gives the entries asked for by their ids, those that are gone as well', async () => {
    const { asStudent, path, topic, teacher } = await setTalk();
    const a = await world.make.entry(topic.id, teacher.id);
    const gone = await world.make.entry(topic.id, teacher.id, {
      workflow_state: 'deleted',
      editor_id: teacher.id,
    });
    const { body } = await asStudent.get(`${path}/entry_list`, { 'ids[]': [gone.id, a.id] });
    expect(body.map(({ id }: { id: number }) => id)).toEqual([a.id, gone.id]);
    expect(body[0]).not.toHaveProperty('user_name');
    expect(body[1]).toMatchObject({ deleted: true, editor_id: teacher.id });
    for (const hidden of ['message', 'user_id']) expect(body[1]).not.toHaveProperty(hidden);
    expect((await asStudent.get(`${path}/entry_list`, { 'ids[]': [a.id, 999_999] })).status).toBe(404);
  });
});

describe('PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{id}', () => {
  it('is its author’s, while the course lets students change what they said, and the moderators’', async () => {
    const { asStudent, asTeacher, path, course, topic, student, teacher } = await setTalk();
    const entry = await world.make.entry(topic.id, student.id);
    const changed = await asStudent.put(`${path}/entries/${entry.id}`, { message: 'better' });
    expect(changed.body).toMatchObject({ message: 'better', editor_id: student.id, user_name: 'Stu Dent' });
    expect(changed.body).not.toHaveProperty('user');
    const others = await world.make.entry(topic.id, teacher.id);
    expect((await asStudent.put(`${path}/entries/${others.id}`, { message: 'no' })).status).toBe(401);
    await world.admin.put(`courses/${course.id}`, { course: { allow_student_discussion_editing: false } });
    expect((await asStudent.put(`${path}/entries/${entry.id}`, { message: 'no' })).status).toBe(401);
    expect((await asTeacher.put(`${path}/entries/${entry.id}`, { message: 'yes' })).status).toBe(200);
  });
});

describe('DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{id}', () => {
  it('takes the words and leaves the place', async () => {
    const { asStudent, path, topic, student, teacher } = await setTalk();
    const entry = await world.make.entry(topic.id, student.id);
    const reply = await world.make.entry(topic.id, teacher.id, {}, entry);
    expect((await asStudent.delete(`${path}/entries/${entry.id}`)).status).toBe(204);
    expect((await asStudent.get(`${path}/entries`)).ids).toEqual([]);
    const { view } = (await asStudent.get(`${path}/view`)).body;
    expect(view).toMatchObject([
      { id: entry.id, deleted: true, editor_id: student.id, replies: [{ id: reply.id }] },
    ]);
    expect(view[0]).not.toHaveProperty('message');
    expect((await asStudent.delete(`${path}/entries/${entry.id}`)).status).toBe(404);
  });
});

describe('PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/read', () => {
  it('marks one entry, by hand or by the way', async () => {
    const { asStudent, path, topic, teacher } = await setTalk();
    const entry = await world.make.entry(topic.id, teacher.id);
    const unread = async () => (await asStudent.get(path)).body.unread_count;
    expect((await asStudent.put(`${path}/entries/${entry.id}/read`)).status).toBe(204);
    expect(await unread()).toBe(0);
    await asStudent.delete(`${path}/entries/${entry.id}/read`, { forced_read_state: true });
    expect(await unread()).toBe(1);
    expect((await asStudent.get(`${path}/view`)).body).toMatchObject({
      unread_entries: [entry.id],
      forced_entries: [entry.id],
    });
  });
});

describe('POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/rating', () => {
  it('is one like a person, where the topic has them', async () => {
    const { asStudent, asTeacher, path, topic, teacher } = await setTalk({ allow_rating: true });
    const entry = await world.make.entry(topic.id, teacher.id);
    const rate = (api: Api, rating: unknown) => api.post(`${path}/entries/${entry.id}/rating`, { rating });
    expect((await rate(asStudent, 1)).status).toBe(204);
    await rate(asStudent, 1);
    await rate(asTeacher, 1);
    const shown = async () => (await asStudent.get(`${path}/view`)).body;
    expect(await shown()).toMatchObject({
      entry_ratings: { [entry.id]: 1 },
      view: [{ rating_count: 2, rating_sum: 2 }],
    });
    await rate(asStudent, 0);
    expect((await shown()).view[0]).toMatchObject({ rating_count: 2, rating_sum: 1 });
    expect((await rate(asStudent, 5)).body).toEqual({ message: 'Invalid rating given' });
    const without = await setTalk();
    const plain = await world.make.entry(without.topic.id, without.teacher.id);
    const refused = await without.asStudent.post(`${without.path}/entries/${plain.id}/rating`, { rating: 1 });
    expect(refused.status).toBe(401);
    expect((await without.asStudent.get(`${without.path}/view`)).body.entry_ratings).toEqual({});
  });
});

describe('GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/view', () => {
  it('hangs entries on what they answer, oldest first, with who wrote them', async () => {
    const { asStudent, path, topic, teacher, student } = await setTalk();
    const a = await world.make.entry(topic.id, teacher.id, {
      created_at: at(1),
      message: '<a href="/courses">c</a>',
    });
    const b = await world.make.entry(topic.id, student.id, { created_at: at(2) });
    const a1 = await world.make.entry(topic.id, student.id, { created_at: at(3) }, a);
    const a11 = await world.make.entry(topic.id, teacher.id, { created_at: at(4) }, a1);
    const { body } = await asStudent.get(`${path}/view`);
    expect(Object.keys(body)).toEqual([
      'unread_entries',
      'forced_entries',
      'entry_ratings',
      'participants',
      'view',
      'new_entries',
    ]);
    expect(body.view).toEqual([
      {
        id: a.id,
        user_id: teacher.id,
        parent_id: null,
        created_at: at(1),
        updated_at: a.updated_at,
        rating_count: null,
        rating_sum: null,
        message: '<a href="http://localhost:80/courses">c</a>',
        replies: [expect.objectContaining({ id: a1.id, replies: [expect.objectContaining({ id: a11.id })] })],
      },
      expect.objectContaining({ id: b.id, parent_id: null }),
    ]);
    expect(body.unread_entries).toEqual([a.id, b.id, a1.id, a11.id]);
    expect(body.participants.map(({ id }: { id: number }) => id)).toEqual([teacher.id, student.id]);
    expect(body.new_entries).toEqual([]);
    const strings = await asStudent.send('GET', `${path}/view`, {
      headers: { accept: 'application/json+canvas-string-ids' },
    });
    expect(strings.body.view[0].id).toBe(String(a.id));
    expect(strings.body.unread_entries[0]).toBe(String(a.id));
  });

  it('wants a first post where the topic does', async () => {
    const { asStudent, asTeacher, path, topic, teacher, course, student } = await setTalk({
      require_initial_post: true,
    });
    await world.make.entry(topic.id, teacher.id);
    const observer = await world.make.person();
    await world.make.enroll(observer.id, course.id, 'ObserverEnrollment', { associated_user_id: student.id });
    for (const each of ['view', 'entries', 'entry_list']) {
      const { status, body, headers } = await asStudent.get(`${path}/${each}`);
      expect([status, body, headers['content-type']]).toEqual([
        403,
        'require_initial_post',
        'application/json; charset=utf-8',
      ]);
    }
    expect((await asStudent.get(path)).body).toMatchObject({
      user_can_see_posts: false,
      subscription_hold: 'initial_post_required',
    });
    expect((await world.as(observer.token).get(`${path}/view`)).status).toBe(403);
    expect((await asTeacher.get(`${path}/view`)).status).toBe(200);
    expect((await asStudent.post(`${path}/entries`, { message: 'me' })).status).toBe(201);
    expect((await asStudent.get(`${path}/view`)).status).toBe(200);
    expect((await world.as(observer.token).get(`${path}/view`)).status).toBe(200);
  });

  it('tells staff who is no longer active', async () => {
    const { asTeacher, asStudent, path, topic, course } = await setTalk();
    const gone = await world.make.person();
    await world.make.enroll(gone.id, course.id, 'StudentEnrollment', { workflow_state: 'inactive' });
    await world.make.entry(topic.id, gone.id);
    const query = { include_enrollment_state: true };
    expect((await asTeacher.get(`${path}/view`, query)).body.participants[0].isInactive).toBe(true);
    expect((await asStudent.get(`${path}/view`, query)).body.participants[0]).not.toHaveProperty(
      'isInactive',
    );
  });
});
