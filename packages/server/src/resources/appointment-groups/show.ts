import { operation } from '../../http/operation.ts';
import { appointmentGroup } from './load.ts';
import { AppointmentGroup } from './schema.ts';
import { serializeAppointmentGroup } from './serialize.ts';

export default operation('GET /api/v1/appointment_groups/{id}', {
  summary: 'One appointment group with its slots',
  load: { appointments: appointmentGroup('id') },
  requires: { appointments: 'read' },
  returns: AppointmentGroup,
  handle: ({ ctx, appointments: group, params: { include = [] } }) =>
    serializeAppointmentGroup(ctx, group, { include: [...include, 'appointments'] }),
});
