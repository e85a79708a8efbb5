/** What of some content can be chosen. Source: SelectiveContentFormatter of Canvas. */
import type { ContentOverview, OverviewItem } from '../../db/json-columns.ts';
import type { CourseContent } from './content.ts';

export function overviewOf(content: CourseContent): ContentOverview {
  const { assignments, topics } = content;
  const groupOf = new Map(content.groups.map(({ key, name }) => [key, name]));
  const topicOf = new Map(
    topics.flatMap((topic) => (topic.assignment ? [[topic.assignment, topic] as const] : [])),
  );
  const assignmentOf = new Map(assignments.map((assignment) => [assignment.key, assignment]));
  const topicItem = ({ key, columns, assignment }: CourseContent['topics'][number]): OverviewItem => {
    const linked = assignmentOf.get(assignment ?? '');
    return {
      key,
      title: columns.title,
      ...(linked && { linked: { type: 'assignments', key: linked.key, title: linked.columns.name } }),
    };
  };
  return {
    has_settings: content.settings !== null,
    has_syllabus: content.syllabus !== undefined,
    kinds: {
      assignment_groups: content.groups.map(({ key, name }) => ({ key, title: name })),
      context_modules: content.modules.map(({ key, columns, items }) => ({
        key,
        title: columns.name,
        item_count: items.length,
      })),
      assignments: assignments.map(({ key, columns, group }) => {
        const topic = topicOf.get(key);
        return {
          key,
          title: columns.name,
          ...(group !== null && groupOf.has(group) && { group }),
          ...(topic && { linked: { type: 'discussion_topics', key: topic.key, title: topic.columns.title } }),
        };
      }),
      discussion_topics: topics.filter(({ columns }) => !columns.is_announcement).map(topicItem),
      wiki_pages: content.pages.map(({ key, columns }) => ({ key, title: columns.title })),
      announcements: topics.filter(({ columns }) => columns.is_announcement).map(topicItem),
      rubrics: content.rubrics.map(({ key, columns }) => ({ key, title: columns.title })),
      learning_outcomes: content.outcomes.map(({ key, columns }) => ({ key, title: columns.title })),
      attachments: content.files.map(({ key, columns, folder }) => ({
        key,
        title: columns.display_name,
        folder,
      })),
    },
  };
}
