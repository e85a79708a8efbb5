/**
 * A course's content as data, apart from any course: what a copy carries from one course to another, and what an
 * archive holds. It is read from a course (read-course.ts) or from an archive (read-cartridge.ts), and written into a
 * course (write-course.ts) or into an archive (write-cartridge.ts); copying, exporting and importing are two of these
 * each, and carry the same.
 *
 * Things are known by their migration ids (`key`). HTML stands with tokens in the place of links (portable-html.ts).
 */
import type { Selectable } from 'kysely';
import type {
  CoursesTable,
  ExternalFeedsTable,
  FoldersTable,
  GradingStandardsTable,
  LatePoliciesTable,
  LearningOutcomeGroupsTable,
  LearningOutcomesTable,
  ModuleItemsTable,
  RubricAssociationsTable,
  RubricsTable,
  WikiPagesTable,
} from '../../db/tables/index.ts';
import type { AssignmentRow } from '../assignment-access.ts';
import type { AttachmentRow } from '../attachments.ts';
import type { TopicRow } from '../discussion-topics.ts';
import type { ModuleRow } from '../module-items.ts';

interface Keyed {
  readonly key: string;
}

/** Columns of a course that are its settings. */
export const SETTING_COLUMNS = [
  'allow_student_forum_attachments',
  'allow_wiki_comments',
  'apply_assignment_group_weights',
  'banner_image_url',
  'conclude_at',
  'course_color',
  'default_view',
  'friendly_name',
  'grading_standard_enabled',
  'hide_final_grades',
  'homeroom_course',
  'image_url',
  'is_public',
  'is_public_to_auth_users',
  'license',
  'locale',
  'open_enrollment',
  'public_syllabus',
  'public_syllabus_to_auth',
  'restrict_enrollments_to_course_dates',
  'self_enrollment',
  'start_at',
  'storage_quota_mb',
] as const satisfies readonly (keyof Selectable<CoursesTable>)[];

export const ASSIGNMENT_COLUMNS = [
  'name',
  'position',
  'points_possible',
  'grading_type',
  'submission_types',
  'allowed_extensions',
  'allowed_attempts',
  'due_at',
  'unlock_at',
  'lock_at',
  'grade_group_students_individually',
  'peer_reviews',
  'automatic_peer_reviews',
  'anonymous_peer_reviews',
  'intra_group_peer_reviews',
  'peer_review_count',
  'peer_reviews_assign_at',
  'omit_from_final_grade',
  'hide_in_gradebook',
  'post_manually',
  'post_to_sis',
  'anonymous_grading',
  'anonymous_instructor_annotations',
  'moderated_grading',
  'grader_count',
  'graders_anonymous_to_graders',
  'grader_comments_visible_to_graders',
  'grader_names_visible_to_final_grader',
  'important_dates',
  'require_lockdown_browser',
  'external_tool_tag_attributes',
  'workflow_state',
] as const satisfies readonly (keyof AssignmentRow)[];

export const TOPIC_COLUMNS = [
  'is_announcement',
  'title',
  'workflow_state',
  'discussion_type',
  'delayed_post_at',
  'posted_at',
  'lock_at',
  'locked',
  'pinned',
  'position',
  'require_initial_post',
  'podcast_enabled',
  'podcast_has_student_posts',
  'allow_rating',
  'only_graders_can_rate',
  'sort_by_rating',
  'sort_order',
  'sort_order_locked',
  'expanded',
  'expanded_locked',
  'todo_date',
  'anonymous_state',
] as const satisfies readonly (keyof TopicRow)[];

export const PAGE_COLUMNS = [
  'title',
  'editing_roles',
  'todo_date',
  'publish_at',
  'workflow_state',
] as const satisfies readonly (keyof Selectable<WikiPagesTable>)[];

export const FILE_COLUMNS = [
  'display_name',
  'file_state',
  'locked',
  'lock_at',
  'unlock_at',
  'category',
  'visibility_level',
] as const satisfies readonly (keyof AttachmentRow)[];

export const FOLDER_COLUMNS = [
  'workflow_state',
  'locked',
  'lock_at',
  'unlock_at',
] as const satisfies readonly (keyof Selectable<FoldersTable>)[];

export const MODULE_COLUMNS = [
  'name',
  'position',
  'unlock_at',
  'require_sequential_progress',
  'publish_final_grade',
  'requirement_count',
  'workflow_state',
] as const satisfies readonly (keyof ModuleRow)[];

export const ITEM_COLUMNS = [
  'type',
  'title',
  'position',
  'indent',
  'url',
  'new_tab',
  'link_settings',
  'requirement_type',
  'min_score',
  'min_percentage',
  'workflow_state',
] as const satisfies readonly (keyof Selectable<ModuleItemsTable>)[];

export const RUBRIC_COLUMNS = [
  'title',
  'points_possible',
  'reusable',
  'public',
  'free_form_criterion_comments',
  'hide_score_total',
  'hide_points',
  'rating_order',
  'button_display',
  'data',
  'workflow_state',
] as const satisfies readonly (keyof Selectable<RubricsTable>)[];

export const ASSOCIATION_COLUMNS = [
  'use_for_grading',
  'purpose',
  'hide_score_total',
  'hide_points',
  'hide_outcome_results',
] as const satisfies readonly (keyof Selectable<RubricAssociationsTable>)[];

export const OUTCOME_COLUMNS = [
  'title',
  'display_name',
  'description',
  'friendly_description',
  'vendor_guid',
  'calculation_method',
  'calculation_int',
  'ratings',
  'mastery_points',
  'points_possible',
] as const satisfies readonly (keyof Selectable<LearningOutcomesTable>)[];

export const OUTCOME_GROUP_COLUMNS = [
  'title',
  'description',
  'vendor_guid',
] as const satisfies readonly (keyof Selectable<LearningOutcomeGroupsTable>)[];

export const POLICY_COLUMNS = [
  'missing_submission_deduction_enabled',
  'missing_submission_deduction',
  'late_submission_deduction_enabled',
  'late_submission_deduction',
  'late_submission_interval',
  'late_submission_minimum_percent_enabled',
  'late_submission_minimum_percent',
] as const satisfies readonly (keyof Selectable<LatePoliciesTable>)[];

export const STANDARD_COLUMNS = [
  'title',
  'data',
  'points_based',
  'scaling_factor',
] as const satisfies readonly (keyof Selectable<GradingStandardsTable>)[];

export const FEED_COLUMNS = [
  'url',
  'title',
  'verbosity',
  'header_match',
] as const satisfies readonly (keyof Selectable<ExternalFeedsTable>)[];

type Columns<Row, Names extends readonly (keyof Row)[]> = Partial<Pick<Row, Names[number]>>;

export interface SettingsContent {
  readonly columns: Columns<Selectable<CoursesTable>, typeof SETTING_COLUMNS>;
  readonly settings: Selectable<CoursesTable>['settings'];
  readonly tabs: Selectable<CoursesTable>['tab_configuration'];
  /** One of the course's own, or of the institution by its id. */
  readonly standard: StandardReference | null;
}

/** A grading standard of the course by its key, or one that is above both courses. */
export type StandardReference = { readonly key: string } | { readonly id: number };

export interface GroupContent extends Keyed {
  readonly name: string;
  readonly position: number;
  readonly group_weight: number;
  readonly drop_lowest?: number | undefined;
  readonly drop_highest?: number | undefined;
  /** Of assignments. */
  readonly never_drop: readonly string[];
}

export interface AssignmentContent extends Keyed {
  readonly columns: Columns<AssignmentRow, typeof ASSIGNMENT_COLUMNS> & { name: string };
  readonly description: string | null;
  /** Null for the first group. */
  readonly group: string | null;
  readonly standard: StandardReference | null;
  readonly rubric: {
    readonly key: string;
    readonly columns: Columns<Selectable<RubricAssociationsTable>, typeof ASSOCIATION_COLUMNS>;
  } | null;
}

export interface TopicContent extends Keyed {
  readonly columns: Columns<TopicRow, typeof TOPIC_COLUMNS> & { title: string };
  readonly message: string | null;
  readonly assignment: string | null;
  /** A file. */
  readonly attachment: string | null;
}

export interface PageContent extends Keyed {
  readonly columns: Columns<Selectable<WikiPagesTable>, typeof PAGE_COLUMNS> & { title: string };
  readonly body: string | null;
  readonly isFront: boolean;
  /** Where links may name it by. */
  readonly slug: string;
}

export interface FolderContent extends Keyed {
  /** Below the root of the files, without a slash at either end. */
  readonly path: string;
  readonly columns: Columns<Selectable<FoldersTable>, typeof FOLDER_COLUMNS>;
}

/** Bytes that are kept, or that an archive has under a name. */
export type FileSource = { readonly row: AttachmentRow } | { readonly entry: string };

export interface FileContent extends Keyed {
  /** Of its folder, as that of a folder. */
  readonly folder: string;
  readonly columns: Columns<AttachmentRow, typeof FILE_COLUMNS> & { display_name: string };
  readonly source: FileSource;
}

export interface ItemContent extends Keyed {
  readonly columns: Columns<Selectable<ModuleItemsTable>, typeof ITEM_COLUMNS> &
    Pick<Selectable<ModuleItemsTable>, 'type' | 'title' | 'position'>;
  /** What it leads to, of the kind that its type says. */
  readonly content: string | null;
}

export interface ModuleContent extends Keyed {
  readonly columns: Columns<ModuleRow, typeof MODULE_COLUMNS> & { name: string };
  readonly prerequisites: readonly string[];
  readonly items: readonly ItemContent[];
}

export interface RubricContent extends Keyed {
  /** `learning_outcome_id` of a criterion is one of `outcomes`, or of one above the course. */
  readonly columns: Columns<Selectable<RubricsTable>, typeof RUBRIC_COLUMNS> & { title: string };
  /** Criterion → outcome of the course. */
  readonly outcomes: Readonly<Record<string, string>>;
}

export interface OutcomeContent extends Keyed {
  readonly columns: Columns<Selectable<LearningOutcomesTable>, typeof OUTCOME_COLUMNS> & { title: string };
  /** Null for one of the course; otherwise the account's own, which is linked and not copied. */
  readonly sharedId: number | null;
  /** Null for the root. */
  readonly group: string | null;
}

export interface OutcomeGroupContent extends Keyed {
  readonly columns: Columns<Selectable<LearningOutcomeGroupsTable>, typeof OUTCOME_GROUP_COLUMNS> & {
    title: string;
  };
  /** Above it; null for the root. */
  readonly parent: string | null;
}

export interface StandardContent extends Keyed {
  readonly columns: Columns<Selectable<GradingStandardsTable>, typeof STANDARD_COLUMNS>;
}

export interface FeedContent extends Keyed {
  readonly columns: Columns<Selectable<ExternalFeedsTable>, typeof FEED_COLUMNS> & { url: string };
}

export interface CourseContent {
  readonly settings: SettingsContent | null;
  /** Undefined where nothing is said of it. */
  readonly syllabus: string | null | undefined;
  readonly latePolicy: Columns<Selectable<LatePoliciesTable>, typeof POLICY_COLUMNS> | null;
  readonly standards: readonly StandardContent[];
  readonly feeds: readonly FeedContent[];
  readonly folders: readonly FolderContent[];
  readonly files: readonly FileContent[];
  readonly outcomeGroups: readonly OutcomeGroupContent[];
  readonly outcomes: readonly OutcomeContent[];
  readonly rubrics: readonly RubricContent[];
  readonly groups: readonly GroupContent[];
  readonly assignments: readonly AssignmentContent[];
  /** Announcements too. */
  readonly topics: readonly TopicContent[];
  readonly pages: readonly PageContent[];
  readonly modules: readonly ModuleContent[];
  /** What a token in HTML was before, where a link to it may still be good. */
  readonly originals: ReadonlyMap<string, string>;
}

export const nothing: CourseContent = {
  settings: null,
  syllabus: undefined,
  latePolicy: null,
  standards: [],
  feeds: [],
  folders: [],
  files: [],
  outcomeGroups: [],
  outcomes: [],
  rubrics: [],
  groups: [],
  assignments: [],
  topics: [],
  pages: [],
  modules: [],
  originals: new Map(),
};

/** Some columns of a row. */
export function pick<Row extends object, const Names extends readonly (keyof Row)[]>(
  row: Row,
  names: Names,
): Pick<Row, Names[number]> {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Names[number]>;
}
