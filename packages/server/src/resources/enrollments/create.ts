import type { AnyEnrollmentType } from '../../domain/base-roles.ts';
import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { accountChainOf, builtInRole, findCourseRole, type RoleRow } from '../../domain/course-roles.ts';
import type { SectionRow } from '../../domain/course-sections.ts';
import { demand } from '../../domain/demand.ts';
import { canBeEnrolled, isEnrolled, mayEnroll } from '../../domain/enrollable.ts';
import { enrollUser } from '../../domain/enrolling.ts';
import { sectionConcluded } from '../../domain/enrollment-dates.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { findSectionOf, type SectionInCourse, section } from '../sections/load.ts';
import { findUser } from '../users/load.ts';
import { Enrollment } from './schema.ts';
import { selfEnroll } from './self-enroll.ts';
import { serializeEnrollment } from './serialize.ts';

type CreateParams = Params<'POST /api/v1/courses/{course_id}/enrollments'>;
type EnrollmentParams = NonNullable<CreateParams['enrollment']>;

const inCourse = operation('POST /api/v1/courses/{course_id}/enrollments', {
  summary: 'Enroll a user in a course',
  load: { course: course('course_id') },
  // Which right it takes depends on the type; parameters are looked at before it.
  requires: 'user',
  returns: Enrollment,
  handle: ({ ctx, course, params }) => create(ctx, course, params),
});

const inSection = operation('POST /api/v1/sections/{section_id}/enrollments', {
  summary: 'Enroll a user in a section',
  load: { section: section('section_id') },
  requires: 'user',
  returns: Enrollment,
  handle: ({ ctx, section, params }) => create(ctx, section.course, params, section),
});

export default [inCourse, inSection];

async function create(ctx: Context, course: CourseRow, params: CreateParams, section?: SectionInCourse) {
  const asked = params.enrollment;
  if (!asked || Object.keys(asked).length === 0) throw refused('No parameters given');
  if (asked.self_enrollment_code != null) {
    return await serializeEnrollment(ctx, await selfEnroll(ctx, course, asked));
  }
  const { type, role, errors } = await typeAndRole(ctx, course, asked);
  const problems = [...errors, ...whoIsMissing(asked, params.root_account)];
  if (problems.length > 0) throw refused(...problems);
  await demand(ctx, mayEnroll(ctx, course, type));

  const into =
    section ??
    (asked.course_section_id ? await findSectionOf(ctx, course, asked.course_section_id) : undefined);
  const user = await findEnrollable(ctx, course, asked);
  await refuseConcluded(ctx, course, user, into);
  const enrollment = await enrollUser(ctx, course, user, {
    type: type as AnyEnrollmentType,
    role,
    section: into,
    state: asked.enrollment_state,
    associated_user_id: await observedId(ctx, asked),
    limit_privileges_to_course_section: asked.limit_privileges_to_course_section,
    self_enrolled: asked.self_enrolled,
    start_at: asked.start_at,
    end_at: asked.end_at,
  });
  return await serializeEnrollment(ctx, enrollment);
}

const refused = (...messages: string[]) => new Refusal(400, { message: messages.join(', ') });

/** A role names its type; a type alone means its built-in role; neither means a student. */
async function typeAndRole(ctx: Context, course: CourseRow, asked: EnrollmentParams) {
  const errors: string[] = [];
  const named = roleAskedFor(asked);
  const wanted = named ? asked.type : asked.type || 'StudentEnrollment';
  const role: RoleRow | undefined = named
    ? await findCourseRole(ctx, await accountChainOf(ctx, course), named)
    : await builtInRole(ctx, wanted as string);
  const type = wanted || role?.base_role_type || '';
  if (!role) errors.push(named ? 'Invalid role' : 'Invalid type');
  else if (role.workflow_state === 'inactive') {
    errors.push('Cannot create an enrollment with this role because it is inactive.');
  } else if (type !== role.base_role_type) {
    errors.push('The specified type must match the base type for the role');
  }
  return { type, role, errors };
}

function roleAskedFor({ role_id, role }: EnrollmentParams): { id: number } | { name: string } | undefined {
  if (role_id != null) return { id: role_id };
  return role != null ? { name: role } : undefined;
}

function whoIsMissing(asked: EnrollmentParams, rootAccount: string | null | undefined): string[] {
  if (rootAccount && !asked.sis_user_id && !asked.integration_id) {
    return [
      "Can't create an enrollment without a sis_user_id or integration_id when root_account is provided",
    ];
  }
  if (asked.user_id || rootAccount) return [];
  return ["Can't create an enrollment without a user. Include enrollment[user_id] to create an enrollment"];
}

/** Other institutions aren't trusted, so `root_account` leads to nobody. Throws NotFound. */
async function findEnrollable(ctx: Context, course: CourseRow, { user_id }: EnrollmentParams): Promise<User> {
  const user = await findUser(ctx, user_id ?? '');
  if (!(await canBeEnrolled(ctx, user, course))) throw new NotFound();
  return user;
}

async function observedId(ctx: Context, { associated_user_id }: EnrollmentParams): Promise<number | null> {
  if (!associated_user_id) return null;
  return (await findUser(ctx, String(associated_user_id))).id;
}

/** Whoever is in a concluded course may still be moved to a section that is open. */
async function refuseConcluded(
  ctx: Context,
  course: CourseRow,
  user: User,
  section: SectionRow | undefined,
): Promise<void> {
  const { concludedByDate } = await courseAccess(ctx, course);
  if (!concludedByDate) return;
  if (section && !sectionConcluded(section, ctx.now, true) && (await isEnrolled(ctx, user, course))) return;
  throw refused("Can't add an enrollment to a concluded course.");
}
