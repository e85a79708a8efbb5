import { sql } from 'kysely';
import { withPlaces } from '../../domain/calendar-appointments.ts';
import { operation } from '../../http/operation.ts';
import { paginate, paginateArray } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { manageable, reservable } from './find.ts';
import { AppointmentGroup } from './schema.ts';
import { serializeAppointmentGroups } from './serialize.ts';

export default operation('GET /api/v1/appointment_groups', {
  summary: 'The appointment groups that I may sign up in, or those that I manage',
  requires: 'user',
  returns: List(AppointmentGroup),
  async handle({ ctx, params }) {
    const { include, include_past_appointments: includePast = false } = params;
    const asked = { codes: params.context_codes, includePast };
    const groups =
      params.scope === 'manageable'
        ? paginateArray(ctx, await manageable(ctx, asked))
        : await withPlaces(
            ctx,
            await paginate(ctx, reservable(ctx, asked), {
              kind: 'total',
              order: [{ by: sql`coalesce(appointment_groups.start_at, 'infinity')` }],
              key: 'appointment_groups.id',
            }),
          );
    return await serializeAppointmentGroups(ctx, groups, { include, includePast });
  },
});
