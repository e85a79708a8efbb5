/**
 * Preferences of a user: https://canvas.instructure.com/doc/api/users.html#method.users.settings
 * Differences from Canvas: an editor that doesn't exist, a missing `dashboard_positions` and a position that is no
 * number at all are 400 (Canvas fails with 500). There are no groups yet, so none can be named.
 */
import listColors from './list-colors.ts';
import pandataEventsToken from './pandata-events-token.ts';
import showColor from './show-color.ts';
import showDashboardPositions from './show-dashboard-positions.ts';
import showSettings from './show-settings.ts';
import storeColor from './store-color.ts';
import storeDashboardPositions from './store-dashboard-positions.ts';
import storeFilesUiVersion from './store-files-ui-version.ts';
import storeTextEditor from './store-text-editor.ts';
import updateSettings from './update-settings.ts';

export default [
  showSettings,
  updateSettings,
  listColors,
  showColor,
  storeColor,
  storeTextEditor,
  storeFilesUiVersion,
  showDashboardPositions,
  storeDashboardPositions,
  pandataEventsToken,
];
