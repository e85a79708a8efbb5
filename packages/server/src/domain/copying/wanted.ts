/**
 * Which things of a course are copied: what was chosen, and what that doesn't work without. A module brings what is in it,
 * a graded discussion its assignment and the other way round, an assignment its rubric, a rubric the outcomes that it
 * measures, a text the files that it links to, a folder what is below it. Source: CC::CCExporter's add_item_to_export.
 */
import type { CourseRows } from './course-rows.ts';
import { type Kind, keyOf } from './keys.ts';
import type { Chosen } from './selection.ts';

export class Wanted {
  readonly #rows: CourseRows;
  readonly #ids = new Map<Kind, Set<number>>();

  constructor(rows: CourseRows, chosen: Chosen) {
    this.#rows = rows;
    this.#choose(chosen);
    this.#complete();
  }

  has(kind: Kind, id: number): boolean {
    return this.#ids.get(kind)?.has(id) ?? false;
  }

  add(kind: Kind, id: number): void {
    const ids = this.#ids.get(kind) ?? new Set();
    this.#ids.set(kind, ids.add(id));
  }

  #choose(chosen: Chosen): void {
    const { topics, ...rows } = this.#rows;
    const choose = (kind: Kind, list: readonly { id: number }[]) => {
      for (const { id } of list) if (chosen.has(kind, keyOf(kind, id))) this.add(kind, id);
    };
    choose('assignments', rows.assignments);
    choose('wiki_pages', rows.pages);
    choose('context_modules', rows.modules);
    choose('rubrics', rows.rubrics);
    choose('learning_outcomes', rows.outcomes);
    choose('learning_outcome_groups', rows.outcomeGroups);
    choose('content_tags', rows.items);
    choose('attachments', rows.files);
    choose('folders', rows.folders);
    choose('external_feeds', rows.feeds);
    for (const { id } of rows.groups) {
      const key = keyOf('assignment_groups', id);
      if (chosen.all('assignments') || chosen.has('assignment_groups', key))
        this.add('assignment_groups', id);
    }
    for (const { id } of rows.standards) {
      if (chosen.all('course_settings', 'grading_standards')) this.add('grading_standards', id);
    }
    for (const { id, is_announcement } of topics) {
      const key = keyOf('discussion_topics', id);
      const isChosen = is_announcement
        ? chosen.has('announcements', key) ||
          (!chosen.all('discussion_topics') && chosen.has('discussion_topics', key))
        : chosen.has('discussion_topics', key);
      if (isChosen) this.add('discussion_topics', id);
    }
    if (chosen.all('attachments')) for (const { id } of rows.folders) this.add('folders', id);
  }

  #complete(): void {
    const { rows } = { rows: this.#rows };
    for (const { id, assignment_group_id } of rows.assignments) {
      // Choosing a group chooses what is in it.
      if (this.has('assignment_groups', assignment_group_id)) this.add('assignments', id);
    }
    for (const item of rows.items) {
      if (!this.has('context_modules', item.context_module_id) && !this.has('content_tags', item.id))
        continue;
      this.add('content_tags', item.id);
      if (item.type === 'Assignment') this.add('assignments', item.content_id);
      if (item.type === 'Discussion') this.add('discussion_topics', item.content_id);
      if (item.type === 'Page') this.add('wiki_pages', item.content_id);
      if (item.type === 'File') this.add('attachments', item.content_id);
    }
    for (const { id, assignment_id, attachment_id } of rows.topics) {
      if (assignment_id !== null && this.has('assignments', assignment_id)) this.add('discussion_topics', id);
      if (!this.has('discussion_topics', id)) continue;
      if (assignment_id !== null) this.add('assignments', assignment_id);
      if (attachment_id !== null) this.add('attachments', attachment_id);
    }
    for (const { association_id, rubric_id } of rows.associations) {
      if (this.has('assignments', association_id)) this.add('rubrics', rubric_id);
    }
    for (const { id, data } of rows.rubrics) {
      if (!this.has('rubrics', id)) continue;
      for (const { learning_outcome_id } of data) {
        if (learning_outcome_id) this.add('learning_outcomes', learning_outcome_id);
      }
    }
    this.#completeOutcomes();
    this.#completeFolders();
  }

  #completeOutcomes(): void {
    const { outcomeGroups, outcomeLinks } = this.#rows;
    for (const { id, learning_outcome_group_id } of outcomeGroups) {
      if (
        learning_outcome_group_id !== null &&
        this.has('learning_outcome_groups', learning_outcome_group_id)
      ) {
        this.add('learning_outcome_groups', id);
      }
    }
    for (const { learning_outcome_group_id: group, learning_outcome_id } of outcomeLinks) {
      if (this.has('learning_outcome_groups', group)) this.add('learning_outcomes', learning_outcome_id);
    }
  }

  #completeFolders(): void {
    // In the order of their paths, a folder stands behind the one that it is in.
    for (const { id, parent_folder_id } of this.#rows.folders) {
      if (parent_folder_id !== null && this.has('folders', parent_folder_id)) this.add('folders', id);
    }
    for (const { id, folder_id } of this.#rows.files) {
      if (folder_id !== null && this.has('folders', folder_id)) this.add('attachments', id);
    }
  }
}
