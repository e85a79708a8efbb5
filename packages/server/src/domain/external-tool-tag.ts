/** `external_tool_tag_attributes`: the tool that an assignment opens. */
import type { JsonValue } from '../db/json-columns.ts';
import { InvalidRecord } from '../errors.ts';
import type { AssignmentRow } from './assignment-dates.ts';
import type { AssignmentParams } from './assignment-params.ts';

type Tag = NonNullable<AssignmentRow['external_tool_tag_attributes']>;

/**
 * The tag after a change: what isn't said of it stays. Undefined where nothing is said.
 *
 * @throws InvalidRecord
 */
export function toolTag(
  { external_tool_tag_attributes: sent }: AssignmentParams,
  before: Pick<AssignmentRow, 'external_tool_tag_attributes'>,
): Tag | undefined {
  if (sent === undefined) return undefined;
  const { url, new_tab, content_type, content_id, external_data, custom_params, title, iframe, line_item } =
    sent;
  refuseCustomParams(custom_params);
  const id = /^\d+$/.test(content_id ?? '') ? Number(content_id) : undefined;
  const said: Record<string, JsonValue | undefined> = {
    url: url === undefined ? undefined : url || null,
    new_tab,
    ...(id !== undefined &&
      isToolType(content_type) && { content_type: 'ContextExternalTool', content_id: id }),
    external_data: parsed(external_data),
    custom_params: custom_params === '' ? {} : custom_params,
    title: title === undefined ? undefined : title || null,
    iframe,
    line_item,
  };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return { ...before.external_tool_tag_attributes, ...Object.fromEntries(given) } as Tag;
}

/** Canvas writes the type in either way, and takes none for this one. */
const isToolType = (type: string | null | undefined): boolean =>
  !type || type === 'ContextExternalTool' || type === 'context_external_tool';

/** An object, or the text of one. */
function parsed(data: JsonValue | undefined): JsonValue | undefined {
  if (typeof data !== 'string' || data === '') return data;
  try {
    return JSON.parse(data);
  } catch {
    throw new InvalidRecord({ external_data: ['must be JSON'] });
  }
}

/** LTI 1.3 knows texts by names, and nothing inside of others. */
function refuseCustomParams(params: JsonValue | undefined): void {
  if (params === undefined || params === null || params === '') return;
  const isFlat =
    typeof params === 'object' &&
    !Array.isArray(params) &&
    Object.values(params).every((value) => value === null || typeof value !== 'object');
  if (isFlat) return;
  const message = 'Invalid custom parameters. Please ensure they match the LTI 1.3 specification.';
  throw new InvalidRecord({ custom_params: [['invalid', message]] });
}
