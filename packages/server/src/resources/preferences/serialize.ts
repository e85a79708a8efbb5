import type { User } from '../../http/context.ts';
import { Settings } from './schema.ts';

type Preferences = User['preferences'];

export const settingNames = Object.keys(Settings.properties) as (keyof Settings)[];

/** What was never set is false. */
export const serializeSettings = (preferences: Preferences): Settings =>
  Object.fromEntries(settingNames.map((name) => [name, preferences[name] === true])) as Settings;

export const customColors = (preferences: Preferences) =>
  (preferences['custom_colors'] ?? {}) as Record<string, string>;

export const dashboardPositions = (preferences: Preferences) =>
  (preferences['dashboard_positions'] ?? {}) as Record<string, number>;
