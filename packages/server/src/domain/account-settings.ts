/** Settings that an account hands down to the accounts and courses below it. */
import { anyOf } from '../db/any-of.ts';
import type { JsonValue } from '../db/json-columns.ts';
import type { Context } from '../http/context.ts';

export type StoredSettings = Record<string, JsonValue>;

/** What holds at the end of a chain. */
export interface InheritedSetting {
  /** Undefined where nobody in the chain has said anything. */
  readonly value: JsonValue | undefined;
  /** Can't be chosen otherwise further down. */
  readonly locked: boolean;
  /** Said by an account above the last of the chain. */
  readonly inherited: boolean;
}

/**
 * Of those that lock, the account nearest to the root decides, since nothing below it had a say; where nobody
 * locks, the last of the chain that said anything.
 *
 * @param chain the accounts' settings from the root down
 */
export function inheritedSetting(chain: readonly StoredSettings[], name: string): InheritedSetting {
  let decided: InheritedSetting = { value: undefined, locked: false, inherited: false };
  for (const [index, settings] of chain.entries()) {
    const entry = settings[name];
    if (entry === undefined || entry === null) continue;
    const said = typeof entry === 'object' && !Array.isArray(entry) ? entry : { value: entry };
    decided = {
      value: said['value'] ?? decided.value,
      locked: said['locked'] === true,
      inherited: index < chain.length - 1,
    };
    if (decided.locked) break;
  }
  return decided;
}

/** What each of some accounts and those above it say, from the root down, in one query. */
export function settingsAlong(
  ctx: Context,
  accountIds: readonly number[],
): Promise<Map<number, StoredSettings[]>> {
  const ids = [...new Set(accountIds)].sort((a, b) => a - b);
  return ctx.once(`settingsAlong:${ids}`, async () => {
    const rows = await ctx.db
      .selectFrom('accounts')
      .innerJoin('accounts as up', (join) => join.on((eb) => eb('up.id', '=', eb.fn.any('accounts.path'))))
      .select(['accounts.id', 'up.settings'])
      .where('accounts.id', '=', anyOf(ids))
      .orderBy((eb) => eb.fn('cardinality', ['up.path']))
      .execute();
    const byAccount = Map.groupBy(rows, ({ id }) => id);
    return new Map([...byAccount].map(([id, chain]) => [id, chain.map(({ settings }) => settings)]));
  });
}

type Part = 'value' | 'locked';
const lockable: readonly Part[] = ['value', 'locked'];
const valueOnly: readonly Part[] = ['value'];

/** The yes-or-no settings that the API changes, each with what it may say of it. */
const FLAGS: Readonly<Record<string, readonly Part[]>> = {
  restrict_student_past_view: lockable,
  restrict_student_future_view: lockable,
  restrict_student_future_listing: lockable,
  restrict_quantitative_data: lockable,
  lock_all_announcements: lockable,
  usage_rights_required: lockable,
  conditional_release: lockable,
  allow_assign_to_differentiation_tags: lockable,
  lock_outcome_proficiency: lockable,
  lock_proficiency_calculation: lockable,
  enable_as_k5_account: valueOnly,
  use_classic_font_in_k5: valueOnly,
};

const NAME_LENGTH = 'sis_assignment_name_length_input';
const LONGEST_NAME = 255;

/** Whether the API changes a setting; Canvas ignores any other. */
export const isChangeable = (name: string): boolean => Object.hasOwn(FLAGS, name) || name === NAME_LENGTH;

/**
 * The settings after a change. What is said of a setting replaces all that was said of it before: `locked` alone
 * takes the value away, and saying nothing removes it.
 *
 * @param flag how a request spells yes and no
 */
export function changedSettings(
  stored: StoredSettings,
  asked: Readonly<Record<string, unknown>>,
  flag: (value: unknown) => boolean,
): StoredSettings {
  const changed: StoredSettings = { ...stored };
  for (const [name, value] of Object.entries(asked)) {
    if (!isChangeable(name) || !isObject(value)) continue;
    const said = name === NAME_LENGTH ? nameLength(value) : flags(FLAGS[name] ?? [], value, flag);
    if (said['value'] === undefined && said['locked'] !== true) Reflect.deleteProperty(changed, name);
    else changed[name] = said;
  }
  return changed;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function flags(
  parts: readonly Part[],
  said: Readonly<Record<string, unknown>>,
  flag: (v: unknown) => boolean,
) {
  const given = parts.filter((part) => said[part] !== undefined && said[part] !== null);
  return Object.fromEntries(given.map((part) => [part, flag(said[part])]));
}

/** How long an assignment's name may be for the SIS; anything that is no such length is the longest. */
function nameLength(said: Readonly<Record<string, unknown>>): Record<string, string> {
  const text = String(said['value'] ?? '');
  const fits = /^\d+$/.test(text) && String(Number(text)) === text && Number(text) <= LONGEST_NAME;
  return { value: fits ? text : String(LONGEST_NAME) };
}
