import { randomUUID } from 'node:crypto';
import { mayInAccount } from '../../domain/account-access.ts';
import { type CourseRow, forgetCourseAccess } from '../../domain/course-access.ts';
import { addDefaultSection } from '../../domain/course-sections.ts';
import { enrollUser } from '../../domain/enrolling.ts';
import { randomToken } from '../../domain/random-token.ts';
import { codeWhereNeeded } from '../../domain/self-enrollment.ts';
import { recordSyllabus } from '../../domain/syllabus-versions.ts';
import { NotFound, Unauthorized } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { account, findAccount } from '../accounts/load.ts';
import { findTerm } from '../terms/load.ts';
import { newName } from './names.ts';
import { Course } from './schema.ts';
import { serializeCourse } from './serialize.ts';
import { moveCourse } from './states.ts';
import {
  type CourseParams,
  contentChanges,
  gradingStandardChanges,
  refuseEndBeforeStart,
  refuseTakenSisId,
  restrictedChanges,
} from './write.ts';

type CreateParams = Params<'POST /api/v1/accounts/{account_id}/courses'>;

/** What the answer to a create carries beyond the course's usual JSON. */
const shownAfterCreate = [
  'license',
  'allow_student_assignment_edits',
  'allow_wiki_comments',
  'allow_student_forum_attachments',
  'open_enrollment',
  'self_enrollment',
  'public_description',
] as const;

export default operation('POST /api/v1/accounts/{account_id}/courses', {
  summary: 'Create a course',
  load: { account: account('account_id') },
  requires: { account: 'create_courses' },
  returns: Course,
  async handle({ ctx, account, params }) {
    const asked = (params.course ?? {}) as CourseParams;
    const holder = await chosenAccount(ctx, account, asked.account_id);
    const course = (await reactivated(ctx, holder, params)) ?? (await insertCourse(ctx, holder, asked));
    if (params.enroll_me === 'true') {
      await enrollUser(ctx, course, ctx.me, { type: 'TeacherEnrollment', state: 'active' });
    }
    const offered = params.offer ? await moveCourse(ctx, course, 'offer') : course;
    forgetCourseAccess(ctx);
    return await serializeCourse(ctx, offered, {
      // The end goes by the name by which it was given.
      includes: asked.end_at ? shownAfterCreate : [...shownAfterCreate, 'conclude_at'],
      keepsName: true,
    });
  },
});

/** `course[account_id]` may name an account below the one in the path. */
async function chosenAccount(
  ctx: Context,
  account: Account,
  id: string | null | undefined,
): Promise<Account> {
  if (!id) return account;
  const chosen = await findAccount(ctx, id);
  if (!chosen.path.includes(account.id)) throw new NotFound();
  if (!(await mayInAccount(ctx, chosen, 'create_courses'))) throw new Unauthorized();
  return chosen;
}

async function insertCourse(ctx: Context, account: Account, params: CourseParams): Promise<CourseRow> {
  const values = {
    ...contentChanges(params),
    ...(await gradingStandardChanges(ctx, params, {
      id: null,
      account_id: account.id,
      grading_standard_id: null,
    })),
    ...(params.grade_passback_setting && { grade_passback_setting: params.grade_passback_setting }),
    ...(await restrictedChanges(params, (right) =>
      mayInAccount(ctx, account, right === 'change_visibility' ? 'manage_course_visibility' : right),
    )),
    ...dates(params),
  };
  refuseEndBeforeStart(values as Partial<CourseRow>);
  await refuseTakenSisId(ctx, values);
  const course = await ctx.db
    .insertInto('courses')
    .values({
      storage_quota_mb: account.default_storage_quota_mb,
      ...values,
      ...(await codeWhereNeeded(ctx, values)),
      ...newName(params),
      account_id: account.id,
      root_account_id: account.root_account_id,
      enrollment_term_id: await chosenTerm(ctx, params),
      uuid: randomToken(40),
      lti_context_id: randomUUID(),
      workflow_state: 'claimed',
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordSyllabus(ctx, course, null);
  await addDefaultSection(ctx, course);
  return course;
}

/** Own dates count only where the course restricts itself to them. */
function dates(params: CourseParams) {
  if (!params.restrict_enrollments_to_course_dates) return {};
  return { start_at: params.start_at ?? null, conclude_at: params.end_at ?? params.conclude_at ?? null };
}

async function chosenTerm(ctx: Context, params: CourseParams): Promise<number> {
  const term = params.term_id || params.enrollment_term_id || 'default';
  return (await findTerm(ctx, term, ctx.rootAccount.id)).id;
}

/** `enable_sis_reactivation`: the deleted course of that SIS id comes back instead of a new one. */
async function reactivated(
  ctx: Context,
  account: Account,
  params: CreateParams,
): Promise<CourseRow | undefined> {
  const sisId = params.course?.sis_course_id;
  if (!params.enable_sis_reactivation || !sisId) return undefined;
  if (!(await mayInAccount(ctx, account, 'manage_sis'))) return undefined;
  const deleted = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('root_account_id', '=', account.root_account_id)
    .where('sis_course_id', '=', sisId)
    .where('workflow_state', '=', 'deleted')
    .executeTakeFirst();
  if (!deleted) return undefined;
  await refuseTakenSisId(ctx, { sis_course_id: sisId }, deleted.id);
  return await moveCourse(ctx, deleted, 'undelete');
}
