import { type AnyContext, inContext, ofCourse, ofUser } from '../../domain/contexts.ts';
import { InvalidRecord, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { Id, List, Shape, Text } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { user } from '../users/load.ts';
import { applyRights, refuseNothing } from './apply.ts';
import { licenses } from './licenses.ts';
import { JUSTIFICATIONS, type Justification, UsageRights } from './schema.ts';
import { serializeUsageRights } from './serialize.ts';

export const Applied = Shape({ ...UsageRights.properties, message: Text, file_ids: List(Id) });

type SetParams = Params<'PUT /api/v1/courses/{course_id}/usage_rights'>;

export async function setUsageRights(ctx: Context, context: AnyContext, params: SetParams) {
  refuseNothing(params);
  if (!params.usage_rights) throw new Refusal(400, { message: "No 'usage_rights' object supplied" });
  const rights = await sameRights(ctx, context, params.usage_rights);
  const applied = await applyRights(ctx, context, params, rights, params.publish === true);
  return { ...serializeUsageRights(rights), ...applied };
}

/** Files that say the same share it. */
async function sameRights(ctx: Context, context: AnyContext, asked: NonNullable<SetParams['usage_rights']>) {
  const use_justification = JUSTIFICATIONS.find((each) => each === asked.use_justification);
  const notListed = [['inclusion', 'is not included in the list']] as const;
  if (!use_justification) throw new InvalidRecord({ use_justification: notListed });
  const license = asked.license || inferredLicense(use_justification);
  if (!licenses.some(({ id }) => id === license)) throw new InvalidRecord({ license: notListed });
  const owner = inContext(context) as { context_type: 'Course'; context_id: number };
  const values = { ...owner, use_justification, license, legal_copyright: asked.legal_copyright ?? null };
  await ctx.db
    .insertInto('usage_rights')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return await ctx.db
    .selectFrom('usage_rights')
    .selectAll()
    .where('context_type', '=', values.context_type)
    .where('context_id', '=', values.context_id)
    .where('use_justification', '=', use_justification)
    .where('license', '=', license)
    .where((eb) => eb(eb.fn.coalesce('legal_copyright', eb.val('')), '=', values.legal_copyright ?? ''))
    .executeTakeFirstOrThrow();
}

/** The most restrictive one that the justification leaves. */
function inferredLicense(justification: Justification): string {
  if (justification === 'public_domain') return 'public_domain';
  return justification === 'creative_commons' ? 'cc_by_nc_nd' : 'private';
}

export const setInCourse = operation('PUT /api/v1/courses/{course_id}/usage_rights', {
  summary: 'Say what one may do with files of a course',
  load: { course: course('course_id') },
  requires: { course: 'manage_files_edit' },
  returns: Applied,
  handle: ({ ctx, course, params }) => setUsageRights(ctx, ofCourse(course), params),
});

export const setOfUser = operation('PUT /api/v1/users/{user_id}/usage_rights', {
  summary: 'Say what one may do with files of one’s own',
  load: { user: user('user_id') },
  requires: { user: 'manage' },
  returns: Applied,
  handle: ({ ctx, user, params }) => setUsageRights(ctx, ofUser(user), params),
});
