/** `assignment[…]` as it is sent, and what about it is wrong before anything is looked up. Source: lib/api/v1/assignment.rb */
import { type FieldErrors, InvalidRecord } from '../errors.ts';
import type { Params } from '../http/operation.ts';
import { overrideList } from './override-data.ts';

export type AssignmentParams = NonNullable<
  Params<'PUT /api/v1/courses/{course_id}/assignments/{id}'>['assignment']
>;

/** Canvas's ISO8601_REGEX: the zone may be missing, the time may not. */
const ISO_8601 =
  /^-?\d{4}-(?:1[0-2]|0[1-9])-(?:3[01]|0[1-9]|[12]\d)T(?:2[0-3]|[01]\d):[0-5]\d:(?:60|[0-5]\d)(?:\.\d+)?(?:Z|[+-](?:2[0-3]|[01]\d):[0-5]\d)?$/;

export const DATES = ['due_at', 'lock_at', 'unlock_at', 'peer_reviews_assign_at'] as const;

/** Those that mastery paths alone take are missing here: no course has them. */
const SUBMISSION_TYPES = new Set([
  'online_quiz',
  'none',
  'on_paper',
  'discussion_topic',
  'external_tool',
  'online_upload',
  'online_text_entry',
  'online_url',
  'media_recording',
  'not_graded',
  'student_annotation',
  '',
]);

/** Of texts that one column holds. */
export const MAX_TEXT = 255;

/**
 * @param unpublished whether the assignment is none yet that students see
 * @throws InvalidRecord, empty where Canvas says no more
 */
export function refuseMalformed(params: AssignmentParams, unpublished: boolean): void {
  if ((params.allowed_extensions?.join(',').length ?? 0) > MAX_TEXT) {
    fail('allowed_extensions', `Value too long, allowed length is ${MAX_TEXT}`);
  }
  const { assignment_overrides: overrides } = params;
  // A form can't send an empty list, only a blank in its place.
  if (overrides !== undefined && overrides !== null && overrides !== '' && !overrideList(overrides)) {
    throw new InvalidRecord({});
  }
  const group = params.assignment_group_id;
  if (group && !(Number.parseInt(group, 10) > 0)) fail('assignment_group_id', 'must be a positive number');
  refuseDates(params);
  refuseTypes(params, unpublished);
}

function fail(name: string, message: string): never {
  throw new InvalidRecord({ [`assignment[${name}]`]: [message] });
}

function refuseDates(params: AssignmentParams): void {
  const errors: Record<string, FieldErrors[string]> = {};
  for (const name of DATES) {
    const value = params[name];
    if (value && !ISO_8601.test(value)) errors[`assignment[${name}]`] = [`Invalid datetime for ${name}`];
  }
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
}

function refuseTypes(
  { submission_types: types, annotatable_attachment_id }: AssignmentParams,
  unpublished: boolean,
) {
  if (!types) return;
  const isValid = (type: string) =>
    SUBMISSION_TYPES.has(type) || (type === 'default_external_tool' && unpublished);
  if (!types.every(isValid)) fail('submission_types', 'Invalid submission types');
  if (types.includes('student_annotation') && annotatable_attachment_id === undefined) {
    throw new InvalidRecord({});
  }
}
