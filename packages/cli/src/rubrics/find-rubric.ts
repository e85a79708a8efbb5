import { type AnswerOf, type Canvas, NotFoundError } from '@easel/client';
import { EXIT } from '../frame/exit-codes.ts';
import { Failure } from '../frame/failure.ts';

type Listed = AnswerOf<'GET /api/v1/courses/{course_id}/rubrics/{id}'>;

export interface Rubric {
  readonly id: string;
  readonly title: string;
  readonly points: number;
}

export const isNumber = (name: string): boolean => /^\d+$/.test(name);

/**
 * A rubric that a course lists, by its number or its title as it is written there. Undefined where there is none.
 * @throws Failure where several have that title
 */
export async function findRubric(
  canvas: Canvas,
  course_id: string,
  name: string,
): Promise<Rubric | undefined> {
  const path = { course_id };
  if (isNumber(name)) {
    return await canvas
      .call('GET /api/v1/courses/{course_id}/rubrics/{id}', { path: { course_id, id: name } })
      .then(asRubric, onlyNotFound);
  }
  const all = await canvas.list('GET /api/v1/courses/{course_id}/rubrics', { path }).toArray();
  const meant = all.filter(({ title }) => title === name);
  if (meant.length > 1) {
    throw new Failure(`The course ${course_id} has several rubrics of that title`, {
      exitCode: EXIT.usage,
      hint: `name one by its number: ${meant.map(({ id }) => `--rubric ${id}`).join(', ')}`,
    });
  }
  return meant[0] && asRubric(meant[0]);
}

function onlyNotFound(error: unknown): undefined {
  if (!(error instanceof NotFoundError)) throw error;
}

const asRubric = ({ id, title, points_possible }: Listed): Rubric => ({
  id: String(id),
  title: title ?? '',
  points: points_possible ?? 0,
});
