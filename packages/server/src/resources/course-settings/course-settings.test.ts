import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin } = world;

const settings = (value: object) => JSON.stringify(value);

describe('GET /api/v1/courses/{course_id}/settings', () => {
  it("answers Canvas's defaults, in its order", async () => {
    const course = await make.course();
    const student = await make.member(course.id);
    const { status, body } = await world.as(student.token).get(`courses/${course.id}/settings`);
    expect(status).toBe(200);
    expect(Object.entries(body)).toEqual(
      Object.entries({
        allow_final_grade_override: false,
        allow_student_discussion_topics: true,
        allow_student_forum_attachments: true,
        allow_student_discussion_editing: true,
        allow_student_discussion_reporting: true,
        allow_student_anonymous_discussion_topics: false,
        filter_speed_grader_by_student_group: false,
        grading_standard_enabled: false,
        grading_standard_id: null,
        grade_passback_setting: null,
        allow_student_organized_groups: true,
        hide_final_grades: false,
        hide_distribution_graphs: false,
        hide_sections_on_course_users_page: false,
        lock_all_announcements: false,
        usage_rights_required: false,
        restrict_student_past_view: false,
        restrict_student_future_view: false,
        restrict_quantitative_data: false,
        show_announcements_on_home_page: false,
        home_page_announcement_limit: null,
        syllabus_course_summary: true,
        homeroom_course: false,
        image_url: null,
        image_id: null,
        image: null,
        banner_image_url: null,
        banner_image_id: null,
        banner_image: null,
        course_color: null,
        friendly_name: null,
        default_due_time: '23:59:59',
        conditional_release: false,
      }),
    );
  });

  it('takes what an account decides, unless the course may choose', async () => {
    const college = await make.account({
      settings: settings({
        restrict_student_past_view: { value: true, locked: true },
        usage_rights_required: { value: true },
        default_due_time: { value: '17:00:00' },
        enable_as_k5_account: { value: true },
      }),
    });
    const department = await make.account({
      parent_account_id: college.id,
      settings: settings({ restrict_student_past_view: { value: false } }),
    });
    const course = await make.course({
      account_id: department.id,
      friendly_name: 'Numbers',
      homeroom_course: true,
      settings: settings({ restrict_student_past_view: false, usage_rights_required: false }),
    });
    expect((await admin.get(`courses/${course.id}/settings`)).body).toMatchObject({
      restrict_student_past_view: true,
      usage_rights_required: false,
      default_due_time: '17:00:00',
      friendly_name: 'Numbers',
      lock_all_announcements: true,
    });
  });

  it('is for whoever may read the course', async () => {
    const course = await make.course();
    const stranger = await make.person();
    expect((await world.as(stranger.token).get(`courses/${course.id}/settings`)).status).toBe(401);
    expect((await admin.get('courses/999999/settings')).status).toBe(404);
  });
});

describe('PUT /api/v1/courses/{course_id}/settings', () => {
  it('changes what is sent and nothing else', async () => {
    const course = await make.course({ settings: settings({ hide_distribution_graphs: true }) });
    const teacher = world.as((await make.member(course.id, 'TeacherEnrollment')).token);
    const { status, body } = await teacher.put(
      `courses/${course.id}/settings`,
      'allow_student_discussion_topics=false&hide_final_grades=1&course_color=%23ff0000&default_due_time=17:30&home_page_announcement_limit=5&allow_student_forum_attachments=no',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      allow_student_discussion_topics: false,
      allow_student_forum_attachments: false,
      hide_final_grades: true,
      hide_distribution_graphs: true,
      course_color: '#ff0000',
      default_due_time: '17:30:00',
      home_page_announcement_limit: 5,
    });
    expect((await admin.get(`courses/${course.id}`)).body).toMatchObject({
      hide_final_grades: true,
      course_color: '#ff0000',
    });
    const inherited = await teacher.put(`courses/${course.id}/settings`, { default_due_time: 'inherit' });
    expect(inherited.body).toMatchObject({ default_due_time: '23:59:59', hide_final_grades: true });
  });

  it('shows the same settings that PUT /courses/:id changes', async () => {
    const course = await make.course();
    await admin.put(`courses/${course.id}`, {
      course: { lock_all_announcements: true, default_due_time: '5pm', grading_standard_enabled: true },
    });
    expect((await admin.get(`courses/${course.id}/settings`)).body).toMatchObject({
      lock_all_announcements: true,
      default_due_time: '17:00:00',
      grading_standard_enabled: true,
      grading_standard_id: 0,
    });
  });

  it('leaves conditional release to an account that locks it', async () => {
    const college = await make.account({
      settings: settings({ conditional_release: { value: false, locked: true } }),
    });
    const course = await make.course({ account_id: college.id });
    const { body } = await admin.put(`courses/${course.id}/settings`, { conditional_release: true });
    expect(body.conditional_release).toBe(false);
    const free = await make.course();
    expect(
      (await admin.put(`courses/${free.id}/settings`, { conditional_release: true })).body
        .conditional_release,
    ).toBe(true);
  });

  it('refuses students', async () => {
    const course = await make.course();
    const student = world.as((await make.member(course.id)).token);
    expect((await student.put(`courses/${course.id}/settings`, { hide_final_grades: true })).status).toBe(
      401,
    );
  });
});
