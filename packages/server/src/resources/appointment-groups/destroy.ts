import { operation } from '../../http/operation.ts';
import { appointmentGroup } from './load.ts';
import { AppointmentGroup } from './schema.ts';
import { serializeAppointmentGroup } from './serialize.ts';
import { deleteSlots } from './slots.ts';

export default operation('DELETE /api/v1/appointment_groups/{id}', {
  summary: 'Delete an appointment group with its slots and who has signed up',
  load: { appointments: appointmentGroup('id') },
  requires: { appointments: 'manage' },
  returns: AppointmentGroup,
  async handle({ ctx, appointments: group }) {
    await deleteSlots(ctx, group);
    await ctx.db
      .updateTable('appointment_groups')
      .set({ workflow_state: 'deleted', updated_at: ctx.now })
      .where('id', '=', group.id)
      .execute();
    return await serializeAppointmentGroup(ctx, {
      ...group,
      workflow_state: 'deleted',
      updated_at: ctx.now,
    });
  },
});
