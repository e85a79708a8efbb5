import {
  type AppointmentGroup,
  appointmentGroups,
  mayManageAppointments,
  mayReadAppointments,
} from '../../domain/calendar-appointments.ts';
import { NotFound } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

/** `load: { appointments: appointmentGroup('id') }`; a deleted one is there, and nobody manages it. */
export const appointmentGroup = loads<AppointmentGroup, 'read' | 'manage'>({
  async find(ctx, text) {
    const id = parseNumber(text);
    const [group] = id === undefined ? [] : await appointmentGroups(ctx, [id]);
    if (!group) throw new NotFound();
    return group;
  },
  grants: (ctx, group, right) =>
    right === 'read' ? mayReadAppointments(ctx, group) : mayManageAppointments(ctx, group),
});
