import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';
import { assignWork } from '../../domain/assigned-work.ts';
import { anonymous, Context } from '../../http/context.ts';

const world = await openWorld();
const { make, clock } = world;
const db = world.database.kysely;
const context = new Context({
  site: { clock } as never,
  caller: anonymous,
  request: { origin: '', path: '', pathParams: {}, query: {}, params: {} },
  now: clock.now(),
  rootAccount: {} as never,
  db,
});

const rowsOf = async (assignmentId: number) =>
  await db
    .selectFrom('submissions')
    .select(['user_id', 'workflow_state', 'cached_due_date', 'anonymous_id'])
    .where('assignment_id', '=', assignmentId)
    .orderBy('user_id')
    .execute();

const JAN = '2030-01-10T12:00:00Z';
const FEB = '2030-02-10T12:00:00Z';
const MAR = '2030-03-10T12:00:00Z';

describe('assignWork', () => {
  it('gives every student of the course a row with the date and an anonymous id, and does it once', async () => {
    const course = await make.course();
    const [one, two] = [await make.member(course.id), await make.member(course.id)];
    await make.member(course.id, 'TeacherEnrollment');
    const assignment = await make.assignment({ course_id: course.id, due_at: JAN });

    expect(await assignWork(context, { courseId: course.id })).toEqual([one.id, two.id]);
    const rows = await rowsOf(assignment.id);
    expect(rows).toMatchObject([
      { user_id: one.id, workflow_state: 'unsubmitted', cached_due_date: JAN },
      { user_id: two.id, workflow_state: 'unsubmitted', cached_due_date: JAN },
    ]);
    for (const { anonymous_id } of rows) expect(anonymous_id).toMatch(/^[1-9A-HJ-NP-Za-km-z]{5}$/);
    expect(await assignWork(context, { courseId: course.id })).toEqual([]);
  });

  it('goes by the latest date of several overrides, by one of the student alone before all others', async () => {
    const course = await make.course();
    const second = await make.section({ course_id: course.id });
    const [inBoth, own] = [await make.member(course.id), await make.member(course.id)];
    await make.enroll(inBoth.id, course.id, 'StudentEnrollment', { course_section_id: second.id });
    const first = await db
      .selectFrom('course_sections')
      .selectAll()
      .where('course_id', '=', course.id)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const assignment = await make.assignment({ course_id: course.id, due_at: MAR });
    const overriding = { course_id: course.id, assignment_id: assignment.id };
    await make.assignmentOverride({
      ...overriding,
      set_type: 'CourseSection',
      set_id: first.id,
      due_at: FEB,
    });
    await make.assignmentOverride({
      ...overriding,
      set_type: 'CourseSection',
      set_id: second.id,
      due_at: JAN,
    });
    await make.assignmentOverride({ ...overriding, set_type: 'ADHOC', due_at: JAN }, [own.id]);

    await assignWork(context, { courseId: course.id, assignmentIds: [assignment.id] });
    expect(await rowsOf(assignment.id)).toMatchObject([
      { user_id: inBoth.id, cached_due_date: FEB },
      { user_id: own.id, cached_due_date: JAN },
    ]);
  });

  it('hides what is no longer assigned, and brings it back as it was', async () => {
    const course = await make.course();
    const [kept, dropped] = [await make.member(course.id), await make.member(course.id)];
    const assignment = await make.assignment({ course_id: course.id });
    await assignWork(context, { courseId: course.id });
    await db
      .updateTable('submissions')
      .set({ submission_type: 'online_text_entry', submitted_at: clock.now(), workflow_state: 'submitted' })
      .where('user_id', '=', dropped.id)
      .execute();
    const only = (value: boolean) =>
      db
        .updateTable('assignments')
        .set({ only_visible_to_overrides: value })
        .where('id', '=', assignment.id)
        .execute();
    await make.assignmentOverride(
      { course_id: course.id, assignment_id: assignment.id, set_type: 'ADHOC', due_at: JAN },
      [kept.id],
    );

    await only(true);
    expect(await assignWork(context, { courseId: course.id })).toEqual([kept.id, dropped.id]);
    expect(await rowsOf(assignment.id)).toMatchObject([
      { workflow_state: 'unsubmitted', cached_due_date: JAN },
      { workflow_state: 'deleted' },
    ]);
    await only(false);
    await assignWork(context, { courseId: course.id });
    expect(await rowsOf(assignment.id)).toMatchObject([{}, { workflow_state: 'submitted' }]);
  });

  it('takes nothing from a student whose enrollment is completed, all from one who left', async () => {
    const course = await make.course();
    const [former, gone] = [await make.member(course.id), await make.member(course.id)];
    const assignment = await make.assignment({ course_id: course.id });
    await assignWork(context, { courseId: course.id });
    const move = (userId: number, workflow_state: 'completed' | 'deleted') =>
      db.updateTable('enrollments').set({ workflow_state }).where('user_id', '=', userId).execute();
    await move(former.id, 'completed');
    await move(gone.id, 'deleted');
    await assignWork(context, { courseId: course.id });
    expect(await rowsOf(assignment.id)).toMatchObject([
      { user_id: former.id, workflow_state: 'unsubmitted' },
      { user_id: gone.id, workflow_state: 'deleted' },
    ]);
  });

  it('follows the members of a group', async () => {
    const course = await make.course();
    const [member, other] = [await make.member(course.id), await make.member(course.id)];
    const category = await make.groupCategory({ context_type: 'Course', context_id: course.id });
    const group = await make.group({
      context_type: 'Course',
      context_id: course.id,
      group_category_id: category.id,
    });
    await make.groupMember(group.id, member.id);
    const assignment = await make.assignment({
      course_id: course.id,
      due_at: MAR,
      group_category_id: category.id,
    });
    await make.assignmentOverride({
      course_id: course.id,
      assignment_id: assignment.id,
      set_type: 'Group',
      set_id: group.id,
      due_at: JAN,
    });
    await assignWork(context, { courseId: course.id });
    expect(await rowsOf(assignment.id)).toMatchObject([
      { user_id: member.id, cached_due_date: JAN },
      { user_id: other.id, cached_due_date: MAR },
    ]);
  });
});
