/** The steps of creating a user, for administrators and for people who register themselves. */
import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { UsersTable } from '../../db/tables/index.ts';
import { enrollUser } from '../../domain/enrolling.ts';
import {
  insertLogin,
  type LoginChanges,
  loginErrors,
  refuseOtherProvider,
  updateLogin,
} from '../../domain/logins.ts';
import { link } from '../../domain/observation-links.ts';
import { randomToken } from '../../domain/random-token.ts';
import { errorMap, type FieldErrors, Refusal } from '../../errors.ts';
import type { Context, User as UserRow } from '../../http/context.ts';
import { putChannel } from './channels.ts';
import type { UserInclude } from './includes.ts';
import { localeChanges, localeErrors } from './locale.ts';
import { nameErrors, namesAfter } from './names.ts';
import { allowsUsernames, loginOf, type Policy, policyOf, type RegistrationParams } from './registration.ts';
import { channelOf } from './registration-channel.ts';
import { returningUser } from './returning-user.ts';
import type { User } from './schema.ts';
import { serializeUser } from './serialize.ts';

type Login = LoginChanges & { unique_id: string; password: string | null };

/** @throws Refusal 403 where registration is closed, 400 with all that is wrong */
export async function register(ctx: Context, params: RegistrationParams): Promise<User> {
  const policy = await policyOf(ctx, params);
  refuseOtherProvider(params.pseudonym?.authentication_provider_id);
  const login = loginOf(policy, params);
  const channel = channelOf(policy, params);
  const returning = await returningUser(ctx, params, login);
  const codes = await findCodes(ctx, policy, params);
  await refuseInvalid(ctx, policy, params, { login, codes, loginId: returning?.loginId });

  const user = await putUser(ctx, policy, params, login, returning?.user);
  if (returning) await updateLogin(ctx, returning.loginId, { ...login, workflow_state: 'active' });
  else await insertLogin(ctx, user.id, login);
  if (channel) await putChannel(ctx, user.id, channel);
  if (codes.pairing) await useCode(ctx, codes.pairing, user);
  if (codes.course)
    await enrollUser(ctx, codes.course, user, {
      type: 'StudentEnrollment',
      state: 'active',
      self_enrolled: true,
    });
  return await serializeUser(ctx, user, {
    context: { account: ctx.rootAccount },
    includes: includesFor(policy, params),
  });
}

async function putUser(
  ctx: Context,
  policy: Policy,
  params: RegistrationParams,
  login: Login,
  returning: UserRow | undefined,
): Promise<UserRow> {
  const asked = params.user ?? {};
  const values = {
    ...namesAfter(namesOf(asked), returning, login.unique_id),
    ...localeChanges(ctx, asked),
    ...(asked.bio && { bio: asked.bio }),
    ...(asked.terms_of_use && { terms_accepted_at: ctx.now }),
    ...(isEnrollmentType(asked.initial_enrollment_type) && {
      initial_enrollment_type: asked.initial_enrollment_type,
    }),
    workflow_state: stateOf(policy, params, login, returning),
    updated_at: ctx.now,
  } satisfies Partial<Insertable<UsersTable>>;
  if (returning) {
    return await ctx.db
      .updateTable('users')
      .set(values)
      .where('id', '=', returning.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }
  return await ctx.db
    .insertInto('users')
    .values({
      ...values,
      uuid: randomToken(40),
      lti_context_id: randomUUID(),
      lti_id: randomUUID(),
      created_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

function namesOf({ name, short_name, sortable_name }: NonNullable<RegistrationParams['user']>) {
  return {
    ...(name !== undefined && { name }),
    ...(short_name !== undefined && { short_name }),
    ...(sortable_name !== undefined && { sortable_name }),
  };
}

/** Whoever has a password, or is told to skip it, is registered; the others still have to confirm. */
function stateOf(policy: Policy, params: RegistrationParams, login: Login, returning: UserRow | undefined) {
  if (returning?.workflow_state === 'registered') return 'registered';
  const skips = policy.selfEnrolls && allowsUsernames(policy, params);
  return skips || params.user?.skip_registration || login.password ? 'registered' : 'pre_registered';
}

const isEnrollmentType = (type: string | null | undefined): type is string =>
  ['student', 'teacher', 'ta', 'observer'].includes(type ?? '');

interface Codes {
  /** Undefined where none that was sent fits. */
  pairing: { id: number; user_id: number } | undefined;
  course: Parameters<typeof enrollUser>[1] | undefined;
}

async function findCodes(ctx: Context, policy: Policy, params: RegistrationParams): Promise<Codes> {
  const pairing = policy.pairs
    ? await ctx.db
        .selectFrom('observer_pairing_codes')
        .select(['id', 'user_id'])
        .where('code', '=', params.pairing_code?.code ?? '')
        .where('workflow_state', '=', 'active')
        .where('expires_at', '>', ctx.now)
        .executeTakeFirst()
    : undefined;
  const course = policy.selfEnrolls
    ? await ctx.db
        .selectFrom('courses')
        .selectAll()
        .where('self_enrollment_code', '=', params.user?.self_enrollment_code?.trim() ?? '')
        .where('self_enrollment', '=', true)
        .where('workflow_state', '=', 'available')
        .executeTakeFirst()
    : undefined;
  return { pairing, course };
}

/** The code has done its work. */
async function useCode(
  ctx: Context,
  code: { id: number; user_id: number },
  observer: UserRow,
): Promise<void> {
  await link(ctx, { studentId: code.user_id, observerId: observer.id, rootAccountId: ctx.rootAccount.id });
  await ctx.db
    .updateTable('observer_pairing_codes')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', code.id)
    .execute();
}

async function refuseInvalid(
  ctx: Context,
  policy: Policy,
  params: RegistrationParams,
  { login, codes, loginId }: { login: Login; codes: Codes; loginId: number | undefined },
): Promise<void> {
  const pseudonym = await loginErrors(ctx, login, {
    emailOnly: !allowsUsernames(policy, params),
    ...(loginId !== undefined && { loginId }),
  });
  const needsPassword = policy.selfEnrolls && allowsUsernames(policy, params) && !login.password;
  const loginProblems: FieldErrors = { ...pseudonym, ...(needsPassword && { password: ['too_short'] }) };
  const user: FieldErrors = {
    ...nameErrors(params.user ?? {}),
    ...localeErrors(params.user ?? {}),
    ...(policy.strict && strictErrors(ctx, params)),
    ...(policy.strict && policy.selfEnrolls && !codes.course && { self_enrollment_code: ['invalid'] }),
    ...(isAny(loginProblems) && { pseudonyms: ['invalid'] }),
  };
  const pairing: FieldErrors = policy.pairs && !codes.pairing ? { code: ['invalid'] } : {};
  if (!isAny(user) && !isAny(pairing)) return;
  throw new Refusal(400, {
    errors: {
      user: errorMap(user),
      pseudonym: errorMap(loginProblems),
      observee: {},
      pairing_code: errorMap(pairing),
      recaptcha: null,
    },
  });
}

const isAny = (errors: FieldErrors): boolean => Object.keys(errors).length > 0;

function strictErrors(ctx: Context, { user }: RegistrationParams): FieldErrors {
  const needsTerms = ctx.rootAccount.settings['terms_required'] !== false;
  return {
    ...(!user?.name?.trim() && { name: ['blank'] }),
    ...(needsTerms && !user?.terms_of_use && { terms_of_use: ['accepted'] }),
  };
}

function includesFor(policy: Policy, { user, communication_channel }: RegistrationParams): UserInclude[] {
  const wantsUrl =
    policy.managesStudents &&
    communication_channel?.confirmation_url === true &&
    (communication_channel.type ?? 'email') === 'email';
  return [
    'locale',
    'uuid',
    ...(wantsUrl ? (['confirmation_url'] as const) : []),
    ...(user?.terms_of_use !== undefined ? (['terms_of_use'] as const) : []),
  ];
}
