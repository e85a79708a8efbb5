import type { CourseRow } from '../../domain/course-access.ts';
import type { GroupCategoryRow } from '../../domain/group-access.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { course } from '../courses/load.ts';
import { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { importJob } from './import-job.ts';
import { tableOf } from './import-table.ts';
import { groupCategory } from './load.ts';
import { ownedByNobody } from './progress.ts';
import { isProtected } from './serialize.ts';

async function begin(ctx: Context, course: Pick<CourseRow, 'id'>, category: GroupCategoryRow | null) {
  const args = {
    group_category_id: category?.id ?? null,
    course_id: course.id,
    content: tableOf(ctx).toString('base64'),
    done: 0,
    seen: [],
    groups: [],
    users: [],
  };
  const context = category
    ? ({ type: 'GroupCategory', id: category.id } as const)
    : ({ type: 'Course', id: course.id } as const);
  const progress = await enqueue(ctx, importJob, args, {
    progress: { context, tag: 'course_group_import', completion: 0 },
  });
  return serializeProgress(ctx, await ownedByNobody(ctx, progress));
}

export const importGroups = operation('POST /api/v1/group_categories/{group_category_id}/import', {
  summary: 'Make groups of a set and put students into them, from a CSV file',
  load: { category: groupCategory('group_category_id') },
  requires: { category: 'add' },
  returns: Progress,
  async handle({ ctx, category }) {
    // Teachers may import into the groups that students make.
    if (isProtected(category) && category.role !== 'student_organized') {
      throw new Refusal(401, { status: 'unauthorized' });
    }
    if (category.context_type !== 'Course') {
      throw new Refusal(400, { message: 'Only groups of a course can be imported' });
    }
    return await begin(ctx, { id: category.context_id }, category);
  },
});

export const importTags = operation('POST /api/v1/courses/{course_id}/group_categories/import_tags', {
  summary: 'Make differentiation tags of a course and give them to students, from a CSV file',
  load: { course: course('course_id') },
  requires: { course: 'manage_tags_add' },
  returns: Progress,
  handle: ({ ctx, course }) => begin(ctx, course, null),
});
