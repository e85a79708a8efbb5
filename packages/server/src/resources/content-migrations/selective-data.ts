import type { ContentOverview, OverviewItem } from '../../db/json-columns.ts';
import type { MigrationRow } from '../../domain/copying/access.ts';
import { folderKey } from '../../domain/copying/narrow.ts';
import { overviewOf } from '../../domain/copying/overview.ts';
import { readCourse } from '../../domain/copying/read-course.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { List } from '../../http/schema.ts';
import { anyContentRight, migration, places } from './load.ts';
import { SelectiveItem } from './schema.ts';

/** In Canvas's order, with what each is called. */
const KINDS: Readonly<Record<string, string>> = {
  context_modules: 'Modules',
  assignments: 'Assignments',
  quizzes: 'Quizzes',
  assessment_question_banks: 'Question Banks',
  discussion_topics: 'Discussion Topics',
  wiki_pages: 'Pages',
  context_external_tools: 'External Tools',
  tool_profiles: 'Tool Profiles',
  announcements: 'Announcements',
  calendar_events: 'Calendar Events',
  rubrics: 'Rubrics',
  groups: 'Student Groups',
  learning_outcomes: 'Learning Outcomes',
  attachments: 'Files',
};

export default inContexts(places, 'GET /api/v1/{context}/content_migrations/{id}/selective_data', {
  summary: 'What there is to choose from',
  load: { migration: migration('id') },
  requires: { context: anyContentRight },
  returns: List(SelectiveItem),
  async handle({ ctx, migration, params: { type } }) {
    if (type && !(type in KINDS) && !type.startsWith('submodules_')) {
      throw new Refusal(400, { message: 'unsupported migration type' });
    }
    const overview = await overviewFor(ctx, migration);
    if (!overview) throw new Refusal(400, { message: "course hasn't been converted" });
    const place = `${migration.context_type.toLowerCase()}s/${migration.context_id}`;
    const url = ctx.url(`/api/v1/${place}/content_migrations/${migration.id}/selective_data`);
    return type ? itemsOf(overview, type) : kindsOf(overview, url);
  },
});

/** Of a course it is read anew; of a package it was kept. */
async function overviewFor(ctx: Context, migration: MigrationRow): Promise<ContentOverview | null> {
  if (migration.source_course_id === null) return migration.overview;
  const source = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', migration.source_course_id)
    .executeTakeFirstOrThrow();
  return overviewOf(await readCourse(ctx, source, null));
}

function kindsOf({ has_settings, has_syllabus, kinds }: ContentOverview, url: string): SelectiveItem[] {
  const whole = (type: string, title: string) => ({ type, property: `copy[all_${type}]`, title });
  return [
    ...(has_settings ? [whole('course_settings', 'Course Settings')] : []),
    ...(has_syllabus ? [whole('syllabus_body', 'Syllabus Body')] : []),
    ...Object.entries(KINDS).flatMap(([type, title]) => {
      const count = kinds[type]?.length ?? 0;
      if (count === 0) return [];
      // Outcomes are taken all or none, as Canvas still has it.
      const list = type === 'learning_outcomes' ? {} : { sub_items_url: `${url}?type=${type}` };
      return [{ ...whole(type, title), count, ...list }];
    }),
  ];
}

const node = (type: string, { key, title, item_count, linked }: OverviewItem): SelectiveItem => ({
  type,
  property: `copy[${type}][id_${key}]`,
  title,
  migration_id: key,
  ...(item_count !== undefined && { item_count }),
  ...(linked && {
    linked_resource: {
      type: linked.type,
      migration_id: linked.key,
      property: `copy[${linked.type}][id_${linked.key}]`,
      message:
        linked.type === 'assignments'
          ? `linked with Assignment '${linked.title}'`
          : `linked with Discussion Topic '${linked.title}'`,
    },
  }),
});

function itemsOf({ kinds }: ContentOverview, type: string): SelectiveItem[] {
  const items = kinds[type] ?? [];
  if (type === 'assignments') {
    const groups = (kinds['assignment_groups'] ?? []).map((group) => {
      const inside = items.filter((item) => item.group === group.key);
      const sub_items = inside.map((item) => node(type, item));
      return { ...node('assignment_groups', group), ...(sub_items.length > 0 && { sub_items }) };
    });
    return [...groups, ...items.filter(({ group }) => !group).map((item) => node(type, item))];
  }
  if (type !== 'attachments') return items.map((item) => node(type, item));
  const folders = [...new Set(items.map(({ folder = '' }) => folder))].sort();
  return folders.map((folder) => {
    const key = folderKey(folder);
    const title = folder === '' ? 'course files' : `course files/${folder}`;
    const sub_items = items
      .filter((item) => (item.folder ?? '') === folder)
      .map((item) => ({ ...node(type, item), path: title }));
    return { ...node('folders', { key, title }), sub_items };
  });
}
