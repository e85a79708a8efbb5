/** The shapes of the JSON columns, for the generated table types: `<table>.<column>` → what a query returns. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export interface DateSpan {
  start_at: string | null;
  end_at: string | null;
}

/** What an application asks for at /login/oauth2/auth, as far as it was found in order. */
export interface AuthorizationRequest {
  developer_key_id: number;
  redirect_uri: string;
  scopes: string[];
  purpose: string | null;
  state: string | null;
  code_challenge: string | null;
  /** Binds the consent to the page that showed it. */
  consent_token: string;
}

/** A level of an outcome, the one with the most points first. */
export interface OutcomeRating {
  description: string;
  points: number;
}

/** A level of an account's or a course's mastery scale. */
export interface ProficiencyRating {
  description: string;
  points: number;
  mastery: boolean;
  color: string;
}

export interface RubricRating {
  description: string;
  long_description: string;
  points: number;
  criterion_id: string;
  id: string;
}

/** A row of a rubric; the last three where it measures an outcome. */
export interface RubricCriterion {
  description: string;
  /** HTML. */
  long_description: string;
  points: number;
  id: string;
  criterion_use_range: boolean;
  learning_outcome_id?: number;
  mastery_points?: number | null;
  ignore_for_scoring?: boolean;
  /** The best first. */
  ratings: RubricRating[];
}

/** What somebody says of one criterion. */
export interface RubricMark {
  /** Of the rating that was chosen. */
  id: string | null;
  points?: number;
  criterion_id: string;
  learning_outcome_id: number | null;
  ignore_for_scoring?: boolean;
  description: string;
  comments_enabled: boolean;
  comments: string | null;
  above_threshold?: boolean;
  comments_html?: string;
}

/** What of a course, or of a package, is to be copied: kinds as a whole, and single things by their migration ids. */
export interface CopySelection {
  /** Canvas's names: `assignments`, `wiki_pages`, `course_settings` … */
  all: string[];
  keys: Record<string, string[]>;
}

/** How the dates of what is copied move. Dates as they were given, or null to take those of the courses. */
export interface DateShiftOptions {
  remove_dates: boolean;
  old_start_date: string | null;
  old_end_date: string | null;
  new_start_date: string | null;
  new_end_date: string | null;
  /** Days of the week, Sunday 0. */
  day_substitutions: Record<string, number>;
}

/** A thing that can be chosen, in the list of its kind. */
export interface OverviewItem {
  key: string;
  title: string;
  /** Of an assignment. */
  group?: string;
  /** Of a file. */
  folder?: string;
  linked?: { type: string; key: string; title: string };
  /** Of a module. */
  item_count?: number;
}

/** What can be chosen, by Canvas's names of kinds. */
export interface ContentOverview {
  has_settings: boolean;
  has_syllabus: boolean;
  kinds: Record<string, OverviewItem[]>;
}

export interface JsonColumns {
  'accounts.settings': Record<string, JsonValue>;
  'accounts.services': Record<string, boolean>;
  'assignment_groups.rules': { drop_lowest?: number; drop_highest?: number; never_drop?: number[] };
  'assignment_groups.integration_data': Record<string, JsonValue>;
  'assignments.external_tool_tag_attributes': { [key: string]: JsonValue };
  'assignments.integration_data': Record<string, JsonValue>;
  'audit_events.event_data': { [key: string]: JsonValue };
  'content_exports.selection': CopySelection;
  'content_migrations.settings': { [key: string]: JsonValue };
  'content_migrations.date_shift_options': DateShiftOptions;
  'content_migrations.selection': CopySelection;
  'content_migrations.overview': ContentOverview;
  'context_module_progressions.requirements_met': { id: number; type: string }[];
  'context_module_progressions.incomplete_requirements': { id: number; type: string; score: number | null }[];
  'courses.settings': Record<string, JsonValue>;
  'courses.blueprint_restrictions': Record<string, boolean>;
  'courses.blueprint_restrictions_by_object_type': Record<string, Record<string, boolean>>;
  'courses.tab_configuration': { id: string; hidden?: boolean }[];
  'developer_keys.public_jwk': { [key: string]: JsonValue };
  'error_reports.http_env': { [key: string]: JsonValue };
  'error_reports.data': { [key: string]: JsonValue };
  'enrollment_terms.overrides': Record<string, DateSpan>;
  'module_items.link_settings': { selection_width?: number | null; selection_height?: number | null };
  'learning_outcomes.ratings': OutcomeRating[];
  'grading_standards.data': [name: string, value: number][];
  'one_time_secrets.data': { [key: string]: JsonValue };
  'outcome_proficiencies.ratings': ProficiencyRating[];
  'rubric_assessments.data': RubricMark[];
  'rubric_associations.summary_data': { saved_comments?: Record<string, string[]> };
  'rubric_imports.error_data': { message: string }[];
  'rubrics.data': RubricCriterion[];
  'sessions.authorization_request': AuthorizationRequest;
  'signing_keys.private_jwk': { [key: string]: JsonValue };
  'submission_versions.model': { [key: string]: JsonValue };
  'user_merges.moved': Record<string, number[]>;
  'users.preferences': Record<string, JsonValue>;
}
