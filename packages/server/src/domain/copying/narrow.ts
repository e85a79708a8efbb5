/** Takes from a package what was chosen of it, with what that doesn't work without (wanted.ts does it of a course). */
import type { CopySelection } from '../../db/json-columns.ts';
import type { CourseContent } from './content.ts';
import { hashed } from './keys.ts';
import { kindOfItem } from './read-course.ts';
import { Chosen } from './selection.ts';

/** What a folder of a package is known by, which names them by their paths alone. */
export const folderKey = (path: string): string => hashed(`folder ${path}`);

export function narrowContent(content: CourseContent, selection: CopySelection | null): CourseContent {
  const chosen = new Chosen(selection);
  if (chosen.everything) return content;
  const modules = content.modules.filter(({ key }) => chosen.has('context_modules', key));
  const brought = new Set(
    modules.flatMap(({ items }) =>
      items.flatMap(({ columns, content: key }) => `${kindOfItem(columns.type)}:${key}`),
    ),
  );
  const wants = (kind: string, key: string) => chosen.has(kind, key) || brought.has(`${kind}:${key}`);
  const groups = content.groups.filter(
    ({ key }) => chosen.all('assignments') || chosen.has('assignment_groups', key),
  );
  const inGroup = (group: string | null) => group !== null && chosen.has('assignment_groups', group);
  const assignmentKeys = new Set(
    content.assignments.flatMap(({ key, group }) =>
      wants('assignments', key) || inGroup(group) ? [key] : [],
    ),
  );
  const topics = content.topics.filter(
    ({ key, columns, assignment }) =>
      wants(columns.is_announcement ? 'announcements' : 'discussion_topics', key) ||
      (assignment !== null && assignmentKeys.has(assignment)),
  );
  for (const { assignment } of topics) if (assignment !== null) assignmentKeys.add(assignment);
  const assignments = content.assignments.filter(({ key }) => assignmentKeys.has(key));
  const used = new Set(assignments.flatMap(({ rubric }) => rubric?.key ?? []));
  const rubrics = content.rubrics.filter(({ key }) => chosen.has('rubrics', key) || used.has(key));
  const measured = new Set(rubrics.flatMap(({ outcomes }) => Object.values(outcomes)));
  const pages = content.pages.filter(({ key }) => wants('wiki_pages', key));
  const syllabus = chosen.all('syllabus_body') ? content.syllabus : undefined;
  const texts = [
    ...assignments.map(({ description }) => description),
    ...topics.map(({ message }) => message),
    ...pages.map(({ body }) => body),
    syllabus,
  ].join('\n');
  const withSettings = chosen.all('course_settings');
  return {
    ...content,
    settings: withSettings ? content.settings : null,
    syllabus,
    latePolicy: withSettings ? content.latePolicy : null,
    standards: withSettings || chosen.all('grading_standards') ? content.standards : [],
    feeds: content.feeds.filter(({ key }) => chosen.has('external_feeds', key)),
    folders: chosen.all('attachments') ? content.folders : [],
    files: content.files.filter(
      ({ key, folder, columns }) =>
        wants('attachments', key) ||
        chosen.has('folders', folderKey(folder)) ||
        topics.some(({ attachment }) => attachment === key) ||
        texts.includes(`/file_ref/${key}`) ||
        texts.includes(encodeURI(`${folder === '' ? '' : `${folder}/`}${columns.display_name}`)),
    ),
    outcomes: content.outcomes.filter(({ key }) => chosen.has('learning_outcomes', key) || measured.has(key)),
    outcomeGroups: content.outcomeGroups.filter(
      ({ key }) => chosen.all('learning_outcomes') || chosen.has('learning_outcome_groups', key),
    ),
    rubrics,
    groups,
    assignments,
    topics,
    pages,
    modules,
  };
}
