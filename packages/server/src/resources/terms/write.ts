/** The parameters of `enrollment_term[…]` → columns, said once for create and update (accounts file 2.2). */
import type { Updateable } from 'kysely';
import type { DateSpan, JsonValue } from '../../db/json-columns.ts';
import type { EnrollmentTermsTable } from '../../db/tables/index.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import { type FieldErrors, InvalidRecord, MissingParameter, Refusal } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import type { TermRow } from './serialize.ts';

type TermParams = NonNullable<Params<'PUT /api/v1/accounts/{account_id}/terms/{id}'>['enrollment_term']>;
export type TermChanges = Updateable<EnrollmentTermsTable>;

const TYPES = ['StudentEnrollment', 'TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment'];
const MAX_NAME = 255;

/** What changes a term by hand sticks: later the SIS leaves it alone. */
export const stickyFields = ['name', 'start_at', 'end_at'] as const;

/**
 * @throws MissingParameter, Refusal and InvalidRecord, in the order in which Canvas looks
 */
export async function termChanges(
  ctx: Context,
  account: Account,
  params: TermParams | undefined,
  term?: TermRow,
): Promise<TermChanges> {
  if (!params || Object.keys(params).length === 0) throw new MissingParameter('enrollment_term');
  const overrides = overridesOf(params);
  const sisId = await sisIdOf(ctx, account, params);
  const errors: Record<string, FieldErrors[string]> = {
    ...(await takenSisId(ctx, account, sisId, term)),
    ...(overlong(params.name) && { name: [['too_long', 'is too long (maximum is 255 characters)']] }),
    ...([params, ...Object.values(overrides)].some(endsBeforeStart) && {
      base: ['End dates cannot be before start dates'],
    }),
  };
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
  return {
    ...(params.name !== undefined && { name: params.name ?? '' }),
    ...(params.start_at !== undefined && { start_at: params.start_at }),
    ...(params.end_at !== undefined && { end_at: params.end_at }),
    ...(sisId !== undefined && { sis_term_id: sisId }),
    // A type that isn't named keeps its dates.
    ...(Object.keys(overrides).length > 0 && {
      overrides: JSON.stringify({ ...term?.overrides, ...overrides }),
    }),
  };
}

const overlong = (name: string | null | undefined) => (name?.length ?? 0) > MAX_NAME;

/** Both dates of each type that is named; one that isn't sent is none. */
function overridesOf(params: TermParams): Record<string, DateSpan> {
  const entries = Object.entries(params.overrides ?? {}).map(([type, dates]): [string, DateSpan] => [
    classified(type),
    { start_at: dates?.start_at ?? null, end_at: dates?.end_at ?? null },
  ]);
  if (entries.some(([type]) => !TYPES.includes(type))) {
    throw new Refusal(400, { message: 'Invalid enrollment type in overrides' });
  }
  return Object.fromEntries(entries);
}

/** `student_enrollments` → `StudentEnrollment`, as Rails makes names of classes. */
function classified(type: string): string {
  const words = type.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join('').replace(/Enrollments$/, 'Enrollment');
}

const endsBeforeStart = ({ start_at, end_at }: { start_at?: string | null; end_at?: string | null }) =>
  Boolean(start_at && end_at && Date.parse(end_at) < Date.parse(start_at));

/** Undefined: left as it is. Without the right to manage SIS ids it is ignored. */
async function sisIdOf(
  ctx: Context,
  account: Account,
  params: TermParams,
): Promise<string | null | undefined> {
  // Canvas takes the first that is neither null nor false.
  const asked = given(params.sis_source_id) ? params.sis_source_id : params.sis_term_id;
  if (!given(asked)) return undefined;
  if (typeof asked !== 'string' && typeof asked !== 'number') {
    throw new Refusal(400, { message: 'Invalid SIS ID' });
  }
  if (!(await mayInAccount(ctx, account, 'manage_sis'))) return undefined;
  return String(asked).trim() === '' ? null : String(asked);
}

const given = (value: JsonValue | undefined) => value !== undefined && value !== null && value !== false;

/** The error where another term of the institution has or had the SIS id. */
async function takenSisId(
  ctx: Context,
  account: Account,
  sisId: string | null | undefined,
  term: TermRow | undefined,
): Promise<Record<string, FieldErrors[string]>> {
  if (!sisId || sisId === term?.sis_term_id) return {};
  const holder = await ctx.db
    .selectFrom('enrollment_terms')
    .select('id')
    .where('root_account_id', '=', account.id)
    .where('sis_term_id', '=', sisId)
    .$if(term !== undefined, (query) => query.where('id', '<>', (term as TermRow).id))
    .limit(1)
    .executeTakeFirst();
  return holder ? { sis_source_id: [`SIS ID "${sisId}" is already in use`] } : {};
}
