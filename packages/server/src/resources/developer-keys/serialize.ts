import type { Selectable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { DeveloperKeyAccountBindingsTable } from '../../db/tables/index.ts';
import { globalId } from '../../domain/global-id.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import type { DeveloperKeyRow } from './load.ts';
import { DeveloperKey, type DeveloperKeyAccountBinding } from './schema.ts';

export type BindingRow = Selectable<DeveloperKeyAccountBindingsTable>;

/** @param secrets by the key's id, in the answer that made them */
export async function serializeDeveloperKeys(
  ctx: Context,
  keys: readonly DeveloperKeyRow[],
  secrets: ReadonlyMap<number, string> = new Map(),
): Promise<DeveloperKey[]> {
  const ids = keys.map(({ id }) => id);
  const [bindings, uses] = await Promise.all([bindingsOf(ctx, ids), usesOf(ctx, ids)]);
  return keys.map((key) => {
    const binding = bindings.get(key.id);
    const use = uses.get(key.id);
    return inOrderOf(DeveloperKey, {
      name: key.name,
      created_at: key.created_at,
      email: key.email,
      user_id: key.user_id,
      user_name: key.user_name,
      icon_url: key.icon_url,
      notes: key.notes,
      workflow_state: key.workflow_state,
      scopes: key.scopes,
      require_scopes: key.require_scopes,
      client_credentials_audience: key.client_credentials_audience,
      lti_registration_id: null,
      api_key: secrets.get(key.id) ?? `${key.secret_hint}...`,
      redirect_uri: key.redirect_uri,
      redirect_uris: key.redirect_uris.join('\n'),
      access_token_count: use?.count ?? 0,
      last_used_at: use?.last_used_at ?? null,
      unified_tool_id: key.unified_tool_id,
      vendor_code: key.vendor_code,
      public_jwk: key.public_jwk,
      public_jwk_url: key.public_jwk_url,
      allow_includes: key.allow_includes,
      ...(binding && { developer_key_account_binding: serializeBinding(ctx, binding) }),
      account_name: ctx.rootAccount.name,
      visible: key.visible,
      is_lti_key: false,
      is_lti_registration: false,
      id: globalId(key.id),
    });
  });
}

export async function serializeDeveloperKey(
  ctx: Context,
  key: DeveloperKeyRow,
  secret?: string,
): Promise<DeveloperKey> {
  const secrets = new Map(secret === undefined ? [] : [[key.id, secret]]);
  const [json] = await serializeDeveloperKeys(ctx, [key], secrets);
  return json as DeveloperKey;
}

export function serializeBinding(ctx: Context, binding: BindingRow): DeveloperKeyAccountBinding {
  return {
    id: globalId(binding.id),
    account_id: globalId(binding.account_id),
    developer_key_id: globalId(binding.developer_key_id),
    workflow_state: binding.workflow_state,
    account_owns_binding: binding.account_id === ctx.rootAccount.id,
  };
}

async function bindingsOf(ctx: Context, keyIds: readonly number[]): Promise<Map<number, BindingRow>> {
  const rows = await ctx.db
    .selectFrom('developer_key_account_bindings')
    .selectAll()
    .where('developer_key_id', '=', anyOf(keyIds))
    .where('account_id', '=', ctx.rootAccount.id)
    .execute();
  return new Map(rows.map((row) => [row.developer_key_id, row]));
}

async function usesOf(ctx: Context, keyIds: readonly number[]) {
  const rows = await ctx.db
    .selectFrom('access_tokens')
    .select((eb) => [
      'developer_key_id',
      eb.fn.countAll<number>().as('count'),
      eb.fn.max('last_used_at').as('last_used_at'),
    ])
    .where('developer_key_id', '=', anyOf(keyIds))
    .where('workflow_state', '=', 'active')
    .groupBy('developer_key_id')
    .execute();
  return new Map(rows.map((row) => [row.developer_key_id, row]));
}
