/** What a person may answer to the invitation into a course, by what his enrollment is worth now. */
import { demand } from '../../domain/demand.ts';
import type { EnrollmentRow } from '../../domain/enrolling.ts';
import { type EnrollmentDateState, effectiveState } from '../../domain/enrollment-dates.ts';
import { standingOfOne } from '../../domain/enrollment-standing.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { Flag, Shape } from '../../http/schema.ts';

export const Success = Shape({ success: Flag });

/** @throws Unauthorized for whoever isn't invited himself */
export async function ownStateIn(ctx: Context, enrollment: EnrollmentRow): Promise<EnrollmentDateState> {
  await demand(ctx, enrollment.user_id === ctx.me.id);
  return effectiveState(await standingOfOne(ctx, enrollment));
}

/** @throws Refusal where there is no invitation to answer */
export function demandInvitation(enrollment: EnrollmentRow, state: EnrollmentDateState): void {
  if (state === 'inactive') throw new Refusal(400, { error: 'membership not activated' });
  if (enrollment.self_enrolled) throw new Refusal(400, { error: 'self enroll' });
  if (state !== 'invited') throw new Refusal(400, { error: 'no current invitation' });
}
