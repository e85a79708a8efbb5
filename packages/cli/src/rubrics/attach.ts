import { AuthorizationError, type Canvas, NotFoundError, ValidationError } from '@easel/client';
import { WithHints } from '../frame/failure.ts';
import { remark, say, type Terminal } from '../frame/terminal.ts';
import { printable } from '../output/printable.ts';
import { changes, type PlannedItem } from './plan.ts';
import { type CoursePlan, sayItem } from './show-plan.ts';

export interface Carrying {
  readonly plans: readonly CoursePlan[];
  readonly usesForGrading: boolean;
  readonly json: boolean;
}

/**
 * Does what is planned, one after the other. What Canvas refuses is told at the end; anything worse ends it. The same command
 * goes on where this one stopped, since it leaves alone what is attached.
 * @returns how many things were changed
 */
export async function attachAll(
  terminal: Terminal,
  canvas: Canvas,
  { plans, usesForGrading, json }: Carrying,
): Promise<number> {
  const refused: { item: PlannedItem; error: unknown }[] = [];
  let done = 0;
  for (const plan of plans) {
    // Of another course: the copy that the first call makes serves for the others.
    let rubricId = plan.rubric?.id ?? '';
    for (const item of plan.items.filter(changes)) {
      terminal.signal.throwIfAborted();
      try {
        const { rubric, rubric_association } = await attach(
          canvas,
          plan.course.id,
          rubricId,
          item,
          usesForGrading,
        );
        rubricId = String(rubric.id);
        done++;
        if (json) sayItem(terminal, plan, item, { done: true, rubric_association_id: rubric_association.id });
        else say(terminal, `${DONE[item.action as keyof typeof DONE]}: ${printable(item.title)}`);
      } catch (error) {
        if (!isOfOneThing(error)) throw new WithHints(error, [`${done} were done; the same command goes on`]);
        refused.push({ item, error });
      }
    }
  }
  for (const { item, error } of refused) {
    remark(terminal, `easel: not attached: ${printable(item.title)}: ${printable(String(error))}`);
  }
  const [first] = refused;
  if (first)
    throw new WithHints(first.error, [`${done} were done; the same command goes on with the others`]);
  return done;
}

const DONE = { attach: 'attached', change: 'changed', replace: 'replaced' } as const;

interface Attached {
  rubric: { id: string };
  rubric_association: { id: string };
}

async function attach(
  canvas: Canvas,
  course_id: string,
  rubricId: string,
  { assignment_id }: PlannedItem,
  use_for_grading: boolean,
): Promise<Attached> {
  const answer = await canvas.call('POST /api/v1/courses/{course_id}/rubric_associations', {
    path: { course_id },
    params: {
      rubric_association: {
        rubric_id: Number(rubricId),
        association_type: 'Assignment',
        association_id: Number(assignment_id),
        purpose: 'grading',
        use_for_grading,
      },
    },
  });
  return answer as unknown as Attached;
}

/** The others may still go through. */
const isOfOneThing = (error: unknown): boolean =>
  error instanceof ValidationError || error instanceof AuthorizationError || error instanceof NotFoundError;
