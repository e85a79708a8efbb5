import { overrideList } from '../../domain/override-data.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { isParams, type RackParams, type RackValue } from '../../http/rack-params.ts';
import { List, Nullable } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { named } from './batch.ts';
import { AssignmentOverride } from './schema.ts';
import { serializeOverride } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/assignments/overrides', {
  summary: 'Some overrides of a course, in the order asked for; null for what there isn’t',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: List(Nullable(AssignmentOverride)),
  async handle({ ctx, course, params }) {
    const list = readList(params.assignment_overrides);
    const { overridesIn, assignments } = await named(ctx, course, list);
    const known = [...assignments.keys()].flatMap((id) => [...overridesIn(id)]);
    return list.map((each) => {
      const found = known.find(({ id }) => id === Number(each['id']));
      return found ? serializeOverride(found) : null;
    });
  },
});

function readList(sent: RackValue | undefined): RackParams[] {
  if (sent === undefined || sent === null || sent === '' || overrideList(sent)?.length === 0) {
    throw new Refusal(400, { errors: ['no assignment_overrides values present'] });
  }
  const list = overrideList(sent);
  const isNamed = (each: RackValue): each is RackParams =>
    isParams(each) && each['id'] !== undefined && each['assignment_id'] !== undefined;
  if (!list?.every(isNamed)) {
    throw new Refusal(400, { errors: ['must specify an array with entry format { id, assignment_id }'] });
  }
  return list;
}
