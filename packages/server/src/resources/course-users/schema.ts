import { List, Optional, Shape, type Static } from '../../http/schema.ts';
import { Enrollment } from '../enrollments/schema.ts';
import { User } from '../users/schema.ts';

/** A user of a course, on request with his enrollments in it. */
export const CourseUser = Shape({ ...User.properties, enrollments: Optional(List(Enrollment)) });
export type CourseUser = Static<typeof CourseUser>;
