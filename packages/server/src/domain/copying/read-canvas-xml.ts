/** The files that Canvas and Easel put beside what the standard has, element by element. */
import type { JsonValue, RubricCriterion } from '../../db/json-columns.ts';
import { courseFlagNames } from '../course-settings.ts';
import { sanitizeHtml } from '../html.ts';
import { ASSIGNMENT_NAMES, ITEM_TYPES, MODULE_NAMES } from './cartridge-format.ts';
import { jsonOf, readColumns } from './columns-xml.ts';
import {
  ASSIGNMENT_COLUMNS,
  type AssignmentContent,
  FEED_COLUMNS,
  type FeedContent,
  FILE_COLUMNS,
  type FileContent,
  FOLDER_COLUMNS,
  type FolderContent,
  type GroupContent,
  ITEM_COLUMNS,
  type ItemContent,
  MODULE_COLUMNS,
  type ModuleContent,
  OUTCOME_COLUMNS,
  OUTCOME_GROUP_COLUMNS,
  type OutcomeContent,
  type OutcomeGroupContent,
  POLICY_COLUMNS,
  RUBRIC_COLUMNS,
  type RubricContent,
  SETTING_COLUMNS,
  type SettingsContent,
  STANDARD_COLUMNS,
  type StandardContent,
  type StandardReference,
  TOPIC_COLUMNS,
  type TopicContent,
} from './content.ts';
import type { Element } from './xml.ts';

const keyOf = (element: Element) => element.attribute('identifier') ?? '';

/** Columns whose values a check of the database knows: another word is as if it weren't there. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  anonymous_state: ['full_anonymity', 'partial_anonymity'],
  button_display: ['numeric', 'emoji', 'letter', 'points'],
  category: ['uncategorized', 'icon_maker_icons'],
  discussion_type: ['side_comment', 'not_threaded', 'threaded', 'flat'],
  file_state: ['available', 'hidden', 'public'],
  grading_type: ['points', 'percent', 'pass_fail', 'letter_grade', 'gpa_scale', 'not_graded'],
  late_submission_interval: ['day', 'hour'],
  rating_order: ['ascending', 'descending'],
  sort_order: ['asc', 'desc', 'inherit'],
  verbosity: ['full', 'link_only', 'truncate'],
  visibility_level: ['inherit', 'context', 'institution', 'public'],
};

/** What is a number, a flag and a text in the XML is what it should be by now, or it isn't here. */
function known<T>(
  element: Element,
  names: readonly string[],
  renamed: Readonly<Record<string, string>> = {},
): T {
  const columns = readColumns(element, names, renamed);
  const kept = Object.entries(columns).filter(
    ([name, value]) => WORDS[name]?.includes(String(value)) ?? true,
  );
  return Object.fromEntries(kept) as T;
}

const oneOf = <const Word extends string>(
  text: string | undefined,
  words: readonly Word[],
  other: NoInfer<Word>,
): Word => words.find((word) => word === text) ?? other;

export function settingsOf(element: Element): SettingsContent {
  const flags = readColumns(element, [
    ...courseFlagNames,
    'files_visibility',
    'home_page_announcement_limit',
  ]);
  const tabs = jsonOf(element.value('tab_configuration') ?? '');
  return {
    columns: known(element, SETTING_COLUMNS),
    settings: Object.fromEntries(
      Object.entries(flags).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    tabs: Array.isArray(tabs) ? tabs.flatMap(tabOf) : null,
    standard: standardReference(element),
  };
}

function tabOf(value: JsonValue): { id: string; hidden?: boolean }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { id, hidden } = value;
  if (id === undefined) return [];
  return [{ id: String(id), ...(hidden === true && { hidden: true }) }];
}

/** One by its number is of the institution that wrote the archive, which may be another: it is left alone. */
function standardReference(element: Element): StandardReference | null {
  const key =
    element.value('grading_standard_identifier_ref') ?? element.value('grading_standard_identifierref');
  return key ? { key } : null;
}

export const policyOf = (element: Element): Record<string, never> => known(element, POLICY_COLUMNS);

export const standardOf = (element: Element): StandardContent => ({
  key: keyOf(element),
  columns: known(element, STANDARD_COLUMNS),
});

/** Nothing of what has no address of the web. */
export function feedOf(element: Element): FeedContent[] {
  const columns = known<Partial<FeedContent['columns']>>(element, FEED_COLUMNS);
  const url = element.value('url') ?? '';
  return /^https?:\/\//i.test(url) ? [{ key: keyOf(element), columns: { ...columns, url } }] : [];
}

export function groupOf(element: Element): GroupContent {
  const rules = element.at('rules').all('rule');
  const count = (type: string) => {
    const rule = rules.find((each) => each.value('drop_type') === type);
    return Number(rule?.value('drop_count')) || undefined;
  };
  return {
    key: keyOf(element),
    name: element.value('title') ?? 'Assignments',
    position: Number(element.value('position')) || 1,
    group_weight: Number(element.value('group_weight')) || 0,
    drop_lowest: count('drop_lowest'),
    drop_highest: count('drop_highest'),
    never_drop: rules.flatMap((rule) => rule.value('identifierref') ?? []),
  };
}

export function assignmentOf(element: Element, key: string, description: string | null): AssignmentContent {
  const rubric = element.value('rubric_identifierref');
  const columns = known<Omit<AssignmentContent['columns'], 'name'> & { name?: string }>(
    element,
    ASSIGNMENT_COLUMNS,
    ASSIGNMENT_NAMES,
  );
  const flag = (name: string) => element.value(name) === 'true';
  return {
    key,
    columns: {
      ...columns,
      name: columns.name || 'No title',
      workflow_state: oneOf(columns.workflow_state, ['published', 'unpublished'], 'published'),
    },
    description,
    group: element.value('assignment_group_identifierref') ?? null,
    standard: standardReference(element),
    rubric: rubric
      ? {
          key: rubric,
          columns: {
            purpose: 'grading',
            use_for_grading: flag('rubric_use_for_grading'),
            hide_points: flag('rubric_hide_points'),
            hide_outcome_results: flag('rubric_hide_outcome_results'),
            hide_score_total: flag('rubric_hide_score_total'),
          },
        }
      : null,
  };
}

export function topicColumns(meta: Element, title: string): TopicContent['columns'] {
  const columns = known<Partial<TopicContent['columns']>>(meta, TOPIC_COLUMNS);
  return {
    ...columns,
    title,
    is_announcement: meta.value('type') === 'announcement',
    workflow_state: oneOf(columns.workflow_state, ['active', 'unpublished', 'post_delayed'], 'active'),
  };
}

export function moduleOf(element: Element): ModuleContent {
  const columns = known<Omit<ModuleContent['columns'], 'name'> & { name?: string }>(
    element,
    MODULE_COLUMNS,
    MODULE_NAMES,
  );
  const requirements = new Map(
    element
      .at('completionRequirements')
      .all('completionRequirement')
      .map((each) => [each.value('identifierref'), each]),
  );
  return {
    key: keyOf(element),
    columns: {
      ...columns,
      name: columns.name || 'Untitled',
      workflow_state: oneOf(columns.workflow_state, ['active', 'unpublished'], 'active'),
    },
    prerequisites: element
      .at('prerequisites')
      .all('prerequisite')
      .flatMap((each) => each.value('identifierref') ?? []),
    items: element
      .at('items')
      .all('item')
      .flatMap((item, index) => itemOf(item, requirements.get(keyOf(item)), index + 1)),
  };
}

const REQUIREMENTS = [
  'must_view',
  'must_contribute',
  'must_submit',
  'must_mark_done',
  'min_score',
  'min_percentage',
] as const;

/** Nothing of what leads to a kind that isn't here. */
function itemOf(element: Element, requirement: Element | undefined, place: number): ItemContent[] {
  const found = Object.entries(ITEM_TYPES).find(([, name]) => name === element.value('content_type'));
  const type = found?.[0] as keyof typeof ITEM_TYPES | undefined;
  if (!type || type === 'Quiz') return [];
  const columns = known<Partial<ItemContent['columns']>>(element, ITEM_COLUMNS);
  const number = (name: string) => {
    const text = requirement?.value(name);
    return text === undefined || text === '' ? null : Number(text);
  };
  const url = columns.url && /^https?:\/\//i.test(columns.url) ? columns.url : null;
  const asked = REQUIREMENTS.find((word) => word === requirement?.attribute('type')) ?? null;
  return [
    {
      key: keyOf(element),
      columns: {
        ...columns,
        type,
        url,
        title: columns.title || 'No title',
        position: columns.position ?? place,
        requirement_type: asked,
        min_score: number('min_score'),
        min_percentage: number('min_percentage'),
        workflow_state: oneOf(columns.workflow_state, ['active', 'unpublished'], 'active'),
      },
      content: element.value('identifierref') ?? null,
    },
  ];
}

export function filesMeta(element: Element) {
  const columns = new Map(
    element
      .at('files')
      .all('file')
      .map((file) => [keyOf(file), known<Partial<FileContent['columns']>>(file, FILE_COLUMNS)]),
  );
  const folders = element
    .at('folders')
    .all('folder')
    .map((folder): Omit<FolderContent, 'key'> => {
      const rest = known<FolderContent['columns']>(folder, FOLDER_COLUMNS);
      const workflow_state =
        folder.value('hidden') === 'true'
          ? 'hidden'
          : oneOf(rest.workflow_state, ['visible', 'hidden'], 'visible');
      return { path: folder.attribute('path') ?? '', columns: { ...rest, workflow_state } };
    })
    .filter(({ path }) => path !== '' && !path.split('/').includes('..'));
  return { folders, columnsOf: (key: string) => columns.get(key) ?? {} };
}

export function rubricOf(element: Element): RubricContent {
  const criteria = element.at('criteria').all('criterion');
  const columns = known<Partial<RubricContent['columns']>>(
    element,
    RUBRIC_COLUMNS.filter((name) => name !== 'data'),
  );
  const id = (criterion: Element) => criterion.value('criterion_id') ?? '';
  return {
    key: keyOf(element),
    columns: {
      ...columns,
      title: columns.title || 'Rubric',
      workflow_state: oneOf(columns.workflow_state, ['active', 'archived', 'draft'], 'active'),
      data: criteria.map(criterionOf),
    },
    outcomes: Object.fromEntries(
      criteria.flatMap((criterion) => {
        const outcome = criterion.value('learning_outcome_identifierref');
        return outcome ? [[id(criterion), outcome]] : [];
      }),
    ),
  };
}

function criterionOf(element: Element): RubricCriterion {
  const id = element.value('criterion_id') ?? '';
  const mastery = element.value('mastery_points');
  const ignored = element.value('ignore_for_scoring');
  return {
    description: element.value('description') ?? '',
    long_description: sanitizeHtml(element.value('long_description') ?? ''),
    points: Number(element.value('points')) || 0,
    id,
    criterion_use_range: element.value('criterion_use_range') === 'true',
    ...(mastery !== undefined && { mastery_points: Number(mastery) || 0 }),
    ...(ignored !== undefined && { ignore_for_scoring: ignored === 'true' }),
    ratings: element
      .at('ratings')
      .all('rating')
      .map((rating) => ({
        description: rating.value('description') ?? '',
        long_description: rating.value('long_description') ?? '',
        points: Number(rating.value('points')) || 0,
        criterion_id: rating.value('criterion_id') ?? id,
        id: rating.value('id') ?? '',
      })),
  };
}

/** Groups within groups, and outcomes in any. */
export function outcomesOf(
  element: Element,
  group: string | null = null,
): {
  outcomes: OutcomeContent[];
  outcomeGroups: OutcomeGroupContent[];
} {
  const outcomes = element.all('learningOutcome').map((each): OutcomeContent => {
    const columns = known<Partial<OutcomeContent['columns']>>(each, OUTCOME_COLUMNS);
    return {
      key: keyOf(each),
      columns: {
        ...columns,
        title: columns.title || 'Outcome',
        description: sanitizeHtml(columns.description ?? ''),
      },
      // The numbers of another institution say nothing here: the course gets an outcome of its own.
      sharedId: null,
      group,
    };
  });
  const groups = element.all('learningOutcomeGroup').map((each): OutcomeGroupContent => {
    const columns = known<Partial<OutcomeGroupContent['columns']>>(each, OUTCOME_GROUP_COLUMNS);
    return { key: keyOf(each), columns: { ...columns, title: columns.title || 'Outcomes' }, parent: group };
  });
  const below = element
    .all('learningOutcomeGroup')
    .map((each) => outcomesOf(each.at('learningOutcomes'), keyOf(each)));
  return {
    outcomes: [...outcomes, ...below.flatMap((each) => each.outcomes)],
    outcomeGroups: [...groups, ...below.flatMap((each) => each.outcomeGroups)],
  };
}
