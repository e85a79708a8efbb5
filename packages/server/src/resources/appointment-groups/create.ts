import { appointmentGroups, type AppointmentGroup as Group } from '../../domain/calendar-appointments.ts';
import { addSlots } from '../../domain/calendar-slots.ts';
import { NotFound } from '../../errors.ts';
import { operation, Reply } from '../../http/operation.ts';
import { addCourses, addSections, categoryNamed } from './places.ts';
import { AppointmentGroup } from './schema.ts';
import { serializeAppointmentGroup } from './serialize.ts';
import { coursesNamed, fieldsOf, slotTimes } from './write.ts';

export default operation('POST /api/v1/appointment_groups', {
  summary: 'Make an appointment group with its slots',
  // The right is one in the courses that the parameters name.
  requires: 'public',
  returns: AppointmentGroup,
  async handle({ ctx, params: { appointment_group: params } }) {
    if (!params?.context_codes?.length) throw new NotFound();
    const courses = await coursesNamed(ctx, params.context_codes);
    const codes = params.sub_context_codes ?? [];
    const fields = fieldsOf(params);
    const { id } = await ctx.db
      .insertInto('appointment_groups')
      .values({
        ...fields,
        title: fields.title ?? '',
        group_category_id: await categoryNamed(ctx, courses, codes),
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await addCourses(ctx, id, courses);
    await addSections(ctx, id, courses, codes);
    const [made] = await appointmentGroups(ctx, [id]);
    const added = await addSlots(ctx, made as Group, slotTimes(ctx, params));
    const [group] = await appointmentGroups(ctx, [id]);
    return new Reply(201, await serializeAppointmentGroup(ctx, group as Group, { added }));
  },
});
