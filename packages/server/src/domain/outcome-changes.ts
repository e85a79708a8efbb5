/** What may be written into an outcome: said once for creating, changing and importing one. */
import type { Updateable } from 'kysely';
import type { LearningOutcomesTable } from '../db/tables/index.ts';
import type { FieldErrors } from '../errors.ts';
import { enabledFeatures } from './features.ts';
import {
  type CalculationMethod,
  calculationInts,
  calculationMethods,
  isCalculationMethod,
} from './outcome-calculation.ts';
import type { Scale } from './outcome-ratings.ts';
import { sortKey } from './sort-key.ts';

const MAX_STRING = 255;
/** Canvas measures bytes of a column that holds 64 KB. */
const MAX_TEXT = 64 * 1024 - 1;

export const usualMethod: CalculationMethod = 'decaying_average';

export interface OutcomeFields {
  title: string | null;
  display_name: string | null;
  description: string | null;
  vendor_guid: string | null;
  calculation_method: string;
  calculation_int: number | null;
}

export const usualInt = (method: string): number | null =>
  isCalculationMethod(method) ? (calculationInts[method]?.usual ?? null) : null;

/**
 * As it is stored: behind a feature flag of Canvas's the newer decaying average is a method of its own, without it another
 * word for the older one.
 */
export const storedMethod = (method: string): string =>
  method === 'standard_decaying_average' && !enabledFeatures.has('outcomes_new_decaying_average_calculation')
    ? 'decaying_average'
    : method;

/** How a new outcome reckons; a value without its method is ignored. */
export function newCalculation(method: string | null | undefined, int: number | null | undefined) {
  const calculation_method = storedMethod(method || usualMethod);
  return {
    calculation_method,
    calculation_int: (method ? int : undefined) ?? usualInt(calculation_method),
  };
}

/** How an outcome reckons after a change: another method comes with its usual value unless one is given with it. */
export function changedCalculation(
  before: Pick<OutcomeFields, 'calculation_method' | 'calculation_int'>,
  method: string | null | undefined,
  int: number | null | undefined,
) {
  const calculation_method = storedMethod(
    method === undefined ? before.calculation_method : (method ?? usualMethod),
  );
  const given = int === undefined ? before.calculation_int : int;
  if (calculation_method === before.calculation_method) {
    return { calculation_method, calculation_int: given ?? usualInt(calculation_method) };
  }
  const keepsNone = calculation_method === 'highest' || calculation_method === 'latest';
  const isNew = int !== undefined && int !== before.calculation_int;
  return { calculation_method, calculation_int: isNew && !keepsNone ? given : usualInt(calculation_method) };
}

/** What is wrong with an outcome, by Canvas's names of the columns; empty where nothing is. */
export function outcomeErrors(fields: OutcomeFields): FieldErrors {
  const { title, display_name, description, vendor_guid, calculation_method } = fields;
  return {
    ...tooLong('description', description && Buffer.byteLength(description) > MAX_TEXT, MAX_TEXT),
    ...tooLong('short_description', (title?.length ?? 0) > MAX_STRING, MAX_STRING),
    ...tooLong('vendor_guid', (vendor_guid?.length ?? 0) > MAX_STRING, MAX_STRING),
    ...tooLong('display_name', (display_name?.length ?? 0) > MAX_STRING, MAX_STRING),
    ...(!isCalculationMethod(calculation_method) && { calculation_method: [unknownMethod] }),
    ...((title ?? '').trim() === '' && { short_description: ['blank'] }),
    ...intError(fields),
  };
}

const tooLong = (field: string, isTooLong: unknown, most: number): FieldErrors =>
  isTooLong ? { [field]: [['too_long', `is too long (maximum is ${most} characters)`]] } : {};

const unknownMethod = [
  'inclusion',
  `calculation_method must be one of the following: [${calculationMethods.map((each) => `"${each}"`).join(', ')}]`,
] as const;

function intError({ calculation_method, calculation_int }: OutcomeFields): FieldErrors {
  if (!isCalculationMethod(calculation_method)) return {};
  const valid = calculationInts[calculation_method];
  if (valid === null) {
    if (calculation_int === null) return {};
    return { calculation_int: ['A calculation value is not used with this calculation method'] };
  }
  const { least, most } = valid;
  if (calculation_int !== null && calculation_int >= least && calculation_int <= most) return {};
  return {
    calculation_int: [
      `'${calculation_int ?? ''}' is not a valid value for this calculation method. The value must be between '${least}' and '${most}'`,
    ],
  };
}

/** Columns of fields that `outcomeErrors` found in order. */
export function outcomeColumns(fields: OutcomeFields, scale: Scale) {
  return {
    ...fields,
    title: fields.title as string,
    title_key: sortKey(fields.title as string),
    ratings: JSON.stringify(scale.ratings),
    mastery_points: scale.mastery_points,
    points_possible: scale.points_possible,
  } satisfies Updateable<LearningOutcomesTable>;
}

/** What is wrong with a group of outcomes; empty where nothing is. */
export function outcomeGroupErrors({
  title,
  description,
  vendor_guid,
}: Pick<OutcomeFields, 'title' | 'description' | 'vendor_guid'>): FieldErrors {
  return {
    ...tooLong('vendor_guid', (vendor_guid?.length ?? 0) > MAX_STRING, MAX_STRING),
    ...tooLong('description', description && Buffer.byteLength(description) > MAX_TEXT, MAX_TEXT),
    ...tooLong('title', (title?.length ?? 0) > MAX_STRING, MAX_STRING),
    ...((title ?? '').trim() === '' && { title: ['blank'] }),
  };
}
