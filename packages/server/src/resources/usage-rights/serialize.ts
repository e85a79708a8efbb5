import type { Selectable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { UsageRightsTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import { licenseName } from './licenses.ts';
import type { UsageRights } from './schema.ts';

export function serializeUsageRights(rights: Selectable<UsageRightsTable>): UsageRights {
  const { use_justification, license, legal_copyright } = rights;
  return { use_justification, license, legal_copyright, license_name: licenseName(license) };
}

/** The usage rights of some files, in one query; null for those without. */
export async function usageRightsOf(
  ctx: Context,
  files: readonly { usage_rights_id: number | null }[],
): Promise<(file: { usage_rights_id: number | null }) => UsageRights | null> {
  const ids = files.flatMap(({ usage_rights_id }) => usage_rights_id ?? []);
  const rows =
    ids.length === 0
      ? []
      : await ctx.db.selectFrom('usage_rights').selectAll().where('id', '=', anyOf(ids)).execute();
  const byId = new Map(rows.map((row) => [row.id, serializeUsageRights(row)]));
  return ({ usage_rights_id }) => byId.get(usage_rights_id ?? 0) ?? null;
}
