import type { CopySelection } from '../../db/json-columns.ts';

/** The documented types of content → Canvas's names of the kinds. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  course_settings: ['course_settings'],
  assignments: ['assignments'],
  external_tools: ['context_external_tools'],
  files: ['attachments'],
  topics: ['discussion_topics', 'announcements'],
  calendar_events: ['calendar_events'],
  quizzes: ['quizzes'],
  wiki_pages: ['wiki_pages'],
  modules: ['context_modules'],
  outcomes: ['learning_outcomes', 'rubrics'],
};

/** Null for everything. No type names the syllabus, so that it goes with everything alone. */
export function selectionByTypes(
  only: readonly string[] | undefined,
  except: readonly string[] | undefined,
): CopySelection | null {
  if (!only && !except) return null;
  const names = only ?? Object.keys(TYPES).filter((name) => !except?.includes(name));
  return { all: names.flatMap((name) => TYPES[name] ?? []), keys: {} };
}
