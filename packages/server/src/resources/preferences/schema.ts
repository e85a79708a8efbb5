import { Count, Flag, MapOf, Nullable, Shape, type Static, Text } from '../../http/schema.ts';

/** Flat booleans, in Canvas's order. */
export const Settings = Shape({
  manual_mark_as_read: Flag,
  collapse_global_nav: Flag,
  collapse_course_nav: Flag,
  hide_dashcard_color_overlays: Flag,
  release_notes_badge_disabled: Flag,
  comment_library_suggestions_enabled: Flag,
  elementary_dashboard_disabled: Flag,
  default_to_block_editor: Flag,
  widget_dashboard_user_preference: Flag,
  widget_dashboard_dark_mode: Flag,
});
export type Settings = Static<typeof Settings>;

/** By asset string: `{"course_42": "#abc123"}` */
export const CustomColors = Shape({ custom_colors: MapOf(Text) });
export const CustomColor = Shape({ hexcode: Text });
/** By asset string: `{"course_42": 2}` */
export const DashboardPositions = Shape({ dashboard_positions: MapOf(Count) });
export const TextEditorPreference = Shape({ text_editor_preference: Nullable(Text) });
export const FilesUiVersion = Shape({ files_ui_version: Text });
