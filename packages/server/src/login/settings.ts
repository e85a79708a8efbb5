/** `/profile/settings`: one's access tokens, the applications that one has allowed, and one's password. */
import type { FastifyReply } from 'fastify';
import { recordEvents } from '../domain/audit.ts';
import { CanvasError, NotFound } from '../errors.ts';
import type { AccessToken, Context, User } from '../http/context.ts';
import { parseNumber } from '../http/ids.ts';
import { type AskedToken, makeToken } from '../resources/tokens/make.ts';
import type { OwnLogin } from './pages/password-section.ts';
import { sendPrivatePage } from './pages/private-page.ts';
import { type OwnToken, type SettingsView, settingsPage } from './pages/settings-page.ts';
import { type AddPage, refuseForeignForm, signedIn, type Visit } from './visit.ts';

export function registerSettings(addPage: AddPage): void {
  // Canvas has it under the first of these, and its documentation says the second.
  addPage(
    'GET',
    '/profile/settings',
    signedIn((visit) => showSettings(visit)),
  );
  addPage('GET', '/profile', async (visit) => visit.redirect('/profile/settings'));
  addPage('POST', '/profile/tokens', signedIn(create));
  for (const action of ['revoke', 'activate'] as const) {
    addPage(
      'POST',
      `/profile/tokens/${action}`,
      signedIn((visit) => change(visit, action)),
    );
  }
}

/** The page, with what came of a form of it. */
export async function showSettings(
  visit: Visit,
  view: Partial<SettingsView> = {},
  status = 200,
): Promise<FastifyReply> {
  const ctx = visit.context();
  const tokens = await ownTokens(ctx, me(visit));
  const logins = await loginsWithPassword(ctx, me(visit));
  return sendPrivatePage(visit.reply, settingsPage(visit, { tokens, logins, ...view }), { status });
}

const me = (visit: Visit) => visit.caller.user as User;

async function ownTokens(ctx: Context, user: User): Promise<OwnToken[]> {
  return await ctx.db
    .selectFrom('access_tokens')
    .leftJoin('developer_keys', 'developer_keys.id', 'access_tokens.developer_key_id')
    .selectAll('access_tokens')
    .select('developer_keys.name as app_name')
    .where('access_tokens.user_id', '=', user.id)
    .where('access_tokens.workflow_state', '<>', 'deleted')
    .where((eb) =>
      eb.or([eb('developer_keys.id', 'is', null), eb('developer_keys.workflow_state', '=', 'active')]),
    )
    .orderBy('access_tokens.id', 'desc')
    .execute();
}

/** Whoever signs in at the institution's provider alone has no password here that he could change. */
export async function loginsWithPassword(ctx: Context, { id }: User): Promise<OwnLogin[]> {
  return await ctx.db
    .selectFrom('pseudonyms')
    .select(['id', 'unique_id'])
    .where('user_id', '=', id)
    .where('account_id', '=', ctx.rootAccount.id)
    .where('workflow_state', '=', 'active')
    .where('password_hash', 'like', 'scrypt$%')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

async function create(visit: Visit): Promise<FastifyReply> {
  refuseForeignForm(visit);
  const asked = askedToken(visit);
  try {
    const made = await visit.transaction(async (ctx) => {
      const { token, secret } = await makeToken(ctx, me(visit), asked);
      await recordEvents(ctx, [tokenEvent('created', token)]);
      return { token, secret };
    });
    return await showSettings(visit, { made });
  } catch (error) {
    if (!(error instanceof CanvasError) || error.status >= 500) throw error;
    return await showSettings(visit, { problem: problemIn(error), asked }, 400);
  }
}

/** What the form holds: one scope a line, courses by commas or blanks. */
function askedToken(visit: Visit): AskedToken {
  const words = (text: string | undefined, separator: RegExp) => text?.split(separator).filter(Boolean) ?? [];
  const expiry = visit.text('token', 'expires_at');
  return {
    purpose: visit.text('token', 'purpose')?.trim() ?? '',
    // A day is meant to its end.
    expires_at: expiry && /^\d{4}-\d\d-\d\d$/.test(expiry) ? `${expiry}T23:59:59` : (expiry ?? null),
    scopes: words(visit.text('token', 'scopes'), /[\r\n]+/).map(asScope),
    course_ids: words(visit.text('token', 'course_ids'), /[\s,;]+/),
    read_only: visit.text('token', 'read_only') === '1',
  };
}

/** `GET /api/v1/courses/{id}` and `url:GET|/api/v1/courses/:id` are the same. */
function asScope(line: string): string {
  const text = line.trim();
  const call = /^([A-Z]+)\s+(\/\S+)$/.exec(text);
  return call ? `url:${call[1]}|${call[2]?.replace(/\{(\w+)\}/g, ':$1')}` : text;
}

/** The first message, in whichever of Canvas's shapes it stands. */
function problemIn({ body }: CanvasError): string {
  const found = /"message":"((?:[^"\\]|\\.)*)"/.exec(JSON.stringify(body));
  return found ? (JSON.parse(`"${found[1]}"`) as string) : 'That token can’t be made.';
}

const EVENTS = { revoke: 'revoked', activate: 'activated' } as const;

async function change(visit: Visit, action: keyof typeof EVENTS): Promise<FastifyReply> {
  refuseForeignForm(visit);
  const id = parseNumber(visit.text('id') ?? '');
  if (id === undefined) throw new NotFound();
  await visit.transaction(async (ctx) => {
    const changed = await ctx.db
      .updateTable('access_tokens')
      .set(
        action === 'revoke'
          ? { workflow_state: 'deleted', deleted_at: ctx.now, updated_at: ctx.now }
          : { workflow_state: 'active', updated_at: ctx.now },
      )
      .where('id', '=', id)
      .where('user_id', '=', me(visit).id)
      .where('workflow_state', 'in', action === 'revoke' ? ['active', 'pending'] : ['pending'])
      .returningAll()
      .executeTakeFirst();
    if (!changed) throw new NotFound();
    await recordEvents(ctx, [tokenEvent(EVENTS[action], changed)]);
  });
  return visit.redirect('/profile/settings');
}

const tokenEvent = (event_type: string, token: AccessToken) => ({
  category: 'token' as const,
  event_type,
  event_source: 'manual' as const,
  user_id: token.user_id,
  access_token_id: token.id,
  event_data: {
    purpose: token.purpose,
    scopes: token.scopes,
    expires_at: token.expires_at,
    course_ids: token.course_ids,
    read_only: token.read_only,
  },
});
