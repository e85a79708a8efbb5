/** Content as data → the files of a Common Cartridge. */
import type { JsonValue } from '../../db/json-columns.ts';
import { archivePath } from './archive-path.ts';
import {
  ASSIGNMENT_NAMES,
  FILES,
  ITEM_TYPES,
  MODULE_NAMES,
  PAGES,
  SETTINGS,
  TYPES,
} from './cartridge-format.ts';
import { columnsXml } from './columns-xml.ts';
import type {
  AssignmentContent,
  CourseContent,
  FileContent,
  ModuleContent,
  OutcomeGroupContent,
  PageContent,
  RubricContent,
  StandardReference,
  TopicContent,
} from './content.ts';
import { nothing } from './content.ts';
import { hashed } from './keys.ts';
import { document, escapeXml, leaf, node } from './xml.ts';

/** A file of the archive: a text, or the bytes of a file that is kept. */
export type ArchiveFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly file: FileContent };

interface Resource {
  readonly id: string;
  readonly type: string;
  readonly href?: string;
  readonly files: readonly string[];
  readonly needs?: string;
}

/** @param title of the course */
export function cartridgeFiles(content: CourseContent, title: string): ArchiveFile[] {
  const cartridge = new Cartridge(content);
  cartridge.add();
  return [
    { path: 'imsmanifest.xml', text: manifest(content, title, cartridge.resources) },
    ...cartridge.files,
  ];
}

class Cartridge {
  readonly files: ArchiveFile[] = [];
  readonly resources: Resource[] = [];
  readonly #content: CourseContent;
  readonly #gradedBy: ReadonlyMap<string, AssignmentContent>;

  constructor(content: CourseContent) {
    this.#content = content;
    this.#gradedBy = new Map(content.assignments.map((assignment) => [assignment.key, assignment]));
  }

  add(): void {
    const { assignments, topics, pages, files, modules } = this.#content;
    const graded = new Set(topics.flatMap(({ assignment }) => assignment ?? []));
    this.#addSettings();
    for (const page of pages) this.#addPage(page);
    for (const assignment of assignments) if (!graded.has(assignment.key)) this.#addAssignment(assignment);
    for (const topic of topics) this.#addTopic(topic);
    for (const module of modules) this.#addLinks(module);
    for (const file of files) {
      const path = `${FILES}/${pathOf(file)}`;
      this.files.push({ path, file });
      this.resources.push({ id: file.key, type: TYPES.webcontent, href: path, files: [path] });
    }
  }

  #text(path: string, text: string): string {
    this.files.push({ path, text });
    return path;
  }

  #addSettings(): void {
    const { content } = { content: this.#content };
    const parts: Record<string, string> = {
      'course_settings.xml': settingsXml(content),
      'module_meta.xml': node('modules', {}, ...content.modules.map(moduleXml)),
      'assignment_groups.xml': node('assignmentGroups', {}, ...content.groups.map(groupXml)),
      'files_meta.xml': filesXml(content),
      'rubrics.xml': node('rubrics', {}, ...content.rubrics.map(rubricXml)),
      'learning_outcomes.xml': outcomesXml(content),
      'grading_standards.xml': standardsXml(content),
      'external_feeds.xml': node(
        'externalFeeds',
        {},
        ...content.feeds.map(({ key, columns }) =>
          node('externalFeed', { identifier: key }, columnsXml(columns)),
        ),
      ),
      ...(content.latePolicy && {
        'late_policy.xml': node('late_policy', {}, columnsXml(content.latePolicy)),
      }),
    };
    const paths = [
      this.#text(`${SETTINGS}/canvas_export.txt`, 'A course, exported by Easel.\n'),
      ...Object.entries(parts).map(([name, xml]) => this.#text(`${SETTINGS}/${name}`, document(xml))),
    ];
    const id = hashed('course_settings');
    this.resources.push({ id, type: TYPES.settings, href: `${SETTINGS}/canvas_export.txt`, files: paths });
    if (typeof content.syllabus !== 'string') return;
    const syllabus = this.#text(`${SETTINGS}/syllabus.html`, page('Syllabus', {}, content.syllabus));
    const type = TYPES.settings;
    this.resources.push({ id: hashed('syllabus'), type, href: syllabus, files: [syllabus] });
  }

  #addPage({ key, columns, body, isFront, slug }: PageContent): void {
    const { title, ...rest } = columns;
    const meta = { identifier: key, ...rest, ...(isFront && { front_page: true }) };
    const path = this.#text(`${PAGES}/${slug}.html`, page(title, meta, body ?? ''));
    this.resources.push({ id: key, type: TYPES.webcontent, href: path, files: [path] });
  }

  #addAssignment(assignment: AssignmentContent): void {
    const { key, columns, description } = assignment;
    const html = this.#text(`${key}/assignment.html`, page(columns.name, {}, description ?? ''));
    const settings = this.#text(`${key}/assignment_settings.xml`, document(assignmentXml(assignment)));
    this.resources.push({ id: key, type: TYPES.settings, href: html, files: [html, settings] });
  }

  #addTopic(topic: TopicContent): void {
    const { key, columns, message } = topic;
    const { title, is_announcement, ...rest } = columns;
    const assignment = this.#gradedBy.get(topic.assignment ?? '');
    const attached = this.#content.files.find((file) => file.key === topic.attachment);
    const text = this.#text(
      `${key}.xml`,
      document(
        node(
          'topic',
          { xmlns: 'http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1' },
          leaf('title', title),
          leaf('text', message ?? '', { texttype: 'text/html' }),
          attached
            ? node('attachments', {}, node('attachment', { href: `${FILES}/${pathOf(attached)}` }))
            : '',
        ),
      ),
    );
    const meta = this.#text(
      `${key}_meta.xml`,
      document(
        node(
          'topicMeta',
          { identifier: `${key}_meta` },
          leaf('topic_id', key),
          leaf('title', title),
          leaf('type', is_announcement ? 'announcement' : 'topic'),
          columnsXml(rest),
          attached ? leaf('attachment_identifierref', attached.key) : '',
          assignment ? assignmentXml(assignment) : '',
        ),
      ),
    );
    this.resources.push({ id: key, type: TYPES.topic, files: [text], needs: `${key}_meta` });
    this.resources.push({ id: `${key}_meta`, type: TYPES.settings, href: meta, files: [meta] });
  }

  /** Addresses in modules, as other systems read them. */
  #addLinks({ items }: ModuleContent): void {
    for (const { key, columns } of items) {
      if (columns.type !== 'ExternalUrl' || !columns.url) continue;
      const link = node(
        'webLink',
        { xmlns: 'http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1' },
        leaf('title', columns.title),
        node('url', { href: columns.url, ...(columns.new_tab && { target: '_blank' }) }),
      );
      const path = this.#text(`${key}_link.xml`, document(link));
      this.resources.push({ id: `${key}_link`, type: TYPES.link, files: [path] });
    }
  }
}

const pathOf = ({ folder, columns }: FileContent): string => archivePath(folder, columns.display_name);

function page(title: string, meta: Readonly<Record<string, JsonValue | undefined>>, body: string): string {
  const lines = Object.entries(meta).flatMap(([name, value]) =>
    value === null || value === undefined
      ? []
      : [`<meta name="${name}" content="${escapeXml(String(value))}"/>\n`],
  );
  return `<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>\n<title>${escapeXml(title)}</title>\n${lines.join('')}</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

const standardXml = (standard: StandardReference | null) =>
  standard === null
    ? ''
    : 'key' in standard
      ? leaf('grading_standard_identifier_ref', standard.key)
      : leaf('grading_standard_id', standard.id);

function settingsXml({ settings }: CourseContent): string {
  if (!settings) return node('course', {});
  return node(
    'course',
    { identifier: hashed('course') },
    columnsXml(settings.columns),
    columnsXml(settings.settings),
    standardXml(settings.standard),
    settings.tabs ? leaf('tab_configuration', JSON.stringify(settings.tabs)) : '',
  );
}

function assignmentXml({ key, columns, group, standard, rubric }: AssignmentContent): string {
  return node(
    'assignment',
    { identifier: key },
    columnsXml(columns, ASSIGNMENT_NAMES),
    leaf('assignment_group_identifierref', group),
    standardXml(standard),
    rubric
      ? leaf('rubric_identifierref', rubric.key) +
          leaf('rubric_use_for_grading', rubric.columns.use_for_grading) +
          leaf('rubric_hide_points', rubric.columns.hide_points) +
          leaf('rubric_hide_outcome_results', rubric.columns.hide_outcome_results) +
          leaf('rubric_hide_score_total', rubric.columns.hide_score_total)
      : '',
  );
}

function groupXml(group: CourseContent['groups'][number]): string {
  const rule = (type: string, count: number | undefined) =>
    count ? node('rule', {}, leaf('drop_type', type), leaf('drop_count', count)) : '';
  return node(
    'assignmentGroup',
    { identifier: group.key },
    leaf('title', group.name),
    leaf('position', group.position),
    leaf('group_weight', group.group_weight),
    node(
      'rules',
      {},
      rule('drop_lowest', group.drop_lowest),
      rule('drop_highest', group.drop_highest),
      ...group.never_drop.map((key) =>
        node('rule', {}, leaf('drop_type', 'never_drop'), leaf('identifierref', key)),
      ),
    ),
  );
}

function moduleXml({ key, columns, prerequisites, items }: ModuleContent): string {
  const required = items.filter((item) => item.columns.requirement_type);
  return node(
    'module',
    { identifier: key },
    columnsXml(columns, MODULE_NAMES),
    node(
      'prerequisites',
      {},
      ...prerequisites.map((other) =>
        node('prerequisite', { type: 'context_module' }, leaf('identifierref', other)),
      ),
    ),
    node(
      'completionRequirements',
      {},
      ...required.map((item) =>
        node(
          'completionRequirement',
          { type: item.columns.requirement_type ?? undefined },
          leaf('identifierref', item.key),
          leaf('min_score', item.columns.min_score),
          leaf('min_percentage', item.columns.min_percentage),
        ),
      ),
    ),
    node('items', {}, ...items.map(itemXml)),
  );
}

function itemXml({ key, columns, content }: ModuleContent['items'][number]): string {
  const { type, requirement_type: _, min_score: __, min_percentage: ___, ...rest } = columns;
  return node(
    'item',
    { identifier: key },
    leaf('content_type', ITEM_TYPES[type]),
    columnsXml(rest),
    leaf('identifierref', content),
  );
}

function filesXml({ folders, files }: CourseContent): string {
  return node(
    'fileMeta',
    {},
    node('folders', {}, ...folders.map(({ path, columns }) => node('folder', { path }, columnsXml(columns)))),
    node(
      'files',
      {},
      ...files.map(({ key, columns }) => node('file', { identifier: key }, columnsXml(columns))),
    ),
  );
}

function rubricXml({ key, columns, outcomes }: RubricContent): string {
  const { data = [], ...rest } = columns;
  return node(
    'rubric',
    { identifier: key },
    columnsXml(rest),
    node(
      'criteria',
      {},
      ...data.map((criterion) =>
        node(
          'criterion',
          {},
          leaf('criterion_id', criterion.id),
          leaf('points', criterion.points),
          leaf('mastery_points', criterion.mastery_points),
          leaf('description', criterion.description),
          leaf('long_description', criterion.long_description),
          leaf('criterion_use_range', criterion.criterion_use_range),
          leaf('ignore_for_scoring', criterion.ignore_for_scoring),
          leaf('learning_outcome_identifierref', outcomes[criterion.id]),
          node(
            'ratings',
            {},
            ...criterion.ratings.map((rating) =>
              node(
                'rating',
                {},
                leaf('description', rating.description),
                leaf('long_description', rating.long_description),
                leaf('points', rating.points),
                leaf('criterion_id', rating.criterion_id),
                leaf('id', rating.id),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function outcomesXml({ outcomes, outcomeGroups }: CourseContent): string {
  const inGroup = (group: string | null): string[] => [
    ...outcomeGroups.filter(({ parent }) => parent === group).map(groupNode),
    ...outcomes
      .filter((outcome) => outcome.group === group)
      .map(({ key, columns, sharedId }) =>
        node(
          'learningOutcome',
          { identifier: key },
          columnsXml(columns),
          leaf('external_identifier', sharedId),
        ),
      ),
  ];
  const groupNode = ({ key, columns }: OutcomeGroupContent): string =>
    node(
      'learningOutcomeGroup',
      { identifier: key },
      columnsXml(columns),
      node('learningOutcomes', {}, ...inGroup(key)),
    );
  return node('learningOutcomes', {}, ...inGroup(null));
}

const standardsXml = ({ standards }: CourseContent): string =>
  node(
    'gradingStandards',
    {},
    ...standards.map(({ key, columns }) =>
      node('gradingStandard', { identifier: key, version: '2' }, columnsXml(columns)),
    ),
  );

function manifest(content: CourseContent, title: string, resources: readonly Resource[]): string {
  return document(
    node(
      'manifest',
      {
        identifier: hashed(`manifest ${title}`),
        xmlns: 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1',
        'xmlns:lomimscc': 'http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest',
      },
      node(
        'metadata',
        {},
        leaf('schema', 'IMS Common Cartridge'),
        leaf('schemaversion', '1.1.0'),
        node(
          'lomimscc:lom',
          {},
          node('lomimscc:general', {}, node('lomimscc:title', {}, leaf('lomimscc:string', title))),
        ),
      ),
      node(
        'organizations',
        {},
        node(
          'organization',
          { identifier: 'org_1', structure: 'rooted-hierarchy' },
          node('item', { identifier: 'LearningModules' }, ...content.modules.map(organizationItem)),
        ),
      ),
      node('resources', {}, ...resources.map(resourceXml)),
    ),
  );
}

const organizationItem = ({ key, columns, items }: ModuleContent): string =>
  node(
    'item',
    { identifier: key },
    leaf('title', columns.name),
    ...items.map((item) =>
      node(
        'item',
        {
          identifier: item.key,
          identifierref:
            item.columns.type === 'ExternalUrl' ? `${item.key}_link` : (item.content ?? undefined),
        },
        leaf('title', item.columns.title),
      ),
    ),
  );

const resourceXml = ({ id, type, href, files, needs }: Resource): string =>
  node(
    'resource',
    { identifier: id, type, ...(href !== undefined && { href }) },
    ...files.map((path) => node('file', { href: path })),
    needs ? node('dependency', { identifierref: needs }) : '',
  );

/** Of an archive with nothing in it. */
export const emptyManifest = (title: string): string => manifest(nothing, title, []);
