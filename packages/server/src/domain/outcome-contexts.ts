/** Where outcomes live: a course, an account, or nowhere in particular (global). */
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../http/context.ts';
import { mayInAccount } from './account-access.ts';
import { type AccountContext, type CourseContext, contextOf } from './contexts.ts';
import { mayInCourse } from './course-access.ts';

export type GlobalContext = { readonly type: null; readonly id: null };
export type OutcomeContext = CourseContext | AccountContext | GlobalContext;

/** What rows say of it. */
export interface InOutcomeContext {
  readonly context_type: 'Account' | 'Course' | null;
  readonly context_id: number | null;
}

export const globalContext: GlobalContext = { type: null, id: null };

/** Columns of whatever belongs to a context. */
export const inOutcomeContext = ({ type, id }: OutcomeContext): InOutcomeContext => ({
  context_type: type,
  context_id: id,
});

export const isIn = (row: InOutcomeContext, { type, id }: OutcomeContext): boolean =>
  row.context_type === type && row.context_id === id;

/** The rows of a table that belong to a context, as a condition that an index follows. */
export function belongsTo(context: OutcomeContext, table: string): RawBuilder<boolean> {
  const type = sql.ref(`${table}.context_type`);
  if (context.type === null) return sql`${type} is null`;
  return sql`(${type} = ${context.type} and ${sql.ref(`${table}.context_id`)} = ${context.id})`;
}

/** The context of a row, looked up once a request. */
export async function outcomeContextOf(
  ctx: Context,
  { context_type, context_id }: InOutcomeContext,
): Promise<OutcomeContext> {
  if (context_type === null || context_id === null) return globalContext;
  return (await contextOf(ctx, { context_type, context_id })) as OutcomeContext;
}

export type OutcomeRight = 'read_outcomes' | 'manage_outcomes';

/**
 * Whether the acting user has a right in a context. What is global is everybody's to read who is signed in, and the
 * site administrators' to change, of whom an institution of its own has none.
 */
export async function mayWithOutcomes(
  ctx: Context,
  context: OutcomeContext,
  right: OutcomeRight,
): Promise<boolean> {
  if (context.type === 'Course') return await mayInCourse(ctx, context.course, right);
  if (context.type === 'Account') return await mayInAccount(ctx, context.account, right);
  return right === 'read_outcomes' && ctx.user !== null;
}

/**
 * Of which of some rows the acting user may manage the outcomes. The rows of an answer belong to few contexts: the one
 * that was asked and the accounts above it.
 */
export async function managedAmong(
  ctx: Context,
  rows: readonly InOutcomeContext[],
): Promise<(row: InOutcomeContext) => boolean> {
  const keyOf = ({ context_type, context_id }: InOutcomeContext) => `${context_type}:${context_id}`;
  const distinct = new Map(rows.map((row) => [keyOf(row), row]));
  const managed = new Map<string, boolean>();
  for (const [key, row] of distinct) {
    managed.set(key, await mayWithOutcomes(ctx, await outcomeContextOf(ctx, row), 'manage_outcomes'));
  }
  return (row) => managed.get(keyOf(row)) ?? false;
}

/** The accounts whose outcomes a context may use, from the root down: those that it lies in, itself among them. */
export async function accountsAround(ctx: Context, context: OutcomeContext): Promise<readonly number[]> {
  if (context.type === null) return [];
  if (context.type === 'Account') return context.account.path;
  const { path } = await ctx.db
    .selectFrom('accounts')
    .select('path')
    .where('id', '=', context.course.account_id)
    .executeTakeFirstOrThrow();
  return path;
}

export function outcomeContextName(context: OutcomeContext): string {
  if (context.type === null) return 'ROOT';
  return context.type === 'Course' ? context.course.name : context.account.name;
}

/** `/api/v1/courses/42` */
export function outcomeApiPath({ context_type, context_id }: InOutcomeContext): string {
  return context_type === null ? '/api/v1/global' : `/api/v1/${context_type.toLowerCase()}s/${context_id}`;
}
