import {
  Anything,
  Count,
  Flag,
  Id,
  List,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';
import { Enrollment } from '../enrollments/schema.ts';
import { User } from '../users/schema.ts';

/** A student of a section, with his enrollment in it where that is asked for. */
export const Student = Shape({ ...User.properties, enrollments: Optional(List(Enrollment)) });
export type Student = Static<typeof Student>;

/** In the order in which Canvas sends it (accounts file 4). */
export const Section = Shape({
  id: Id,
  course_id: Id,
  name: Text,
  start_at: Nullable(Timestamp),
  end_at: Nullable(Timestamp),
  created_at: Timestamp,
  restrict_enrollments_to_section_dates: Nullable(Flag),
  nonxlist_course_id: Nullable(Id),
  sis_section_id: Optional(Nullable(Text)),
  sis_course_id: Optional(Nullable(Text)),
  integration_id: Optional(Nullable(Text)),
  sis_import_id: Optional(Nullable(Id)),
  /** Null where there are none. */
  students: Optional(Nullable(List(Student))),
  total_students: Optional(Count),
  passback_status: Optional(Nullable(Anything)),
  user_count: Optional(Count),
  permissions: Optional(Shape({ manage_calendar: Flag })),
});
export type Section = Static<typeof Section>;
