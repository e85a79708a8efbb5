import { Id, Nullable, Shape, type Static, Text } from '../../http/schema.ts';

export const CourseNickname = Shape({ course_id: Id, name: Text, nickname: Nullable(Text) });
export type CourseNickname = Static<typeof CourseNickname>;
