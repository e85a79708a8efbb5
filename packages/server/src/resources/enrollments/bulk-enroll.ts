import { type EnrollmentType, enrollmentTypes } from '../../domain/base-roles.ts';
import { courseAccesses } from '../../domain/course-access.ts';
import { findCourseRole, type RoleRow } from '../../domain/course-roles.ts';
import { demand } from '../../domain/demand.ts';
import { mayEnroll } from '../../domain/enrollable.ts';
import { MissingParameter, Refusal } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { account } from '../accounts/load.ts';
import { findCourse } from '../courses/load.ts';
import { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { bulkEnrollJob } from './bulk-enroll-job.ts';

type BulkParams = Params<'POST /api/v1/accounts/{account_id}/bulk_enrollment'>;

const AT_ONCE = 500;

export default operation('POST /api/v1/accounts/{account_id}/bulk_enrollment', {
  summary: 'Enroll several users in several courses, in the background',
  load: { account: account('account_id') },
  // The right is asked for in each of the courses.
  requires: 'user',
  returns: Progress,
  async handle({ ctx, account, params }) {
    const { user_ids, course_ids } = params;
    if (!user_ids) throw new MissingParameter('user_ids');
    if (!course_ids) throw new MissingParameter('course_ids');
    const role = await chosenRole(ctx, account, params);
    const type = chosenType(params, role);
    if (Math.max(user_ids.length, 1) * course_ids.length > AT_ONCE)
      throw refused('Too many users to enroll at once.');
    const courses = await Promise.all(course_ids.map((id) => findCourse(ctx, id)));
    // All at once, so that the rights below cost no queries of their own.
    await courseAccesses(ctx, courses);
    for (const course of courses) await demand(ctx, mayEnroll(ctx, course, type));
    const progress = await enqueue(
      ctx,
      bulkEnrollJob,
      {
        account_id: account.id,
        user_ids,
        course_ids: courses.map(({ id }) => id),
        type,
        role_id: role?.id ?? null,
      },
      { progress: { context: { type: 'Account', id: account.id }, tag: 'bulk_enrollment' } },
    );
    return serializeProgress(ctx, progress);
  },
});

const refused = (text: string) => new Refusal(400, { errors: text });

async function chosenRole(
  ctx: Context,
  account: Account,
  { enrollment_role_id }: BulkParams,
): Promise<RoleRow | undefined> {
  if (enrollment_role_id == null) return undefined;
  const role = await findCourseRole(ctx, account.path, { id: enrollment_role_id });
  if (!role) throw refused('Invalid role');
  if (role.workflow_state === 'inactive') {
    throw refused('Cannot create an enrollment with this role because it is inactive.');
  }
  return role;
}

function chosenType({ enrollment_type }: BulkParams, role: RoleRow | undefined): EnrollmentType {
  const asked = enrollment_type ?? role?.base_role_type ?? 'StudentEnrollment';
  if (role && asked !== role.base_role_type) {
    throw refused('The specified type must match the base type for the role');
  }
  const type = enrollmentTypes.find((name) => name === asked);
  if (!type) throw refused('Invalid enrollment type.');
  return type;
}
