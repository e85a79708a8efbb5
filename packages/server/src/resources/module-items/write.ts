/** The parameters of `module_item[…]` that making and changing an item share. */
import type { Updateable } from 'kysely';
import type { ModuleItemsTable } from '../../db/tables/index.ts';
import type { ItemContent, ModuleItem } from '../../domain/module-items.ts';
import { InvalidRecord } from '../../errors.ts';
import type { Params } from '../../http/operation.ts';

export type NewItemParams = NonNullable<
  Params<'POST /api/v1/courses/{course_id}/modules/{module_id}/items'>['module_item']
>;
export type ItemParams = NonNullable<
  Params<'PUT /api/v1/courses/{course_id}/modules/{module_id}/items/{id}'>['module_item']
>;

const FITTING_ALL = ['must_view', 'must_mark_done', 'must_contribute'] as const;
const FITTING_GRADED = ['must_submit', 'min_score', 'min_percentage'] as const;

type RequirementColumns = Pick<
  Updateable<ModuleItemsTable>,
  'requirement_type' | 'min_score' | 'min_percentage'
>;

const none: RequirementColumns = { requirement_type: null, min_score: null, min_percentage: null };

/**
 * What an item asks for; blank for nothing. A requirement that doesn't fit the item is dropped.
 * @throws InvalidRecord for a type that is none
 */
export function requirementColumns(
  asked: ItemParams['completion_requirement'] | null,
  content: Pick<ItemContent, 'assignment'> | undefined,
): RequirementColumns {
  if (asked === undefined) return {};
  if (asked === null || Object.keys(asked).length === 0) return none;
  const { type, min_score, min_percentage } = asked;
  const fitsAll = FITTING_ALL.find((each) => each === type);
  if (fitsAll) return { ...none, requirement_type: fitsAll };
  const graded = FITTING_GRADED.find((each) => each === type);
  if (!graded) throw new InvalidRecord({ completion_requirement: ['Invalid completion requirement type'] });
  if (!content?.assignment) return none;
  return {
    requirement_type: graded,
    min_score: graded === 'min_score' ? (min_score ?? null) : null,
    min_percentage: graded === 'min_percentage' ? (min_percentage ?? null) : null,
  };
}

/**
 * The address of a link or a tool; `http://` where it has no protocol.
 * @throws InvalidRecord for what is none
 */
export function validUrl(url: string | null | undefined): string | null {
  if (url === undefined || url === null) return null;
  const text = /^[a-z][a-z0-9+.-]*:/i.test(url.trim()) ? url.trim() : `http://${url.trim()}`;
  const parsed = URL.parse(text);
  if (!parsed?.hostname || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new InvalidRecord({ url: ['is not a valid URL'] });
  }
  return text;
}

export const hasAddress = ({ type }: Pick<ModuleItem, 'type'>): boolean =>
  type === 'ExternalUrl' || type === 'ExternalTool';
