import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person, Row } from '../../../testing/maker.ts';
import { openWorld, type World } from '../../../testing/world.ts';
import type { CoursesTable } from '../../db/tables/index.ts';

let world: World;
let course: Row<CoursesTable>;
let teacher: Person;
let ann: Person;
let ben: Person;
let cid: Person;

beforeAll(async () => {
  world = await openWorld();
  const { make } = world;
  course = await make.course({ name: 'Biology' });
  teacher = await make.member(course.id, 'TeacherEnrollment', { name: 'Tess Teacher', short_name: 'Tess' });
  ann = await make.member(course.id, 'StudentEnrollment', { name: 'Ann Able', short_name: 'Ann' });
  ben = await make.member(course.id, 'StudentEnrollment', { name: 'Ben Bold', short_name: 'Ben' });
  cid = await make.member(course.id, 'StudentEnrollment', { name: 'Cid Cole', short_name: 'Cid' });
});

const as = (person: Person) => world.as(person.token);
const refusal = (attribute: string, message: string) => [{ attribute, message }];

async function write(from: Person, to: unknown[], more: object = {}) {
  const { status, body } = await as(from).post('conversations', { recipients: to, body: 'Hello', ...more });
  expect(status).toBe(201);
  return body;
}
const inbox = async (person: Person, query = {}) => (await as(person).get('conversations', query)).ids;

describe('POST /api/v1/conversations', () => {
  it('writes to one person in private, and answers with what the author has of it', async () => {
    const [answer] = await write(teacher, [ann.id], {
      subject: 'Marks',
      context_code: `course_${course.id}`,
    });
    const message = answer.messages[0];
    expect(answer).toEqual({
      id: answer.id,
      subject: 'Marks',
      workflow_state: 'read',
      last_message: null,
      last_message_at: null,
      last_authored_message: 'Hello',
      last_authored_message_at: world.clock.now(),
      message_count: 1,
      subscribed: true,
      private: true,
      starred: false,
      properties: ['last_author'],
      messages: [
        {
          id: message.id,
          author_id: teacher.id,
          created_at: world.clock.now(),
          generated: false,
          body: 'Hello',
          forwarded_messages: [],
          attachments: [],
          media_comment: null,
          participating_user_ids: [teacher.id, ann.id],
        },
      ],
      audience: [ann.id],
      audience_contexts: { courses: { [course.id]: ['StudentEnrollment'] }, groups: {} },
      avatar_url: expect.stringContaining('/images/messages/avatar-50.png'),
      participants: [
        {
          id: teacher.id,
          name: 'Tess',
          full_name: 'Tess Teacher',
          pronouns: null,
          common_courses: {},
          common_groups: {},
          avatar_url: expect.any(String),
        },
        {
          id: ann.id,
          name: 'Ann',
          full_name: 'Ann Able',
          pronouns: null,
          common_courses: { [course.id]: ['StudentEnrollment'] },
          common_groups: {},
          avatar_url: expect.any(String),
        },
      ],
      visible: false,
      context_code: `course_${course.id}`,
    });
    expect(Object.keys(answer).slice(11, 15)).toEqual([
      'properties',
      'messages',
      'audience',
      'audience_contexts',
    ]);
  });

  it('takes up a private conversation again, whose subject stays', async () => {
    const [first] = await write(ben, [cid.id], { subject: 'First' });
    const [again] = await write(cid, [ben.id], { subject: 'Second' });
    expect(again).toMatchObject({ id: first.id, subject: 'First', message_count: 2 });
  });

  it('begins another where it is forced to, or in another context', async () => {
    const [first] = await write(ben, [cid.id]);
    const [forced] = await write(ben, [cid.id], { force_new: true });
    const [placed] = await write(ben, [cid.id], { context_code: `course_${course.id}` });
    expect(new Set([first.id, forced.id, placed.id]).size).toBe(3);
    expect(forced).toMatchObject({ private: false });
  });

  it('writes to several alone, or to all together', async () => {
    const each = await write(teacher, [ann.id, ben.id]);
    expect(each).toHaveLength(2);
    expect(each.every((one: { private: boolean }) => one.private)).toBe(true);
    expect(each[0]).not.toHaveProperty('messages');
    expect(Object.keys(each[0].participants[0])).toEqual(['id', 'name', 'full_name', 'pronouns']);

    const together = await write(teacher, [ann.id, ben.id], { group_conversation: true });
    expect(together).toMatchObject([{ private: false, audience: [ann.id, ben.id] }]);
    expect(together[0].avatar_url).toContain('avatar-group-50.png');
  });

  it('writes to courses, sections and groups', async () => {
    const { make } = world;
    const section = await make.section({ course_id: course.id, name: 'Evening' });
    const dan = await make.person({ name: 'Dan Dorn' });
    await make.enroll(dan.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    const group = await make.group({ context_type: 'Course', context_id: course.id });
    await make.groupMember(group.id, ann.id);
    await make.groupMember(group.id, cid.id);
    const audience = async (code: string) =>
      (await write(teacher, [code], { group_conversation: true }))[0].audience.toSorted(
        (a: number, b: number) => a - b,
      );
    expect(await audience(`course_${course.id}`)).toEqual([ann.id, ben.id, cid.id, dan.id]);
    expect(await audience(`course_${course.id}_students`)).toEqual([ann.id, ben.id, cid.id, dan.id]);
    expect(await audience(`section_${section.id}`)).toEqual([dan.id]);
    expect(await audience(`group_${group.id}`)).toEqual([ann.id, cid.id]);
  });

  it('takes ids with commas, and uuids', async () => {
    const { body } = await as(teacher).post('conversations', {
      recipients: `${ann.id},${ben.id}`,
      body: 'Hi',
      group_conversation: true,
    });
    expect(body[0].audience).toEqual([ann.id, ben.id]);
    const [answer] = await write(teacher, [`uuid:${cid.uuid}`], { include: ['uuid'] });
    expect(answer.participants[1]).toMatchObject({ id: cid.id, uuid: cid.uuid });
  });

  it('lets one write to oneself, which reaches no inbox', async () => {
    const [note] = await write(ann, [ann.id]);
    expect(note).toMatchObject({ audience: [], private: true, last_message: null });
    expect(await inbox(ann, { scope: 'sent' })).toContain(note.id);
    expect(await inbox(ann)).not.toContain(note.id);
  });

  it('sends later, in a batch that can be looked at', async () => {
    const { status, body, headers } = await as(teacher).post('conversations', {
      recipients: [ann.id, ben.id, cid.id],
      body: 'Soon',
      mode: 'async',
    });
    expect([status, body]).toEqual([202, []]);
    const batches = await as(teacher).get('conversations/batches');
    expect(batches.body).toMatchObject([
      {
        id: Number(headers['x-conversation-batch-id']),
        workflow_state: 'created',
        completion: 0,
        recipient_count: 3,
        message: { body: 'Soon', participating_user_ids: [] },
        tags: [],
      },
    ]);
    await world.runJobs();
    expect((await as(teacher).get('conversations/batches')).body).toEqual([]);
    const [newest] = (await as(cid).get('conversations')).body;
    expect(newest).toMatchObject({ last_message: 'Soon', audience: [teacher.id] });
  });

  it('keeps what is allowed of HTML, and cuts the preview', async () => {
    const long = 'x'.repeat(200);
    const [answer] = await write(teacher, [ann.id], { body: `<b>Hi</b><script>alert(1)</script>${long}` });
    expect(answer.messages[0].body).toBe(`<b>Hi</b>alert(1)${long}`);
    expect(answer.last_authored_message).toHaveLength(100);
    expect(answer.last_authored_message.endsWith('...')).toBe(true);
  });

  it('sends files of the author’s folder for it, and recordings', async () => {
    // The way to get a file there: the folder is made as the upload is announced.
    await as(teacher).post('users/self/files', {
      name: 'first.txt',
      parent_folder_path: 'conversation attachments',
    });
    const { body: folders } = await as(teacher).get('users/self/folders/by_path/conversation%20attachments');
    const file = await world.make.file({
      context_type: 'User',
      context_id: teacher.id,
      folder_id: folders.at(-1).id,
      display_name: 'plan.txt',
    });
    const other = await world.make.file({ context_type: 'User', context_id: teacher.id });
    const [answer] = await write(teacher, [ben.id], {
      attachment_ids: [file.id, other.id],
      media_comment_id: 'm-1',
      media_comment_type: 'audio',
    });
    expect(answer.messages[0]).toMatchObject({
      attachments: [{ id: file.id, display_name: 'plan.txt' }],
      media_comment: { media_id: 'm-1', media_type: 'audio', 'content-type': 'audio/mp4' },
    });
    expect(answer.properties).toEqual(['last_author', 'attachments', 'media_objects']);
  });

  it('forwards messages of a conversation of one’s own', async () => {
    const [first] = await write(ann, [teacher.id], { body: 'Original' });
    const [answer] = await write(teacher, [ben.id], {
      force_new: true,
      group_conversation: true,
      forwarded_message_ids: [first.messages[0].id],
    });
    const { body } = await as(ben).get(`conversations/${answer.id}`);
    expect(body.messages[0].forwarded_messages).toMatchObject([{ body: 'Original', author_id: ann.id }]);
    expect(body.participants.map(({ id }: { id: number }) => id)).toContain(ann.id);
    const { status } = await as(cid).post('conversations', {
      recipients: [ben.id],
      body: 'x',
      forwarded_message_ids: [first.messages[0].id],
    });
    expect(status).toBe(400);
  });

  it('refuses in Canvas’s words', async () => {
    const stranger = await world.make.person();
    const post = async (from: Person, params: object) => {
      const { status, body } = await as(from).post('conversations', params);
      return [status, body];
    };
    const to = [teacher.id];
    expect(await post(ann, { body: 'x' })).toEqual([400, refusal('recipients', 'blank')]);
    expect(await post(ann, { recipients: [stranger.id], body: 'x' })).toEqual([
      400,
      refusal('recipients', 'invalid'),
    ]);
    expect(await post(ann, { recipients: to })).toEqual([400, refusal('body', 'blank')]);
    expect(await post(ann, { recipients: to, body: 'x', context_code: 'course_999' })).toEqual([
      400,
      refusal('context_code', 'invalid'),
    ]);
    expect(await post(ann, { recipients: [`course_${course.id}`], body: 'x' })).toEqual([
      400,
      refusal('recipients', 'restricted by role'),
    ]);
    expect(await post(ann, { recipients: to, body: 'x', filter_mode: 'not' })).toEqual([
      400,
      refusal('filter_mode', 'invalid'),
    ]);
    const [status, body] = await post(ann, {
      recipients: to,
      body: 'x',
      subject: 's'.repeat(256),
      force_new: true,
    });
    expect([status, body.errors.subject[0].type]).toEqual([400, 'too_long']);
  });

  it('takes whole courses of more than a hundred only one by one', async () => {
    const big = await world.make.course();
    const lecturer = await world.make.member(big.id, 'TeacherEnrollment');
    await sql`with made as (
        insert into users (uuid, lti_context_id, lti_id, name, short_name, sortable_name, sortable_name_key, created_at, updated_at)
        select 'u' || n, 'c' || n, 'l' || n, 'P' || n, 'P' || n, 'P' || n, 'p' || n, now(), now() from generate_series(1, 101) n
        returning id)
      insert into enrollments (user_id, course_id, course_section_id, root_account_id, type, role_id, workflow_state, created_at, updated_at)
      select made.id, ${big.id}, (select id from course_sections where course_id = ${big.id}), 1, 'StudentEnrollment',
        (select id from roles where name = 'StudentEnrollment'), 'active', now(), now() from made`.execute(
      world.database.kysely,
    );
    const all = { recipients: [`course_${big.id}`], body: 'x' };
    const many = await as(lecturer).post('conversations', { ...all, group_conversation: true });
    expect([many.status, many.body]).toEqual([400, refusal('recipients', 'too many for group conversation')]);
    const bulk = await as(lecturer).post('conversations', {
      ...all,
      group_conversation: true,
      bulk_message: true,
    });
    expect([bulk.status, bulk.body.length]).toEqual([201, 101]);
  });

  it('is one, however many begin it at once, and loses nothing of what they say', async () => {
    const pair = [await world.make.member(course.id), await world.make.member(course.id)] as const;
    const [one, other] = pair;
    const begun = await Promise.all(
      Array.from({ length: 10 }, (_, at) => (at % 2 ? write(one, [other.id]) : write(other, [one.id]))),
    );
    const ids = new Set(begun.map(([{ id }]) => id));
    expect(ids.size).toBe(1);
    const { body } = await as(one).get(`conversations/${[...ids][0]}`);
    expect(body).toMatchObject({ message_count: 10, private: true });
    expect(body.messages).toHaveLength(10);
  });

  it('is begun in a context by those who may', async () => {
    const admin = await world.make.accountAdmin();
    const [fromAbove] = await write(admin, [ann.id], { context_code: 'account_1' });
    expect(fromAbove).toMatchObject({ context_code: 'account_1', audience: [ann.id] });
    const parent = await world.make.person();
    await world.make.enroll(parent.id, course.id, 'ObserverEnrollment', { associated_user_id: ann.id });
    const context_code = `course_${course.id}`;
    const post = async (from: Person, to: Person, code: string) => {
      const answer = await as(from).post('conversations', {
        recipients: [to.id],
        body: 'x',
        context_code: code,
      });
      return answer.status === 201 ? 201 : answer.body[0];
    };
    expect(await post(parent, teacher, context_code)).toBe(201);
    expect(await post(parent, ann, context_code)).toBe(201);
    expect(await post(parent, ben, context_code)).toEqual({ attribute: 'recipients', message: 'invalid' });
    expect(await post(ann, teacher, 'account_1')).toEqual({ attribute: 'context_code', message: 'invalid' });
    // An administrator's words of a course are answered to the institution.
    const [ofCourse] = await write(admin, [ann.id], { context_code });
    expect(ofCourse.context_code).toBe('account_1');
  });

  it('closes with the course', async () => {
    const over = await world.make.course({ workflow_state: 'completed' });
    const student = await world.make.member(over.id);
    const lecturer = await world.make.member(over.id, 'TeacherEnrollment');
    const { body } = await as(student).post('conversations', {
      recipients: [lecturer.id],
      body: 'x',
      context_code: `course_${over.id}`,
    });
    expect(body).toEqual(refusal('recipients', 'invalid'));
  });
});

describe('GET /api/v1/conversations', () => {
  let a: Person;
  let b: Person;
  const made: number[] = [];
  beforeAll(async () => {
    const { make, clock } = world;
    const other = await make.course({ name: 'Chemistry' });
    a = await make.member(other.id, 'TeacherEnrollment', { name: 'Ada' });
    for (let i = 0; i < 3; i++) {
      b = await make.member(other.id, 'StudentEnrollment', { name: `Bo ${i}` });
      clock.advance(60);
      made.push((await write(b, [a.id], { body: `Message ${i}` }))[0].id);
    }
  });

  it('lists what one has received, the newest first, in pages with a last one', async () => {
    const { body, links } = await as(a).get('conversations', { per_page: 2 });
    expect(body.map(({ id }: { id: number }) => id)).toEqual([made[2], made[1]]);
    expect(links['last']).toContain('page=2');
    expect(body[0]).toMatchObject({
      workflow_state: 'unread',
      last_message: 'Message 2',
      last_authored_message: null,
      properties: [],
      visible: true,
      context_name: 'Chemistry',
      participants: [{ id: b.id }, { id: a.id }],
    });
    expect(Object.keys(body[0]).at(-1)).toBe('context_name');
    expect(body[0].participants[0]).not.toHaveProperty('avatar_url');
  });

  it('keeps to a scope', async () => {
    const put = (id: number | undefined, conversation: object) =>
      as(a).put(`conversations/${id}`, { conversation });
    await put(made[0], { workflow_state: 'archived' });
    await put(made[1], { workflow_state: 'read', starred: true });
    expect(await inbox(a)).toEqual([made[2], made[1]]);
    expect(await inbox(a, { scope: 'unread' })).toEqual([made[2]]);
    expect(await inbox(a, { scope: 'archived' })).toEqual([made[0]]);
    expect(await inbox(a, { scope: 'starred' })).toEqual([made[1]]);
    expect(await inbox(a, { scope: 'sent' })).toEqual([]);
    expect(await inbox(b, { scope: 'sent' })).toEqual([made[2]]);
    await put(made[0], { workflow_state: 'read' });
  });

  it('filters by people, their uuids and contexts', async () => {
    expect(await inbox(a, { filter: `user_${b.id}` })).toEqual([made[2]]);
    expect(await inbox(a, { 'filter[]': `uuid:${b.uuid}` })).toEqual([made[2]]);
    expect(await inbox(a, { 'filter[]': [`user_${b.id}`, `course_${course.id}`] })).toEqual([made[2]]);
    expect(
      await inbox(a, { 'filter[]': [`user_${b.id}`, `course_${course.id}`], filter_mode: 'and' }),
    ).toEqual([]);
    expect(await inbox(a, { filter: 'course_0' })).toEqual([]);
  });

  it('gives all ids, pictures and uuids where it is asked to', async () => {
    const { body } = await as(a).get('conversations', {
      include_all_conversation_ids: true,
      per_page: 1,
      'include[]': ['participant_avatars', 'uuid'],
    });
    expect(body.conversation_ids).toEqual([made[2], made[1], made[0]]);
    expect(body.conversations).toHaveLength(1);
    expect(body.conversations[0].participants[0]).toMatchObject({
      uuid: b.uuid,
      avatar_url: expect.any(String),
    });
  });
});

describe('GET /api/v1/conversations/unread_count', () => {
  it('counts as a text, and nothing once all is read', async () => {
    const reader = await world.make.member(course.id);
    await write(teacher, [reader.id]);
    await write(ann, [reader.id]);
    expect((await as(reader).get('conversations/unread_count')).body).toEqual({ unread_count: '2' });
    expect((await as(reader).post('conversations/mark_all_as_read')).body).toEqual({});
    expect((await as(reader).get('conversations/unread_count')).body).toEqual({ unread_count: '0' });
  });
});

describe('POST /api/v1/conversations/mark_all_as_read', () => {
  it('leaves what is archived in the archive', async () => {
    const reader = await world.make.member(course.id);
    const [{ id }] = await write(teacher, [reader.id]);
    await as(reader).put(`conversations/${id}`, { conversation: { workflow_state: 'archived' } });
    await as(reader).post('conversations/mark_all_as_read');
    expect(await inbox(reader, { scope: 'archived' })).toEqual([id]);
  });
});

describe('GET /api/v1/conversations/{id}', () => {
  it('gives the messages, the newest first, and counts them as read', async () => {
    const [{ id }] = await write(teacher, [ben.id], { body: 'One', force_new: true });
    world.clock.advance(1);
    await as(teacher).post(`conversations/${id}/add_message`, { body: 'Two' });
    const quiet = await as(ben).get(`conversations/${id}`, { auto_mark_as_read: false });
    expect(quiet.body.workflow_state).toBe('unread');
    const { body } = await as(ben).get(`conversations/${id}`);
    expect(body).toMatchObject({
      workflow_state: 'read',
      submissions: [],
      context_name: 'Biology',
      visible: true,
    });
    expect(body.messages.map((each: { body: string }) => each.body)).toEqual(['Two', 'One']);
    expect((await as(ben).get(`conversations/${id}`, { scope: 'unread' })).body.visible).toBe(false);
    expect((await as(cid).get(`conversations/${id}`)).status).toBe(404);
  });

  it('says where one can’t answer', async () => {
    const over = await world.make.course();
    const student = await world.make.member(over.id);
    const lecturer = await world.make.member(over.id, 'TeacherEnrollment');
    const [{ id }] = await write(lecturer, [student.id], { context_code: `course_${over.id}` });
    expect((await as(student).get(`conversations/${id}`)).body).not.toHaveProperty('cannot_reply');
    await world.database.kysely
      .updateTable('courses')
      .set({ workflow_state: 'completed' })
      .where('id', '=', over.id)
      .execute();
    expect((await as(student).get(`conversations/${id}`)).body.cannot_reply).toBe(true);
    expect((await as(student).post(`conversations/${id}/add_message`, { body: 'x' })).status).toBe(401);
  });
});

describe('PUT /api/v1/conversations/{id}', () => {
  it('refuses a state that is none, and a request without a conversation', async () => {
    const [{ id }] = await write(teacher, [ann.id]);
    const { status } = await as(ann).put(`conversations/${id}`, { conversation: { workflow_state: 'lost' } });
    expect(status).toBe(400);
    expect((await as(ann).put(`conversations/${id}`, {})).status).toBe(400);
  });

  it('follows a group no longer, and hears of what was missed once it does again', async () => {
    const [{ id }] = await write(teacher, [ann.id, ben.id], { group_conversation: true });
    const left = await as(ann).put(`conversations/${id}`, { conversation: { subscribed: false } });
    expect(left.body).toMatchObject({ subscribed: false, workflow_state: 'read' });
    world.clock.advance(5);
    await as(ben).post(`conversations/${id}/add_message`, { body: 'Missed' });
    expect((await as(ann).get(`conversations/${id}`)).body.workflow_state).toBe('read');
    const back = await as(ann).put(`conversations/${id}`, { conversation: { subscribed: true } });
    expect(back.body).toMatchObject({ subscribed: true, workflow_state: 'unread', last_message: 'Missed' });
  });
});

describe('POST /api/v1/conversations/{id}/add_message', () => {
  it('reaches the others as unread', async () => {
    const [{ id }] = await write(ann, [teacher.id], { force_new: true });
    world.clock.advance(1);
    const { status, body } = await as(teacher).post(`conversations/${id}/add_message`, { body: 'Answer' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ message_count: 2, last_authored_message: 'Answer', last_message: 'Answer' });
    expect(body.messages).toHaveLength(1);
    expect((await as(ann).get('conversations', { scope: 'unread' })).ids).toContain(id);
  });

  it('goes to some alone, who are let in, with messages that are passed on', async () => {
    const [{ id, messages }] = await write(teacher, [ann.id, ben.id], { group_conversation: true });
    await as(teacher).post(`conversations/${id}/add_message`, {
      body: 'For Cid',
      recipients: [cid.id],
      included_messages: [messages[0].id],
    });
    const { body } = await as(cid).get(`conversations/${id}`);
    expect(body.messages.map((each: { body: string }) => each.body)).toEqual(['For Cid', 'Hello']);
    expect((await as(ann).get(`conversations/${id}`)).body.message_count).toBe(1);
  });

  it('refuses what says nothing, and messages of others', async () => {
    const [{ id }] = await write(teacher, [ann.id]);
    const [other] = await write(teacher, [cid.id]);
    const say = async (params: object) =>
      (await as(ann).post(`conversations/${id}/add_message`, params)).body;
    expect(await say({})).toEqual(refusal('empty_message', 'Unable to create message without a body'));
    expect(await say({ body: 'x', included_messages: [other.messages[0].id] })).toEqual(
      refusal('included_messages', 'not for this conversation'),
    );
  });
});

describe('POST /api/v1/conversations/{id}/add_recipients', () => {
  it('lets people in with all that was said, and tells everybody', async () => {
    const [{ id }] = await write(teacher, [ann.id, ben.id], { group_conversation: true });
    const { body } = await as(teacher).post(`conversations/${id}/add_recipients`, { recipients: [cid.id] });
    expect(body.messages).toMatchObject([
      { generated: true, body: 'Cid was added to the conversation by Tess' },
    ]);
    expect(body).toMatchObject({ message_count: 1, audience: [ann.id, ben.id, cid.id] });
    const { body: seen } = await as(cid).get(`conversations/${id}`);
    expect(seen).toMatchObject({ message_count: 1, last_message: 'Hello' });
    expect(seen.messages).toHaveLength(2);
  });

  it('refuses private conversations and nobody', async () => {
    const [{ id }] = await write(teacher, [ann.id]);
    const add = async (recipients: unknown[]) =>
      await as(teacher).post(`conversations/${id}/add_recipients`, { recipients });
    expect((await add([cid.id])).body).toEqual(
      refusal('recipients', "can't add participants to a private conversation"),
    );
    expect(await add([])).toMatchObject({ status: 400, body: {} });
  });
});

describe('POST /api/v1/conversations/{id}/remove_messages', () => {
  it('takes messages out of one’s own view, and with the last the conversation', async () => {
    const [{ id, messages }] = await write(ann, [teacher.id], { force_new: true, group_conversation: true });
    const first = (await as(teacher).get(`conversations/${id}`)).body.messages[0].id;
    expect(messages).toBeUndefined();
    world.clock.advance(1);
    await as(ann).post(`conversations/${id}/add_message`, { body: 'Second' });
    const remove = async (ids: number[]) =>
      (await as(teacher).post(`conversations/${id}/remove_messages`, { remove: ids })).body;
    expect(await remove([first])).toMatchObject({ message_count: 1, last_message: 'Second' });
    const [{ id: second }] = (await as(teacher).get(`conversations/${id}`)).body.messages;
    expect(await remove([second])).toMatchObject({
      message_count: 0,
      last_message: null,
      last_message_at: null,
    });
    expect((await as(teacher).get(`conversations/${id}`)).status).toBe(404);
    expect((await as(ann).get(`conversations/${id}`)).body.message_count).toBe(2);
  });
});

describe('DELETE /api/v1/conversations/{id}', () => {
  it('goes for one alone, and comes back with the next message', async () => {
    const [{ id }] = await write(teacher, [ann.id], { force_new: true, group_conversation: true });
    const { body } = await as(ann).delete(`conversations/${id}`);
    expect(body).toMatchObject({ id, message_count: 0, visible: false, last_message: null });
    expect(await inbox(ann)).not.toContain(id);
    await as(teacher).post(`conversations/${id}/add_message`, { body: 'Back' });
    expect((await as(ann).get(`conversations/${id}`)).body.messages).toHaveLength(1);
  });
});

describe('PUT /api/v1/conversations', () => {
  it('changes many, and says which are none of one’s own', async () => {
    const [{ id }] = await write(teacher, [ann.id], { force_new: true, group_conversation: true });
    const { status, body } = await as(ann).put('conversations', {
      conversation_ids: [id, 999_999],
      event: 'star',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ tag: 'conversation_batch_update', workflow_state: 'queued', completion: 0 });
    await world.runJobs();
    expect((await as(ann).get(`progress/${body.id}`)).body).toMatchObject({
      workflow_state: 'completed',
      message: '1 conversation processed\nThe user is not participating in this conversation: 999999',
    });
    expect(await inbox(ann, { scope: 'starred' })).toContain(id);
  });

  it('refuses in Canvas’s words', async () => {
    const put = async (params: object) => (await as(ann).put('conversations', params)).body;
    expect(await put({ event: 'star' })).toEqual({ message: 'conversation_ids not specified' });
    expect(await put({ conversation_ids: [1] })).toEqual({ message: 'event not specified' });
    expect(await put({ conversation_ids: [1], event: 'eat' })).toEqual({ message: 'invalid event' });
  });
});

describe('GET /api/v1/conversations/deleted', () => {
  it('shows administrators what was deleted, gives it back, and takes all away', async () => {
    const [{ id }] = await write(teacher, [cid.id], { force_new: true, group_conversation: true });
    await as(cid).delete(`conversations/${id}`);
    const query = { user_id: cid.id, conversation_id: id };
    const { body } = await world.admin.get('conversations/deleted', query);
    expect(body).toMatchObject([
      { body: 'Hello', user_id: cid.id, conversation_id: id, deleted_at: world.clock.now() },
    ]);
    const restored = await world.admin.put('conversations/restore', { ...query, message_id: body[0].id });
    expect(restored.body).toMatchObject([{ id: body[0].id }]);
    expect(await inbox(cid)).toContain(id);
    expect((await world.admin.put('conversations/restore', {})).body).toEqual(
      refusal('message_id', 'required'),
    );
    expect((await world.admin.delete(`conversations/${id}/delete_for_all`)).body).toEqual({});
    expect((await as(teacher).get(`conversations/${id}`)).status).toBe(404);
  });
});
