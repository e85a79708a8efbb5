/**
 * The words of a Common Cartridge as Canvas writes it: IMS CC 1.1 with Canvas's own files beside what the standard has.
 * A Canvas reads what Easel writes, and the other way round; what neither has in common is left out.
 */
export const TYPES = {
  settings: 'associatedcontent/imscc_xmlv1p1/learning-application-resource',
  webcontent: 'webcontent',
  topic: 'imsdt_xmlv1p1',
  link: 'imswl_xmlv1p1',
} as const;

export const SETTINGS = 'course_settings';
export const PAGES = 'wiki_content';
export const FILES = 'web_resources';

/** Columns that the format calls otherwise. */
export const ASSIGNMENT_NAMES = { name: 'title', peer_reviews_assign_at: 'peer_reviews_due_at' };
export const MODULE_NAMES = { name: 'title' };

/** Content of an item of a module. */
export const ITEM_TYPES = {
  Assignment: 'Assignment',
  Discussion: 'DiscussionTopic',
  ExternalTool: 'ContextExternalTool',
  ExternalUrl: 'ExternalUrl',
  File: 'Attachment',
  Page: 'WikiPage',
  Quiz: 'Quizzes::Quiz',
  SubHeader: 'ContextModuleSubHeader',
} as const;
