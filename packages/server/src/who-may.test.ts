/** Walks every operation as each of the cast and compares who is let in with what its resource says. */
import { glob } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { everyOperationById, type OperationSpec } from '@easel/contract';
import { describe, expect, it } from 'vitest';
import { giveWork } from '../testing/classroom.ts';
import { type CastMember, cast, type Stage, type WhoMay } from '../testing/who-may.ts';
import { openWorld } from '../testing/world.ts';
import { Refusal } from './errors.ts';
import { operationTable } from './resources/index.ts';

const LET_IN = 299;

const table: WhoMay = {};
for await (const file of glob('resources/*/who-may.ts', { cwd: import.meta.dirname })) {
  Object.assign(table, ((await import(`./${file}`)) as { default: WhoMay }).default);
}

// A call that got as far as a result is undone: the next one finds the stage as it was.
const world = await openWorld({}, () => {
  throw new Refusal(LET_IN, {});
});
const stage = await setStage();

async function setStage(): Promise<Stage> {
  const { make } = world;
  const college = await make.account({ name: 'College', sis_account_id: 'college' });
  const term = await make.term({ name: 'Fall', sis_term_id: 'fall' });
  const course = await make.course({ account_id: college.id, enrollment_term_id: term.id });
  const section = await make.section({ course_id: course.id });
  const student = await make.member(course.id);
  const observer = await make.person();
  await make.enroll(observer.id, course.id, 'ObserverEnrollment', { associated_user_id: student.id });
  const fellow = await make.person();
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const groups = await setGroups(course.id, student.id, fellow.id);
  return {
    college,
    term,
    course,
    section,
    fellow,
    enrollment: await make.enroll(fellow.id, course.id),
    ...(await setWork(course.id, college.id, fellow.id, teacher.id)),
    errorReport: await storeFault(),
    developerKey: await make.developerKey(),
    loginOfStudent: await loginOf(student.id),
    ...(await setFiles(course.id)),
    ...groups,
    conversation: await make.conversation(student.id, teacher.id),
    externalFeed: await make.externalFeed({ context_type: 'Course', context_id: course.id }),
    groupFeed: await make.externalFeed({ context_type: 'Group', context_id: groups.group.id }),
    ...(await setGrading(course.id, college.id, term.id)),
    ...(await setOutcomes(course.id, college.id)),
    ...(await setPages(course.id, student.id)),
    ...(await setDiscussions(course.id, student.id)),
    progress: await make.progress({ context_type: 'Course', context_id: course.id, user_id: teacher.id }),
    people: {
      stranger: await make.person(),
      student,
      observer,
      ta: await make.member(course.id, 'TaEnrollment'),
      designer: await make.member(course.id, 'DesignerEnrollment'),
      teacher,
      subAdmin: await make.accountAdmin(college.id),
      rootAdmin: await make.accountAdmin(1),
    },
  };
}

async function setWork(courseId: number, collegeId: number, fellowId: number, teacherId: number) {
  const { make, database, clock } = world;
  const submission_types = ['online_text_entry', 'online_upload'];
  const assignment = await make.assignment({ course_id: courseId, submission_types });
  await giveWork(world, courseId);
  const now = clock.now();
  const submission = await database.kysely
    .updateTable('submissions')
    .set({
      submission_type: 'online_text_entry',
      body: 'Done',
      submitted_at: now,
      attempt: 1,
      workflow_state: 'submitted',
    })
    .where('assignment_id', '=', assignment.id)
    .where('user_id', '=', fellowId)
    .returningAll()
    .executeTakeFirstOrThrow();
  const comment = await database.kysely
    .insertInto('submission_comments')
    .values({
      submission_id: submission.id,
      author_id: teacherId,
      comment: 'Fine',
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  // Of the student, who reads it as a reviewer once the assignment is peer reviewed, which it isn't.
  const { id: assessorAsset, user_id: assessor } = await database.kysely
    .selectFrom('submissions')
    .select(['id', 'user_id'])
    .where('assignment_id', '=', assignment.id)
    .where('user_id', '<>', fellowId)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  await database.kysely
    .insertInto('assessment_requests')
    .values({
      user_id: fellowId,
      asset_id: submission.id,
      assessor_id: assessor,
      assessor_asset_id: assessorAsset,
      created_at: now,
      updated_at: now,
    })
    .execute();
  const { id: section } = await database.kysely
    .selectFrom('course_sections')
    .select('id')
    .where('course_id', '=', courseId)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const override = await make.assignmentOverride({
    course_id: courseId,
    assignment_id: assignment.id,
    set_type: 'CourseSection',
    set_id: section,
  });
  const rubrics = await setRubrics(courseId, collegeId, submission, teacherId);
  return { assignment, override, submission, comment, ...rubrics };
}

async function setRubrics(
  courseId: number,
  collegeId: number,
  { id, assignment_id, user_id }: Stage['submission'],
  teacherId: number,
) {
  const { make, database, clock } = world;
  const times = { created_at: clock.now(), updated_at: clock.now() };
  const inCourse = { context_type: 'Course', context_id: courseId } as const;
  const inCollege = { context_type: 'Account', context_id: collegeId } as const;
  const rubric = await make.rubric(inCourse);
  const rubricAssociation = await make.rubricAssociation(rubric, {
    association_type: 'Assignment',
    association_id: assignment_id,
    purpose: 'grading',
  });
  const rubricAssessment = await database.kysely
    .insertInto('rubric_assessments')
    .values({
      user_id,
      rubric_id: rubric.id,
      rubric_association_id: rubricAssociation.id,
      artifact_id: id,
      assessment_type: 'grading',
      assessor_id: teacherId,
      ...times,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await database.kysely
    .insertInto('rubric_imports')
    .values(
      [inCourse, inCollege].map((context) => ({
        ...context,
        attachment_id: 0,
        filename: 'rubrics.csv',
        size: 0,
        workflow_state: 'succeeded' as const,
        ...times,
      })),
    )
    .execute();
  return { rubric, rubricAssociation, rubricAssessment, collegeRubric: await make.rubric(inCollege) };
}

async function setFiles(courseId: number): Promise<Pick<Stage, 'folder' | 'emptyFolder' | 'file'>> {
  const { make, files } = world;
  const context = { context_type: 'Course', context_id: courseId } as const;
  const root = await make.folder({ ...context, name: 'course files' });
  const folder = await make.folder({ ...context, parent_folder_id: root.id, name: 'Unit 1' });
  const stored = await files.store(Readable.from([Buffer.from('<svg/>')]));
  return {
    folder,
    emptyFolder: await make.folder({ ...context, parent_folder_id: root.id, name: 'Unit 2' }),
    file: await make.file({
      ...context,
      folder_id: folder.id,
      content_key: stored.key,
      size: stored.size,
      category: 'icon_maker_icons',
      migration_id: 'i1',
    }),
  };
}

async function setPages(
  courseId: number,
  studentId: number,
): Promise<Pick<Stage, 'page' | 'groupPage' | 'module' | 'moduleItem'>> {
  const { make } = world;
  const page = await make.page({ context_type: 'Course', context_id: courseId });
  const group = await make.group({ context_type: 'Course', context_id: courseId });
  await make.groupMember(group.id, studentId);
  const module = await make.module({ course_id: courseId });
  return {
    page,
    groupPage: await make.page({ context_type: 'Group', context_id: group.id, editing_roles: 'members' }),
    module,
    moduleItem: await make.moduleItem(module, { type: 'Page', content_id: page.id, title: page.title }),
  };
}

async function setDiscussions(courseId: number, studentId: number) {
  const { make } = world;
  const ofCourse = { context_type: 'Course', context_id: courseId } as const;
  const group = await make.group(ofCourse);
  await make.groupMember(group.id, studentId);
  const topic = await make.topic({ ...ofCourse, allow_rating: true });
  const groupTopic = await make.topic({ context_type: 'Group', context_id: group.id, allow_rating: true });
  return {
    topic,
    groupTopic,
    announcement: await make.topic({ ...ofCourse, is_announcement: true }),
    entry: await make.entry(topic.id, studentId),
    groupEntry: await make.entry(groupTopic.id, studentId),
  };
}

async function setOutcomes(courseId: number, collegeId: number) {
  const { make } = world;
  const ofCourse = { context_type: 'Course', context_id: courseId } as const;
  const ofCollege = { context_type: 'Account', context_id: collegeId } as const;
  // Of the college, for its courses.
  await world.database.kysely
    .insertInto('outcome_proficiencies')
    .values({
      ...ofCollege,
      ratings: JSON.stringify([{ description: 'Yes', points: 1, mastery: true, color: '03893D' }]),
      created_at: world.clock.now(),
      updated_at: world.clock.now(),
    })
    .execute();
  await world.database.kysely
    .insertInto('outcome_imports')
    .values(
      [ofCourse, ofCollege].map((context) => ({
        ...context,
        workflow_state: 'succeeded' as const,
        created_at: world.clock.now(),
        updated_at: world.clock.now(),
      })),
    )
    .execute();
  const [outcomeGroup, collegeOutcomeGroup] = [
    await make.outcomeGroup(ofCourse),
    await make.outcomeGroup(ofCollege),
  ];
  return {
    outcomeGroup,
    collegeOutcomeGroup,
    outcome: await make.outcome(ofCourse, outcomeGroup),
    collegeOutcome: await make.outcome(ofCollege, collegeOutcomeGroup),
    globalOutcomeGroup: await make.outcomeRoot({ context_type: null, context_id: null }),
  };
}

async function setGrading(courseId: number, collegeId: number, termId: number) {
  const { make } = world;
  const gradingPeriodSet = await make.gradingPeriodSet({}, [termId]);
  return {
    accountStandard: await make.gradingStandard({ context_type: 'Account', context_id: collegeId }),
    courseStandard: await make.gradingStandard({ context_type: 'Course', context_id: courseId }),
    gradebookColumn: await make.gradebookColumn({ course_id: courseId }),
    gradingPeriodSet,
    gradingPeriod: await make.gradingPeriod({
      grading_period_group_id: gradingPeriodSet.id,
      start_date: '2026-08-01T00:00:00Z',
      end_date: '2027-12-31T00:00:00Z',
    }),
  };
}

async function setGroups(courseId: number, studentId: number, fellowId: number) {
  const { make } = world;
  const context = { context_type: 'Course', context_id: courseId } as const;
  const groupCategory = await make.groupCategory(context);
  const group = await make.group({ ...context, group_category_id: groupCategory.id });
  await make.groupMember(group.id, studentId);
  const membership = await make.groupMember(group.id, fellowId);
  const inGroup = { context_type: 'Group', context_id: group.id } as const;
  const groupFolder = await make.folder({ ...inGroup, name: 'files' });
  const groupFile = await make.file({ ...inGroup, folder_id: groupFolder.id });
  return { groupCategory, group, membership, groupFolder, groupFile };
}

async function loginOf(userId: number): Promise<number> {
  const { id } = await world.database.kysely
    .selectFrom('pseudonyms')
    .select('id')
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return id;
}

async function storeFault(): Promise<number> {
  const { id } = await world.database.kysely
    .insertInto('error_reports')
    .values({
      message: '',
      backtrace: '',
      method: 'GET',
      path: '/',
      request_context_id: '',
      created_at: world.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const apiOf = (member: CastMember) =>
  member === 'anonymous' ? world.anonymous : world.as(stage.people[member].token);

describe('who may', () => {
  it('is said of every operation', () => {
    const silent = operationTable.filter(({ id }) => !table[id]).map(({ id }) => id);
    expect(silent).toEqual([]);
  });

  it.each(operationTable.flatMap(({ id }) => (table[id] ? [id] : [])))('%s', async (id) => {
    const { path, params, may } = (table[id] as NonNullable<(typeof table)[typeof id]>)(stage);
    const { method } = everyOperationById.get(id) as OperationSpec;
    const letIn: CastMember[] = [];
    for (const member of cast) {
      const { status } =
        method === 'GET' || method === 'DELETE'
          ? await apiOf(member).send(method, path, { query: query(params) })
          : await apiOf(member).send(method, path, {
              payload: JSON.stringify(params ?? {}),
              headers: { 'content-type': 'application/json' },
            });
      expect(status, `${id} as ${member}`).not.toBe(500);
      if (![401, 403, 404].includes(status)) letIn.push(member);
    }
    expect(letIn).toEqual(cast.filter((member) => may.includes(member)));
  });
});

function query(params: object = {}): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map(String) : String(value),
    ]),
  );
}
