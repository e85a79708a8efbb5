/** A course → its content as data. */
import type { CopySelection } from '../../db/json-columns.ts';
import type { Context } from '../../http/context.ts';
import type { CourseRow } from '../course-access.ts';
import { courseFlagNames } from '../course-settings.ts';
import {
  ASSIGNMENT_COLUMNS,
  ASSOCIATION_COLUMNS,
  type AssignmentContent,
  type CourseContent,
  FEED_COLUMNS,
  FILE_COLUMNS,
  FOLDER_COLUMNS,
  type GroupContent,
  ITEM_COLUMNS,
  type ItemContent,
  MODULE_COLUMNS,
  OUTCOME_COLUMNS,
  OUTCOME_GROUP_COLUMNS,
  type OutcomeContent,
  PAGE_COLUMNS,
  POLICY_COLUMNS,
  pick,
  RUBRIC_COLUMNS,
  type RubricContent,
  SETTING_COLUMNS,
  type SettingsContent,
  STANDARD_COLUMNS,
  type StandardReference,
  TOPIC_COLUMNS,
} from './content.ts';
import { type CourseRows, courseRows } from './course-rows.ts';
import { type Kind, keyOf } from './keys.ts';
import { type LinkSource, toPortable } from './portable-html.ts';
import { Chosen } from './selection.ts';
import { Wanted } from './wanted.ts';

/** The kinds that items of modules lead to. */
const CONTENT_KINDS: Partial<Record<ItemContent['columns']['type'], Kind>> = {
  Assignment: 'assignments',
  Discussion: 'discussion_topics',
  File: 'attachments',
  Page: 'wiki_pages',
};
export const kindOfItem = (type: ItemContent['columns']['type']): Kind | undefined => CONTENT_KINDS[type];

/** Settings that are a course's own and don't come from a homeroom. */
const SETTINGS = [
  ...courseFlagNames.filter((name) => name !== 'sync_enrollments_from_homeroom'),
  'files_visibility',
  'home_page_announcement_limit',
];

/** @param selection null for everything */
export async function readCourse(
  ctx: Context,
  course: CourseRow,
  selection: CopySelection | null,
): Promise<CourseContent> {
  const rows = await courseRows(ctx, course);
  const chosen = new Chosen(selection);
  return new Reading(ctx, rows, chosen).content();
}

class Reading {
  readonly #rows: CourseRows;
  readonly #chosen: Chosen;
  readonly #wanted: Wanted;
  readonly #links: LinkSource;
  readonly #originals = new Map<string, string>();

  constructor(ctx: Context, rows: CourseRows, chosen: Chosen) {
    this.#rows = rows;
    this.#chosen = chosen;
    this.#wanted = new Wanted(rows, chosen);
    this.#links = {
      courseId: rows.course.id,
      origin: ctx.request.origin,
      pageIds: new Map(rows.slugs.map(({ slug, wiki_page_id }) => [slug, wiki_page_id])),
      fileIds: new Set(rows.files.map(({ id }) => id)),
    };
  }

  content(): CourseContent {
    const { course, latePolicy } = this.#rows;
    const withSettings = this.#chosen.all('course_settings');
    const texts = {
      syllabus: this.#chosen.all('syllabus_body') ? this.#html(course.syllabus_body) : undefined,
      assignments: this.#of('assignments', this.#rows.assignments).map((row) => this.#assignment(row)),
      topics: this.#of('discussion_topics', this.#rows.topics).map((row) => ({
        key: keyOf('discussion_topics', row.id),
        columns: pick(row, TOPIC_COLUMNS),
        message: this.#html(row.message),
        assignment: row.assignment_id === null ? null : keyOf('assignments', row.assignment_id),
        attachment: row.attachment_id === null ? null : keyOf('attachments', row.attachment_id),
      })),
      pages: this.#of('wiki_pages', this.#rows.pages).map((row) => ({
        key: keyOf('wiki_pages', row.id),
        columns: pick(row, PAGE_COLUMNS),
        body: this.#html(row.body),
        isFront: row.id === this.#rows.frontPageId,
        slug: row.url,
      })),
    };
    // After the texts, which bring the files that they link to.
    this.#wantLinkedFiles();
    return {
      settings: withSettings ? this.#settings() : null,
      latePolicy: withSettings && latePolicy ? pick(latePolicy, POLICY_COLUMNS) : null,
      standards: this.#of('grading_standards', this.#rows.standards).map((row) => ({
        key: keyOf('grading_standards', row.id),
        columns: pick(row, STANDARD_COLUMNS),
      })),
      feeds: this.#of('external_feeds', this.#rows.feeds).map((row) => ({
        key: keyOf('external_feeds', row.id),
        columns: pick(row, FEED_COLUMNS),
      })),
      ...this.#filesAndFolders(),
      ...this.#outcomes(),
      rubrics: this.#of('rubrics', this.#rows.rubrics).map((row) => this.#rubric(row)),
      groups: this.#of('assignment_groups', this.#rows.groups).map(groupContent),
      ...texts,
      modules: this.#modules(),
      originals: this.#originals,
    };
  }

  #of<Row extends { id: number }>(kind: Kind, rows: readonly Row[]): Row[] {
    return rows.filter(({ id }) => this.#wanted.has(kind, id));
  }

  #html(html: string | null): string | null {
    return html === null ? null : toPortable(html, this.#links, this.#originals);
  }

  #wantLinkedFiles(): void {
    const linked = new Set(
      [...this.#originals.keys()].flatMap((token) => /\/file_ref\/([^/?#]+)/.exec(token)?.[1] ?? []),
    );
    for (const { id } of this.#rows.files) {
      if (linked.has(keyOf('attachments', id))) this.#wanted.add('attachments', id);
    }
  }

  #standard(id: number | null): StandardReference | null {
    if (id === null) return null;
    return this.#rows.standards.some((row) => row.id === id)
      ? { key: keyOf('grading_standards', id) }
      : { id };
  }

  #settings(): SettingsContent {
    const { course } = this.#rows;
    const stored = SETTINGS.flatMap((name) =>
      course.settings[name] === undefined ? [] : [[name, course.settings[name]] as const],
    );
    return {
      columns: pick(course, SETTING_COLUMNS),
      settings: Object.fromEntries(stored),
      tabs: course.tab_configuration,
      standard: this.#standard(course.grading_standard_id),
    };
  }

  #assignment(row: CourseRows['assignments'][number]): AssignmentContent {
    const association = this.#rows.associations.find(({ association_id }) => association_id === row.id);
    return {
      key: keyOf('assignments', row.id),
      columns: pick(row, ASSIGNMENT_COLUMNS),
      description: this.#html(row.description),
      group: keyOf('assignment_groups', row.assignment_group_id),
      standard: this.#standard(row.grading_standard_id),
      rubric: association
        ? { key: keyOf('rubrics', association.rubric_id), columns: pick(association, ASSOCIATION_COLUMNS) }
        : null,
    };
  }

  #filesAndFolders(): Pick<CourseContent, 'files' | 'folders'> {
    const paths = new Map(
      this.#rows.folders.map(({ id, full_name }) => [id, full_name.split('/').slice(1).join('/')]),
    );
    const pathOf = (id: number | null) => paths.get(id ?? 0);
    return {
      folders: this.#of('folders', this.#rows.folders).flatMap((row) => {
        const path = pathOf(row.id);
        // The root is everywhere; folders for what is handed in are no content.
        if (!path || row.submission_context_code !== null || row.unique_type !== null) return [];
        return [{ key: keyOf('folders', row.id), path, columns: pick(row, FOLDER_COLUMNS) }];
      }),
      files: this.#of('attachments', this.#rows.files).flatMap((row) => {
        const folder = pathOf(row.folder_id);
        if (folder === undefined) return [];
        const key = keyOf('attachments', row.id);
        return [{ key, folder, columns: pick(row, FILE_COLUMNS), source: { row } }];
      }),
    };
  }

  #outcomes(): Pick<CourseContent, 'outcomeGroups' | 'outcomes'> {
    const { outcomeGroups: groups, outcomeLinks } = this.#rows;
    const root = groups.find(({ learning_outcome_group_id }) => learning_outcome_group_id === null);
    const groupKey = (id: number | null) =>
      id === null || id === root?.id ? null : keyOf('learning_outcome_groups', id);
    const groupOf = new Map(
      outcomeLinks.map((link) => [link.learning_outcome_id, link.learning_outcome_group_id]),
    );
    const inWanted = (id: number | null): boolean =>
      id !== null && this.#wanted.has('learning_outcome_groups', id);
    return {
      outcomeGroups: groups
        .filter(({ id }) => id !== root?.id && inWanted(id))
        .map((row) => ({
          key: keyOf('learning_outcome_groups', row.id),
          columns: pick(row, OUTCOME_GROUP_COLUMNS),
          parent: inWanted(row.learning_outcome_group_id) ? groupKey(row.learning_outcome_group_id) : null,
        })),
      outcomes: this.#of('learning_outcomes', this.#rows.outcomes).map((row): OutcomeContent => {
        const group = groupOf.get(row.id) ?? null;
        const isOwn = row.context_type === 'Course' && row.context_id === this.#rows.course.id;
        return {
          key: keyOf('learning_outcomes', row.id),
          columns: pick(row, OUTCOME_COLUMNS),
          sharedId: isOwn ? null : row.id,
          group: inWanted(group) ? groupKey(group) : null,
        };
      }),
    };
  }

  #rubric(row: CourseRows['rubrics'][number]): RubricContent {
    const own = new Set(this.#rows.outcomes.map(({ id }) => id));
    const outcomes = row.data.flatMap(({ id, learning_outcome_id: outcome }) =>
      outcome && own.has(outcome) ? [[id, keyOf('learning_outcomes', outcome)] as const] : [],
    );
    return {
      key: keyOf('rubrics', row.id),
      columns: pick(row, RUBRIC_COLUMNS),
      outcomes: Object.fromEntries(outcomes),
    };
  }

  /** What an item leads to may have been renamed since (domain/module-items.ts). */
  #titleOf({ type, content_id, content_title, title }: CourseRows['items'][number]): string {
    const isIt = ({ id }: { id: number }) => id === content_id;
    const now =
      type === 'Assignment'
        ? this.#rows.assignments.find(isIt)?.name
        : type === 'Discussion'
          ? this.#rows.topics.find(isIt)?.title
          : type === 'Page'
            ? this.#rows.pages.find(isIt)?.title
            : undefined;
    return now !== undefined && now !== content_title ? now : title;
  }

  /** Of a module that wasn't chosen as a whole, its chosen items come in a module of its name. */
  #modules(): CourseContent['modules'] {
    const { modules, items } = this.#rows;
    const wanted = modules.filter(
      ({ id }) =>
        this.#wanted.has('context_modules', id) ||
        items.some((item) => item.context_module_id === id && this.#wanted.has('content_tags', item.id)),
    );
    return wanted.map((row) => ({
      key: keyOf('context_modules', row.id),
      columns: pick(row, MODULE_COLUMNS),
      prerequisites: row.prerequisite_module_ids.map((id) => keyOf('context_modules', id)),
      items: this.#of('content_tags', items)
        .filter(({ context_module_id }) => context_module_id === row.id)
        .map((item): ItemContent => {
          const kind = kindOfItem(item.type);
          return {
            key: keyOf('content_tags', item.id),
            columns: { ...pick(item, ITEM_COLUMNS), title: this.#titleOf(item) },
            content: kind ? keyOf(kind, item.content_id) : null,
          };
        }),
    }));
  }
}

const groupContent = ({
  id,
  name,
  position,
  group_weight,
  rules,
}: CourseRows['groups'][number]): GroupContent => ({
  key: keyOf('assignment_groups', id),
  name,
  position,
  group_weight,
  drop_lowest: rules.drop_lowest,
  drop_highest: rules.drop_highest,
  never_drop: (rules.never_drop ?? []).map((each) => keyOf('assignments', each)),
});
