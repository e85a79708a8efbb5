import {
  appointmentGroups,
  courseCodes,
  type AppointmentGroup as Group,
} from '../../domain/calendar-appointments.ts';
import { addSlots } from '../../domain/calendar-slots.ts';
import { MissingParameter } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { appointmentGroup } from './load.ts';
import { addCourses, addSections } from './places.ts';
import { AppointmentGroup } from './schema.ts';
import { serializeAppointmentGroup } from './serialize.ts';
import { renameSlots } from './slots.ts';
import { coursesNamed, fieldsOf, type GroupParams, slotTimes } from './write.ts';

export default operation('PUT /api/v1/appointment_groups/{id}', {
  summary: 'Change an appointment group, publish it, add slots and courses',
  load: { appointments: appointmentGroup('id') },
  requires: { appointments: 'manage' },
  returns: AppointmentGroup,
  async handle({ ctx, appointments: group, params: { appointment_group: params } }) {
    if (!params) throw new MissingParameter('appointment_group');
    await addPlaces(ctx, group, params);
    await ctx.db
      .updateTable('appointment_groups')
      .set({ ...fieldsOf(params, group), updated_at: ctx.now })
      .where('id', '=', group.id)
      .execute();
    const [changed] = await appointmentGroups(ctx, [group.id]);
    await renameSlots(ctx, changed as Group);
    const added = await addSlots(ctx, changed as Group, slotTimes(ctx, params));
    const [shown] = await appointmentGroups(ctx, [group.id]);
    return await serializeAppointmentGroup(ctx, shown as Group, { added });
  },
});

/** Courses can be added, with sections of theirs, and never taken away; groups of one course stay there. */
async function addPlaces(ctx: Context, group: Group, params: GroupParams): Promise<void> {
  const present = new Set(courseCodes(group));
  const codes = (params.context_codes ?? []).filter((code) => !present.has(code));
  if (codes.length === 0 || group.group_category_id !== null) return;
  const courses = await coursesNamed(ctx, codes);
  await addCourses(ctx, group.id, courses, group.courses.length);
  await addSections(ctx, group.id, courses, params.sub_context_codes ?? []);
}
