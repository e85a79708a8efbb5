import { parseFeed } from 'feedsmith';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../../testing/api.ts';
import type { Person } from '../../../testing/maker.ts';
import { multipart, pathOf } from '../../../testing/upload.ts';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

interface Class {
  course: { id: number; uuid: string };
  teacher: Person;
  student: Person;
  asTeacher: Api;
  asStudent: Api;
  path: string;
}

/** A course with a teacher and a student. */
async function setClass(): Promise<Class> {
  const course = await world.make.course();
  const teacher = await world.make.member(course.id, 'TeacherEnrollment', { name: 'Tea Cher' });
  const student = await world.make.member(course.id, 'StudentEnrollment', { name: 'Stu Dent' });
  return {
    course,
    teacher,
    student,
    asTeacher: world.as(teacher.token),
    asStudent: world.as(student.token),
    path: `courses/${course.id}/discussion_topics`,
  };
}

const inCourse = (id: number) => ({ context_type: 'Course', context_id: id }) as const;

describe('POST /api/v1/courses/{course_id}/discussion_topics', () => {
  it('answers 200 with the whole topic, in Canvas’s order', async () => {
    const { asTeacher, path, course, teacher } = await setClass();
    const { status, body } = await asTeacher.post(path, {
      title: 'Tea',
      message: '<p>Black?</p>',
      published: true,
    });
    expect(status).toBe(200);
    const url = `http://localhost:80/courses/${course.id}/discussion_topics/${body.id}`;
    expect(body).toEqual({
      id: body.id,
      title: 'Tea',
      last_reply_at: world.clock.now(),
      created_at: world.clock.now(),
      delayed_post_at: null,
      posted_at: world.clock.now(),
      assignment_id: null,
      root_topic_id: null,
      position: null,
      podcast_has_student_posts: false,
      discussion_type: 'threaded',
      lock_at: null,
      allow_rating: false,
      only_graders_can_rate: false,
      sort_by_rating: false,
      is_section_specific: false,
      anonymous_state: null,
      summary_enabled: false,
      user_name: 'Tea Cher',
      discussion_subentry_count: 0,
      permissions: { attach: true, update: true, reply: true, delete: true, manage_assign_to: true },
      require_initial_post: false,
      user_can_see_posts: true,
      podcast_url: null,
      read_state: 'read',
      unread_count: 0,
      subscribed: true,
      attachments: [],
      published: true,
      can_unpublish: true,
      locked: false,
      can_lock: true,
      comments_disabled: false,
      author: expect.objectContaining({
        id: teacher.id,
        display_name: 'Tea Cher',
        html_url: `http://localhost:80/courses/${course.id}/users/${teacher.id}`,
      }),
      html_url: url,
      url,
      pinned: false,
      group_category_id: null,
      can_group: true,
      topic_children: [],
      group_topic_children: [],
      ungraded_discussion_overrides: [],
      locked_for_user: false,
      message: '<p>Black?</p>',
      user_count: 2,
      todo_date: null,
      is_announcement: false,
      sort_order: 'desc',
      sort_order_locked: false,
      expanded: false,
      expanded_locked: false,
    });
    expect(Object.keys(body).slice(0, 5)).toEqual([
      'id',
      'title',
      'last_reply_at',
      'created_at',
      'delayed_post_at',
    ]);
  });

  it('makes a draft for those who may publish it, and posts what others write at once', async () => {
    const { asTeacher, asStudent, path } = await setClass();
    expect((await asTeacher.post(path, { title: 'Draft' })).body.published).toBe(false);
    expect((await asStudent.post(path, { title: 'Said' })).body.published).toBe(true);
    const refused = await asStudent.post(path, { title: 'Hidden', published: false });
    expect([refused.status, refused.body]).toEqual([
      400,
      { errors: { published: 'You do not have permission to set this topic to draft state.' } },
    ]);
  });

  it('names what has no title, and refuses what is too long', async () => {
    const { asTeacher, path } = await setClass();
    expect((await asTeacher.post(path, { title: '  ' })).body.title).toBe('No Title');
    const { status, body } = await asTeacher.post(path, { title: 'x'.repeat(256) });
    expect(status).toBe(400);
    expect(body.errors.title).toEqual([
      { attribute: 'title', type: 'too_long', message: 'is too long (maximum is 255 characters)' },
    ]);
    expect(
      (await asTeacher.post(path, { discussion_type: 'round' })).body.errors.discussion_type[0].type,
    ).toBe('inclusion');
    expect((await asTeacher.post(path, { sort_order: 'random' })).body).toEqual({
      errors: { sort_order: 'Sort order type not valid' },
    });
  });

  it('cleans what is written', async () => {
    const { asTeacher, path } = await setClass();
    const { body } = await asTeacher.post(path, {
      message: '<p onclick="x()">Hi<script>evil()</script></p>',
    });
    expect(body.message).toBe('<p>Hievil()</p>');
  });

  it('waits for its time, and is posted then without anything having to run', async () => {
    const { asTeacher, asStudent, path } = await setClass();
    const later = new Date(Date.parse(world.clock.now()) + 3_600_000).toISOString().replace('.000', '');
    const { body } = await asTeacher.post(path, { title: 'Later', published: true, delayed_post_at: later });
    const before = await asStudent.get(`${path}/${body.id}`);
    expect(before.body).toMatchObject({
      locked_for_user: true,
      lock_info: { unlock_at: later, asset_string: `discussion_topic_${body.id}` },
      delayed_post_at: later,
    });
    expect(before.body.message).toMatch(/^This topic is locked until /);
    world.clock.advance(3_601);
    const after = await asStudent.get(`${path}/${body.id}`);
    expect(after.body).toMatchObject({ locked_for_user: false, posted_at: later });
  });

  it('is locked from the time when it is to be', async () => {
    const { asTeacher, asStudent, path } = await setClass();
    const past = '2026-01-01T00:00:00Z';
    const { body } = await asTeacher.post(path, { title: 'Over', published: true, lock_at: past });
    expect(body).toMatchObject({ locked: true, lock_at: past, locked_for_user: false });
    expect((await asStudent.get(`${path}/${body.id}`)).body).toMatchObject({
      locked_for_user: true,
      lock_info: { lock_at: past, can_view: true },
      permissions: { reply: false },
    });
  });

  it('makes announcements, for those who may', async () => {
    const { asTeacher, asStudent, path } = await setClass();
    const blank = await asTeacher.post(path, { title: 'Hear', is_announcement: true });
    expect([blank.status, blank.body.errors.message[0].type]).toEqual([400, 'blank']);
    const { body } = await asTeacher.post(path, { title: 'Hear', message: 'ye', is_announcement: true });
    expect(body).toMatchObject({
      is_announcement: true,
      published: true,
      locked: false,
      position: 1,
      subscription_hold: 'topic_is_announcement',
      can_unpublish: false,
    });
    const students = await asStudent.post(path, { title: 'Me too', message: 'ye', is_announcement: true });
    expect(students.body.is_announcement).toBe(false);
  });

  it('is for some sections alone', async () => {
    const { asTeacher, asStudent, path, course } = await setClass();
    const [own] = await world.database.kysely
      .selectFrom('course_sections')
      .selectAll()
      .where('course_id', '=', course.id)
      .execute();
    const other = await world.make.section({ course_id: course.id });
    const theirs = await asTeacher.post(path, {
      title: 'B',
      published: true,
      specific_sections: String(other.id),
    });
    expect(theirs.body).toMatchObject({
      is_section_specific: true,
      sections: [{ id: other.id, user_count: 0 }],
    });
    const ours = await asTeacher.post(path, {
      title: 'A',
      published: true,
      specific_sections: `${own?.id},${other.id}`,
    });
    expect((await asStudent.get(path)).ids).toEqual([ours.body.id]);
    expect((await asStudent.get(`${path}/${theirs.body.id}`)).status).toBe(401);
    expect((await asTeacher.post(path, { specific_sections: '999999' })).status).toBe(404);
    const all = await asTeacher.put(`${path}/${theirs.body.id}`, { specific_sections: 'all' });
    expect(all.body.is_section_specific).toBe(false);
  });

  it('refuses section-limited teachers other sections', async () => {
    const { path, course } = await setClass();
    const other = await world.make.section({ course_id: course.id });
    const limited = await world.make.person();
    await world.make.enroll(limited.id, course.id, 'TeacherEnrollment', {
      limit_privileges_to_course_section: true,
    });
    const { status, body } = await world
      .as(limited.token)
      .post(path, { specific_sections: String(other.id) });
    expect([status, body]).toEqual([
      400,
      {
        errors: {
          specific_sections: `You do not have permissions to modify discussion for section(s) ${other.id}`,
        },
      },
    ]);
  });

  it('gives every group of a category its own part', async () => {
    const { asTeacher, asStudent, path, course, student } = await setClass();
    const category = await world.make.groupCategory(inCourse(course.id));
    const mine = await world.make.group({
      ...inCourse(course.id),
      name: 'Reds',
      group_category_id: category.id,
    });
    const theirs = await world.make.group({
      ...inCourse(course.id),
      name: 'Blues',
      group_category_id: category.id,
    });
    await world.make.groupMember(mine.id, student.id);
    const { body } = await asTeacher.post(path, {
      title: 'Tea',
      published: true,
      group_category_id: category.id,
    });
    expect(body.group_topic_children.map(({ group_id }: { group_id: number }) => group_id)).toEqual([
      mine.id,
      theirs.id,
    ]);
    expect(body.subscription_hold).toBe('not_in_group_set');
    const part = await asStudent.get(`groups/${mine.id}/discussion_topics`);
    expect(part.body).toMatchObject([{ title: 'Tea - Reds', root_topic_id: body.id, message: null }]);
    expect((await asStudent.get(`groups/${theirs.id}/discussion_topics`)).status).toBe(401);
    await asTeacher.put(`${path}/${body.id}`, { title: 'Coffee' });
    expect((await asStudent.get(`groups/${mine.id}/discussion_topics`)).body[0].title).toBe('Coffee - Reds');

    expect((await asStudent.post(path, { group_category_id: category.id })).body).toEqual({
      errors: { group: 'You cannot set a grouped discussion as a student.' },
    });
    expect((await asTeacher.post(path, { group_category_id: 999_999 })).status).toBe(404);
  });

  it('hides names only where the course lets it', async () => {
    const { asTeacher, asStudent, path } = await setClass();
    const topic = await asTeacher.post(path, {
      title: 'A',
      published: true,
      anonymous_state: 'full_anonymity',
    });
    expect(topic.body).toMatchObject({
      anonymous_state: 'full_anonymity',
      author: null,
      user_name: 'Tea Cher',
    });
    expect((await asStudent.get(`${path}/${topic.body.id}/view`)).status).toBe(404);
    expect((await asStudent.post(path, { anonymous_state: 'partial_anonymity' })).body).toEqual({
      errors: { anonymous_state: 'You are not able to create an anonymous discussion' },
    });
    expect((await asTeacher.post(path, { anonymous_state: 'nonsense' })).body.anonymous_state).toBe(null);
  });

  it('takes a file', async () => {
    const { asTeacher, asStudent, path, course } = await setClass();
    const form = multipart(
      { title: 'Read this', published: 'true' },
      { param: 'attachment', name: 'tea list.txt', type: 'text/plain', bytes: 'Assam' },
    );
    const { body } = await asTeacher.send('POST', path, form);
    expect(body.attachments).toMatchObject([
      { display_name: 'tea list.txt', 'content-type': 'text/plain', size: 5 },
    ]);
    const file = body.attachments[0];
    const bytes = await asStudent.send('GET', pathOf(file.url));
    expect(bytes.body).toBe('Assam');
    expect((await asTeacher.get(`courses/${course.id}/files`)).ids).toEqual([file.id]);
    const without = await asTeacher.put(`${path}/${body.id}`, { remove_attachment: '1' });
    expect(without.body.attachments).toEqual([]);
  });

  it('keeps students out where the course has them begin no discussions', async () => {
    const { asStudent, path, course } = await setClass();
    await world.admin.put(`courses/${course.id}`, { course: { allow_student_discussion_topics: false } });
    expect((await asStudent.post(path, { title: 'Mine' })).status).toBe(401);
  });
});

describe('GET /api/v1/courses/{course_id}/discussion_topics', () => {
  it('lists unpinned topics newest first, then pinned ones; up to 100 a page', async () => {
    const { asTeacher, path, course } = await setClass();
    const make = (values: object) => world.make.topic({ ...inCourse(course.id), ...values });
    const old = await make({ created_at: '2026-01-01T00:00:00Z' });
    const young = await make({ created_at: '2026-02-01T00:00:00Z' });
    const first = await make({ pinned: true, position: 1 });
    const second = await make({ pinned: true, position: 2 });
    await make({ is_announcement: true });
    await make({ workflow_state: 'deleted' });
    expect((await asTeacher.get(path)).ids).toEqual([young.id, old.id, second.id, first.id]);
    const page = await asTeacher.get(path, { per_page: 3 });
    expect(page.links['next']).toContain('page=2&per_page=3');
    expect((await asTeacher.get(path, { per_page: 3, page: 2 })).ids).toEqual([first.id]);
    expect((await asTeacher.get(path, { scope: 'pinned' })).ids).toEqual([second.id, first.id]);
    expect((await asTeacher.get(path, { scope: 'unpinned' })).ids).toEqual([young.id, old.id]);
    expect((await asTeacher.get(path, { scope: 'pinned,unpinned' })).body).toEqual({
      errors: { scope: 'scope is contradictory' },
    });
  });

  it('sorts by title and by activity, searches, and finds what isn’t read', async () => {
    const { asStudent, path, course, teacher } = await setClass();
    const make = (values: object) => world.make.topic({ ...inCourse(course.id), ...values });
    const b = await make({ title: 'Éclairs', last_reply_at: '2026-02-01T00:00:00Z' });
    const a = await make({ title: 'apple 100%', last_reply_at: '2026-01-01T00:00:00Z' });
    const c = await make({ title: 'Zest', last_reply_at: '2026-03-01T00:00:00Z' });
    expect((await asStudent.get(path, { order_by: 'title' })).ids).toEqual([a.id, b.id, c.id]);
    expect((await asStudent.get(path, { order_by: 'recent_activity' })).ids).toEqual([c.id, b.id, a.id]);
    expect((await asStudent.get(path, { search_term: '100%' })).ids).toEqual([a.id]);
    for (const { id } of [a, b, c]) await asStudent.put(`${path}/${id}/read`);
    await world.make.entry(b.id, teacher.id);
    expect((await asStudent.get(path, { filter_by: 'unread' })).ids).toEqual([b.id]);
  });

  it('shows students neither drafts nor announcements before their time', async () => {
    const { asStudent, asTeacher, path, course } = await setClass();
    const make = (values: object) => world.make.topic({ ...inCourse(course.id), ...values });
    const draft = await make({ workflow_state: 'unpublished' });
    const open = await make({});
    const later = await make({
      is_announcement: true,
      workflow_state: 'post_delayed',
      delayed_post_at: '2031-01-01T00:00:00Z',
    });
    const now = await make({ is_announcement: true });
    expect((await asStudent.get(path)).ids).toEqual([open.id]);
    expect((await asTeacher.get(path)).ids).toEqual([open.id, draft.id]);
    expect((await asStudent.get(path, { only_announcements: true })).ids).toEqual([now.id]);
    expect((await asTeacher.get(path, { only_announcements: true })).ids).toEqual([later.id, now.id]);
    expect((await asStudent.get(`${path}/${later.id}`)).status).toBe(401);
  });

  it('finds the locked and the open ones', async () => {
    const { asStudent, path, course } = await setClass();
    const locked = await world.make.topic({ ...inCourse(course.id), locked: true });
    const open = await world.make.topic(inCourse(course.id));
    expect((await asStudent.get(path, { scope: 'locked' })).ids).toEqual([locked.id]);
    expect((await asStudent.get(path, { scope: 'unlocked' })).ids).toEqual([open.id]);
  });
});

describe('GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}', () => {
  it('says what one has read, and marks nothing', async () => {
    const { asStudent, path, course, teacher, student } = await setClass();
    const topic = await world.make.topic(inCourse(course.id));
    await world.make.entry(topic.id, teacher.id);
    await world.make.entry(topic.id, student.id);
    await world.make.entry(topic.id, student.id, { workflow_state: 'deleted' });
    const show = async () => (await asStudent.get(`${path}/${topic.id}`)).body;
    expect(await show()).toMatchObject({
      discussion_subentry_count: 2,
      unread_count: 2,
      read_state: 'unread',
    });
    expect(await show()).toMatchObject({ read_state: 'unread', author: {}, user_name: null });
  });

  it('is 404 of another course, and when it is deleted', async () => {
    const { asTeacher, path, course } = await setClass();
    const elsewhere = await world.make.topic(inCourse((await world.make.course()).id));
    expect((await asTeacher.get(`${path}/${elsewhere.id}`)).status).toBe(404);
    const topic = await world.make.topic(inCourse(course.id));
    await asTeacher.delete(`${path}/${topic.id}`);
    expect((await asTeacher.get(`${path}/${topic.id}`)).status).toBe(404);
    expect((await asTeacher.get(`${path}/nonsense`)).status).toBe(404);
  });
});

describe('PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}', () => {
  it('pins, unpins and places', async () => {
    const { asTeacher, path, course } = await setClass();
    const [a, b, c] = [
      await world.make.topic({ ...inCourse(course.id), pinned: true, position: 1 }),
      await world.make.topic({ ...inCourse(course.id), pinned: true, position: 2 }),
      await world.make.topic(inCourse(course.id)),
    ];
    expect((await asTeacher.put(`${path}/${c.id}`, { pinned: true })).body).toMatchObject({
      pinned: true,
      position: 3,
    });
    await asTeacher.put(`${path}/${c.id}`, { position_after: String(a.id) });
    const positions = async () =>
      Object.fromEntries(
        (await asTeacher.get(path)).body.map(({ id, position }: { id: number; position: number }) => [
          id,
          position,
        ]),
      );
    expect(await positions()).toEqual({ [c.id]: 1, [a.id]: 2, [b.id]: 3 });
    expect((await asTeacher.put(`${path}/${c.id}`, { pinned: false })).body.position).toBe(null);
  });

  it('isn’t taken back once students have posted', async () => {
    const { asTeacher, path, course, student } = await setClass();
    const topic = await world.make.topic(inCourse(course.id));
    await world.make.entry(topic.id, student.id);
    const { status, body } = await asTeacher.put(`${path}/${topic.id}`, { published: false });
    expect([status, body.errors.published[0].message]).toEqual([
      400,
      'This topic cannot be set to draft state because it contains posts.',
    ]);
    expect((await asTeacher.get(`${path}/${topic.id}`)).body).toMatchObject({
      can_unpublish: false,
      can_group: false,
    });
  });

  it('unlocks with the date, and lets authors change their own', async () => {
    const { asTeacher, asStudent, path } = await setClass();
    const own = (await asStudent.post(path, { title: 'Mine', message: 'a' })).body;
    expect((await asStudent.put(`${path}/${own.id}`, { message: 'b' })).body.message).toBe('b');
    const locked = await asTeacher.put(`${path}/${own.id}`, { lock_at: '2026-01-01T00:00:00Z' });
    expect(locked.body.locked).toBe(true);
    expect((await asStudent.put(`${path}/${own.id}`, { message: 'c' })).status).toBe(401);
    const open = await asTeacher.put(`${path}/${own.id}`, { locked: false });
    expect(open.body).toMatchObject({ locked: false, lock_at: null });
  });

  it('takes no todo date of who doesn’t manage content', async () => {
    const { asTeacher, asStudent, path } = await setClass();
    const own = (await asStudent.post(path, { title: 'Mine' })).body;
    expect((await asStudent.put(`${path}/${own.id}`, { todo_date: '2026-12-01T00:00:00Z' })).status).toBe(
      401,
    );
    const changed = await asTeacher.put(`${path}/${own.id}`, { todo_date: '2026-12-01T00:00:00Z' });
    expect(changed.body.todo_date).toBe('2026-12-01T00:00:00Z');
  });
});

describe('DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}', () => {
  it('answers the record, and is its author’s until somebody has answered', async () => {
    const { asStudent, path, student, teacher } = await setClass();
    const [one, two] = [
      (await asStudent.post(path, { title: 'One' })).body,
      (await asStudent.post(path, { title: 'Two' })).body,
    ];
    await world.make.entry(two.id, teacher.id);
    const { status, body } = await asStudent.delete(`${path}/${one.id}`);
    expect(status).toBe(200);
    expect(body.discussion_topic).toMatchObject({
      id: one.id,
      user_id: student.id,
      workflow_state: 'deleted',
    });
    expect((await asStudent.delete(`${path}/${two.id}`)).status).toBe(401);
  });
});

describe('POST /api/v1/courses/{course_id}/discussion_topics/reorder', () => {
  it('puts pinned topics in order, given as a list or as a text', async () => {
    const { asTeacher, path, course } = await setClass();
    const pinned = async (position: number) =>
      (await world.make.topic({ ...inCourse(course.id), pinned: true, position })).id;
    const [a, b, c] = [await pinned(1), await pinned(2), await pinned(3)];
    expect((await asTeacher.post(`${path}/reorder`, { order: [c, a, b] })).body).toEqual({
      reorder: true,
      order: [String(c), String(a), String(b)],
    });
    await asTeacher.post(`${path}/reorder`, `order=${a},${b},${c}`);
    expect((await asTeacher.get(path)).ids).toEqual([c, b, a]);
    expect((await asTeacher.post(`${path}/reorder`, { order: [a, 999_999] })).body).toEqual({
      message: 'topics not found',
    });
    expect((await asTeacher.post(`${path}/reorder`)).status).toBe(400);
  });
});

describe('POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/duplicate', () => {
  it('makes a draft beside it', async () => {
    const { asTeacher, asStudent, path, course } = await setClass();
    const topic = await world.make.topic({ ...inCourse(course.id), title: 'Tea', pinned: true, position: 1 });
    const copy = await asTeacher.post(`${path}/${topic.id}/duplicate`);
    expect([copy.status, copy.body.title, copy.body.published, copy.body.position]).toEqual([
      200,
      'Tea Copy',
      false,
      2,
    ]);
    expect(copy.body.new_positions).toEqual({ [topic.id]: 1, [copy.body.id]: 2 });
    expect((await asTeacher.post(`${path}/${topic.id}/duplicate`)).body.title).toBe('Tea Copy 2');
    expect((await asStudent.post(`${path}/${topic.id}/duplicate`)).status).toBe(401);
    const announcement = await world.make.topic({ ...inCourse(course.id), is_announcement: true });
    const refused = await asTeacher.post(`${path}/${announcement.id}/duplicate`);
    expect([refused.status, refused.body]).toEqual([400, { error: 'announcements cannot be duplicated' }]);
  });
});

describe('PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/read', () => {
  it('marks the text, and what was said to an announcement with it', async () => {
    const { asStudent, path, course, teacher } = await setClass();
    const topic = await world.make.topic(inCourse(course.id));
    const announcement = await world.make.topic({ ...inCourse(course.id), is_announcement: true });
    for (const { id } of [topic, announcement]) {
      await world.make.entry(id, teacher.id);
      expect((await asStudent.put(`${path}/${id}/read`)).status).toBe(204);
    }
    expect((await asStudent.get(`${path}/${topic.id}`)).body).toMatchObject({
      read_state: 'read',
      unread_count: 1,
    });
    expect((await asStudent.get(`${path}/${announcement.id}`)).body).toMatchObject({
      read_state: 'read',
      unread_count: 0,
    });
    await asStudent.delete(`${path}/${topic.id}/read`);
    expect((await asStudent.get(`${path}/${topic.id}`)).body.read_state).toBe('unread');
  });
});

describe('PUT /api/v1/courses/{course_id}/discussion_topics/read_all', () => {
  it('marks the texts of all discussions, or of all announcements', async () => {
    const { asStudent, path, course } = await setClass();
    const topic = await world.make.topic(inCourse(course.id));
    const announcement = await world.make.topic({ ...inCourse(course.id), is_announcement: true });
    const states = async () => [
      (await asStudent.get(`${path}/${topic.id}`)).body.read_state,
      (await asStudent.get(`${path}/${announcement.id}`)).body.read_state,
    ];
    expect((await asStudent.put(`${path}/read_all`)).status).toBe(204);
    expect(await states()).toEqual(['read', 'unread']);
    await asStudent.put(`${path}/read_all`, { only_announcements: 'true' });
    expect(await states()).toEqual(['read', 'read']);
  });
});

describe('PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/read_all', () => {
  it('marks every entry, and says whether that was by hand', async () => {
    const { asStudent, path, course, teacher } = await setClass();
    const topic = await world.make.topic(inCourse(course.id));
    const entry = await world.make.entry(topic.id, teacher.id);
    await asStudent.put(`${path}/${topic.id}/read_all`, { forced_read_state: true });
    expect((await asStudent.get(`${path}/${topic.id}/view`)).body).toMatchObject({
      unread_entries: [],
      forced_entries: [entry.id],
    });
    await asStudent.delete(`${path}/${topic.id}/read_all`);
    expect((await asStudent.get(`${path}/${topic.id}`)).body).toMatchObject({
      read_state: 'unread',
      unread_count: 1,
    });
  });
});

describe('PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/subscribed', () => {
  it('follows and no longer follows a topic', async () => {
    const { asStudent, path, course } = await setClass();
    const topic = await world.make.topic(inCourse(course.id));
    const subscribed = async () => (await asStudent.get(`${path}/${topic.id}`)).body.subscribed;
    expect(await subscribed()).toBe(false);
    expect((await asStudent.put(`${path}/${topic.id}/subscribed`)).status).toBe(204);
    expect(await subscribed()).toBe(true);
    await asStudent.delete(`${path}/${topic.id}/subscribed`);
    expect(await subscribed()).toBe(false);
  });
});

describe('GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/summaries', () => {
  it('lets nobody at summaries, which no model writes here', async () => {
    const { asTeacher, path, course } = await setClass();
    const topic = await world.make.topic(inCourse(course.id));
    expect((await asTeacher.get(`${path}/${topic.id}/summaries`)).status).toBe(401);
    expect((await asTeacher.post(`${path}/${topic.id}/summaries`)).status).toBe(401);
  });
});

describe('GET /api/v1/groups/{group_id}/discussion_topics', () => {
  it('is for the group’s members and the course’s teachers', async () => {
    const { asStudent, asTeacher, course, student } = await setClass();
    const group = await world.make.group(inCourse(course.id));
    await world.make.groupMember(group.id, student.id);
    const path = `groups/${group.id}/discussion_topics`;
    const made = await asStudent.post(path, { title: 'Ours', message: 'hush', require_initial_post: true });
    expect(made.body).toMatchObject({ title: 'Ours', require_initial_post: false, published: true });
    expect((await asStudent.get(path)).ids).toEqual([made.body.id]);
    expect((await asTeacher.get(path)).ids).toEqual([made.body.id]);
    const other = await world.make.member(course.id);
    expect((await world.as(other.token).get(path)).status).toBe(401);
  });
});

describe('GET /feeds/topics/{topic_id}/{feed_code}', () => {
  it('gives the recordings in what teachers said to whoever has the address', async () => {
    const { asTeacher, asStudent, path, course, teacher, student } = await setClass();
    const of = { context_type: 'Course', context_id: course.id } as const;
    const talk = await world.make.file({
      ...of,
      display_name: 'talk & more.mp3',
      content_type: 'audio/mpeg',
      size: 42,
    });
    const film = await world.make.file({ ...of, display_name: 'film.mp4', content_type: 'video/mp4' });
    const own = await world.make.file({ ...of, display_name: 'own.mp3', content_type: 'audio/mpeg' });
    const text = await world.make.file(of);
    const link = ({ id }: { id: number }) =>
      `<p><a href="/courses/${course.id}/files/${id}/download">x</a></p>`;
    const { body: topic } = await asTeacher.post(path, {
      title: 'Tea <1>',
      message: link(talk) + link(text),
      published: true,
      podcast_enabled: true,
    });
    expect(topic.podcast_url).toBe(`/feeds/topics/${topic.id}/course_${course.uuid}.rss`);
    await world.make.entry(topic.id, teacher.id, { message: link(film) });
    await world.make.entry(topic.id, student.id, { message: link(own) });
    const read = async () => {
      const { status, body, headers } = await world.anonymous.get(topic.podcast_url);
      expect({ status, type: headers['content-type'] }).toEqual({
        status: 200,
        type: 'application/rss+xml; charset=utf-8',
      });
      const { feed } = parseFeed(body) as {
        feed: { title: string; items?: { title: string; enclosures: object[] }[] };
      };
      expect(feed.title).toBe('Tea <1> Posts Podcast Feed');
      return feed.items ?? [];
    };
    const items = await read();
    expect(items.map(({ title }) => title)).toEqual(['Audio: talk & more.mp3', 'Video: film.mp4']);
    const url = `http://localhost:80/files/${talk.id}/download?download_frd=1&verifier=${talk.uuid}`;
    expect(items[0]?.enclosures).toEqual([{ url, length: 42, type: 'audio/mpeg' }]);
    await asTeacher.put(`${path}/${topic.id}`, { podcast_has_student_posts: true });
    expect(await read()).toHaveLength(3);
    await asTeacher.put(`${path}/${topic.id}`, { require_initial_post: true });
    expect(await read()).toHaveLength(1);
    await world.database.kysely
      .updateTable('discussion_topics')
      .set({ only_visible_to_overrides: true })
      .where('id', '=', topic.id)
      .execute();
    expect(await read()).toEqual([]);
    await asTeacher.put(`${path}/${topic.id}`, { podcast_enabled: false });
    expect((await asStudent.get(topic.podcast_url)).status).toBe(400);
    expect((await world.anonymous.get(`/feeds/topics/${topic.id}/course_${course.id}.rss`)).status).toBe(404);
    await asTeacher.delete(`${path}/${topic.id}`);
    expect((await world.anonymous.get(topic.podcast_url)).status).toBe(404);
  });
});
