/**
 * Appointment groups: https://canvas.instructure.com/doc/api/appointment_groups.html
 * Differences from Canvas: docs/differences.md, "Calendar".
 *
 * Signing up for a slot is an operation of calendar events.
 */
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import nextAppointment from './next-appointment.ts';
import { listGroups, listUsers } from './participants.ts';
import show from './show.ts';
import update from './update.ts';

export default [list, create, show, update, destroy, listUsers, listGroups, nextAppointment];
