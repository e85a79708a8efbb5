import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const { anonymous, as, clock, make } = await openWorld();

const student = as((await make.person()).token);

describe.each([
  ['GET /api/v1/users/self/activity_stream', 'users/self/activity_stream'],
  ['GET /api/v1/users/activity_stream', 'users/activity_stream'],
])('%s', (_, path) => {
  it('is empty, 21 a page and numbered', async () => {
    const { status, body, links } = await student.get(path);
    expect({ status, body }).toEqual({ status: 200, body: [] });
    expect(links['last']).toMatch(/page=1&per_page=21$/);
    expect((await student.get(path, { page: 'x' })).status).toBe(404);
  });

  it('takes somebody who is signed in', async () => {
    expect((await anonymous.get(path)).status).toBe(401);
  });
});

describe('GET /api/v1/users/self/activity_stream/summary', () => {
  it('counts nothing', async () => {
    const { body, headers } = await student.get('users/self/activity_stream/summary');
    expect(body).toEqual([]);
    expect(headers['link']).toBeUndefined();
  });
});

describe('GET /api/v1/users/self/todo', () => {
  it('is empty, with bookmark pages', async () => {
    const { body, links } = await student.get('users/self/todo', { 'include[]': 'ungraded_quizzes' });
    expect(body).toEqual([]);
    expect(links['current']).toMatch(/page=first&per_page=10$/);
    expect(links['last']).toBeUndefined();
    expect((await student.get('users/self/todo', { page: 'bookmark:xyz' })).status).toBe(404);
  });
});

describe('GET /api/v1/users/self/todo', () => {
  it('says what is to be graded, and what is to be handed in', async () => {
    const course = await make.course();
    const [teacher, learner] = [
      await make.member(course.id, 'TeacherEnrollment'),
      await make.member(course.id),
    ];
    const [teach, learn] = [as(teacher.token), as(learner.token)];
    const soon = new Date(Date.parse(clock.now()) + 86_400_000).toISOString();
    const made = await teach.post(`courses/${course.id}/assignments`, {
      assignment: {
        name: 'Essay',
        published: true,
        submission_types: ['online_text_entry'],
        due_at: `${soon.slice(0, 19)}Z`,
      },
    });
    const path = `courses/${course.id}/assignments/${made.body.id}`;
    const todo = await learn.get('users/self/todo');
    expect(todo.body).toMatchObject([
      { type: 'submitting', context_type: 'Course', course_id: course.id, assignment: { id: made.body.id } },
    ]);
    expect(todo.body[0].html_url).toMatch(new RegExp(`/${path}#submit$`));
    expect((await teach.get('users/self/todo')).body).toEqual([]);
    await learn.post(`${path}/submissions`, {
      submission: { submission_type: 'online_text_entry', body: 'x' },
    });
    expect((await learn.get(`courses/${course.id}/todo`)).body).toEqual([]);
    expect((await teach.get(`courses/${course.id}/todo`)).body).toMatchObject([
      { type: 'grading', needs_grading_count: 1, context_name: course.name },
    ]);
    expect((await teach.get('users/self/todo_item_count')).body).toEqual({
      needs_grading_count: 1,
      assignments_needing_submitting: 0,
    });
  });
});

describe('GET /api/v1/users/self/todo_item_count', () => {
  it('counts nothing', async () => {
    expect((await student.get('users/self/todo_item_count')).body).toEqual({
      needs_grading_count: 0,
      assignments_needing_submitting: 0,
    });
  });
});

describe('GET /api/v1/users/self/upcoming_events', () => {
  it('is empty and has no pages', async () => {
    const { body, headers } = await student.get('users/self/upcoming_events');
    expect(body).toEqual([]);
    expect(headers['link']).toBeUndefined();
  });
});

describe('DELETE /api/v1/users/self/activity_stream/{id}', () => {
  it('says that the item is hidden, whether there was one or not', async () => {
    expect((await student.delete('users/self/activity_stream/42')).body).toEqual({ hidden: true });
  });
});

describe('DELETE /api/v1/users/self/activity_stream', () => {
  it('says that all is hidden', async () => {
    expect((await student.delete('users/self/activity_stream')).body).toEqual({ hidden: true });
    expect((await anonymous.delete('users/self/activity_stream')).status).toBe(401);
  });
});

describe.each([
  ['GET /api/v1/courses/{course_id}/activity_stream', 'activity_stream'],
  ['GET /api/v1/courses/{course_id}/activity_stream/summary', 'activity_stream/summary'],
  ['GET /api/v1/courses/{course_id}/todo', 'todo'],
])('%s', (_, path) => {
  it('is empty for who may read the course', async () => {
    const course = await make.course();
    const member = as((await make.member(course.id)).token);
    expect(await member.get(`courses/${course.id}/${path}`)).toMatchObject({ status: 200, body: [] });
    expect((await student.get(`courses/${course.id}/${path}`)).status).toBe(401);
  });

  it('takes somebody who is signed in, even where anybody may read the course', async () => {
    const course = await make.course({ is_public: true });
    expect((await student.get(`courses/${course.id}/${path}`)).status).toBe(200);
    expect((await anonymous.get(`courses/${course.id}/${path}`)).status).toBe(401);
  });

  it('is 404 for a deleted course', async () => {
    const course = await make.course({ workflow_state: 'deleted' });
    expect((await student.get(`courses/${course.id}/${path}`)).status).toBe(404);
  });
});

describe('what is in a stream', () => {
  async function classroom() {
    const course = await make.course();
    const [teacher, learner] = [
      await make.member(course.id, 'TeacherEnrollment'),
      await make.member(course.id, 'StudentEnrollment', { short_name: 'Abel' }),
    ];
    return { course, teacher, learner, teach: as(teacher.token), learn: as(learner.token) };
  }
  const stream = 'users/self/activity_stream';
  type Item = { id: number; type: string; title: string | null };

  it('are discussions, announcements, grades and conversations, what happened last first', async () => {
    const { course, teacher, learner, teach, learn } = await classroom();
    const topics = `courses/${course.id}/discussion_topics`;
    const topic = (await teach.post(topics, { title: 'Talk', message: '<p>Say</p>', published: true })).body;
    clock.advance(60);
    const news = await teach.post(topics, { title: 'News', message: '<p>New</p>', is_announcement: true });
    clock.advance(60);
    const essay = await teach.post(`courses/${course.id}/assignments`, {
      assignment: {
        name: 'Essay',
        points_possible: 10,
        published: true,
        submission_types: ['online_text_entry'],
      },
    });
    const work = `courses/${course.id}/assignments/${essay.body.id}/submissions/${learner.id}`;
    await teach.put(work, { submission: { posted_grade: '7' }, comment: { text_comment: 'Good' } });
    clock.advance(60);
    await teach.post('conversations', {
      recipients: [learner.id],
      body: 'Well done',
      context_code: `course_${course.id}`,
    });
    const { status, body } = await learn.get(stream);
    expect(status).toBe(200);
    const item = (type: string) => body.find((each: Item) => each.type === type);
    expect(body.map(({ type }: Item) => type)).toEqual([
      'Conversation',
      'Submission',
      'Announcement',
      'DiscussionTopic',
    ]);
    expect(item('DiscussionTopic')).toEqual({
      created_at: '2026-09-15T12:00:00Z',
      updated_at: '2026-09-15T12:00:00Z',
      id: topic.id * 4,
      title: 'Talk',
      message: '<p>Say</p>',
      type: 'DiscussionTopic',
      read_state: false,
      context_type: 'Course',
      course_id: course.id,
      discussion_topic_id: topic.id,
      html_url: `http://localhost:80/courses/${course.id}/discussion_topics/${topic.id}`,
      total_root_discussion_entries: 0,
      require_initial_post: false,
      user_has_posted: null,
      root_discussion_entries: [],
    });
    expect(item('Announcement')).toMatchObject({
      announcement_id: news.body.id,
      html_url: `http://localhost:80/courses/${course.id}/announcements/${news.body.id}`,
    });
    expect(item('Submission')).toMatchObject({
      title: 'Essay',
      grade: '7',
      read_state: false,
      course_id: course.id,
      assignment: { title: 'Essay' },
      submission_comments: [{ body: 'Good', comment: 'Good' }],
    });
    expect(item('Conversation')).toMatchObject({
      title: null,
      context_type: null,
      private: true,
      participant_count: 2,
      latest_messages: [{ author_id: teacher.id, message: 'Well done' }],
    });

    // What is said in a discussion brings it to the top.
    clock.advance(60);
    await learn.post(`${topics}/${topic.id}/entries`, { message: '<p>Well</p>' });
    const [first] = (await learn.get(stream)).body;
    expect(first).toMatchObject({
      discussion_topic_id: topic.id,
      total_root_discussion_entries: 1,
      root_discussion_entries: [{ user: { user_id: learner.id, user_name: 'Abel' }, message: '<p>Well</p>' }],
    });
    expect((await learn.get(`${stream}/summary`)).body).toEqual(
      ['Announcement', 'Conversation', 'DiscussionTopic', 'Submission'].map((type) => ({
        type,
        notification_category: null,
        count: 1,
        unread_count: 1,
      })),
    );
    await learn.put(`${topics}/${topic.id}/read`);
    expect((await learn.get(`${stream}/summary`)).body[2]).toMatchObject({ count: 1, unread_count: 0 });
    expect((await learn.get(`courses/${course.id}/activity_stream`, { per_page: 2 })).body).toHaveLength(2);
    expect((await learn.get(stream, { only_active_courses: true })).body).toHaveLength(3);
    // Whoever teaches sees what was posted, and no grades.
    expect((await teach.get(stream)).body.map(({ type }: Item) => type)).not.toContain('Submission');

    const { body: left } = await learn.get(stream);
    await learn.delete(`${stream}/${left[0].id}`);
    expect((await learn.get(stream)).body).toHaveLength(3);
    await learn.delete(stream);
    expect((await learn.get(stream)).body).toEqual([]);
    clock.advance(600);
    await teach.post(`${topics}/${topic.id}/entries`, { message: 'More' });
    expect((await learn.get(stream)).body).toMatchObject([{ discussion_topic_id: topic.id }]);
    clock.advance(29 * 86_400);
    expect((await learn.get(stream)).body).toEqual([]);
  });

  it('is what the user may see: no drafts, no discussions for others', async () => {
    const { course, learn, teach } = await classroom();
    const of = { context_type: 'Course', context_id: course.id } as const;
    await make.topic({ ...of, workflow_state: 'unpublished' });
    await make.topic({ ...of, only_visible_to_overrides: true });
    await make.topic({ ...of, is_section_specific: true });
    await make.topic({ ...of, delayed_post_at: '2040-01-01T00:00:00Z', workflow_state: 'post_delayed' });
    expect((await learn.get(stream)).body).toEqual([]);
    expect((await teach.get(stream)).body).toHaveLength(2);
  });

  it('names nobody who spoke in an anonymous discussion', async () => {
    const { course, learn, teach } = await classroom();
    const topic = await make.topic({
      context_type: 'Course',
      context_id: course.id,
      anonymous_state: 'full_anonymity',
    });
    await learn.post(`courses/${course.id}/discussion_topics/${topic.id}/entries`, { message: 'Well' });
    const shown = (await teach.get(stream)).body;
    expect(shown).toMatchObject([
      {
        total_root_discussion_entries: 1,
        root_discussion_entries: [{ user: { user_id: null, user_name: null } }],
      },
    ]);
    expect(JSON.stringify(shown)).not.toContain('Abel');
  });

  it('shows graders what students say of their work, and reviewers whose work is theirs', async () => {
    const { course, learner, learn, teach } = await classroom();
    const reviewer = await make.member(course.id);
    const essay = await teach.post(`courses/${course.id}/assignments`, {
      assignment: {
        name: 'Essay',
        published: true,
        peer_reviews: true,
        submission_types: ['online_text_entry'],
      },
    });
    const path = `courses/${course.id}/assignments/${essay.body.id}/submissions`;
    await learn.put(`${path}/${learner.id}`, { comment: { text_comment: 'Why?' } });
    expect((await teach.get(stream)).body).toMatchObject([
      { type: 'Submission', user_id: learner.id, read_state: false, submission_comments: [{ body: 'Why?' }] },
    ]);
    const work = await teach.get(`${path}/${learner.id}`);
    await teach.post(`${path}/${work.body.id}/peer_reviews`, { user_id: reviewer.id });
    const { body } = await as(reviewer.token).get(stream);
    expect(body).toMatchObject([
      {
        type: 'AssessmentRequest',
        title: 'Peer Review for Essay',
        html_url: `http://localhost:80/courses/${course.id}/assignments/${essay.body.id}/submissions/${learner.id}`,
      },
    ]);
  });
});

describe('GET /api/v1/groups/{group_id}/activity_stream', () => {
  it('is of the group alone', async () => {
    const course = await make.course();
    const member = await make.member(course.id);
    const group = await make.group({ context_type: 'Course', context_id: course.id });
    await make.groupMember(group.id, member.id);
    const path = `groups/${group.id}/activity_stream`;
    const empty = await as(member.token).get(path);
    expect(empty.body).toEqual([]);
    expect(empty.links['current']).toContain('per_page=21');
    await make.topic({ context_type: 'Course', context_id: course.id });
    const topic = await make.topic({ context_type: 'Group', context_id: group.id });
    expect((await as(member.token).get(path)).body).toMatchObject([
      { discussion_topic_id: topic.id, context_type: 'Group', group_id: group.id },
    ]);
    expect((await as(member.token).get(`${path}/summary`)).body).toMatchObject([
      { count: 1, unread_count: 1 },
    ]);
    expect((await as(member.token).get('users/self/activity_stream')).body).toHaveLength(2);
  });
});
