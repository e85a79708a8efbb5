/** The shapes of the JSON columns, for the generated table types: `<table>.<column>` → what a query returns. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export interface DateSpan {
  start_at: string | null;
  end_at: string | null;
}

export interface JsonColumns {
  'accounts.settings': Record<string, JsonValue>;
  'accounts.services': Record<string, boolean>;
  'courses.settings': Record<string, JsonValue>;
  'courses.blueprint_restrictions': Record<string, boolean>;
  'courses.blueprint_restrictions_by_object_type': Record<string, Record<string, boolean>>;
  'courses.tab_configuration': { id: string; hidden?: boolean }[];
  'error_reports.http_env': { [key: string]: JsonValue };
  'error_reports.data': { [key: string]: JsonValue };
  'enrollment_terms.overrides': Record<string, DateSpan>;
  'user_merges.moved': Record<string, number[]>;
  'users.preferences': Record<string, JsonValue>;
}
