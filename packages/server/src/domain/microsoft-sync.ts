/** Microsoft Teams sync: what an account says of it, and what makes no sense. Source: Canvas's settings validator. */
import type { JsonValue } from '../db/json-columns.ts';
import { enabledFeatures } from './features.ts';

const microsoftSyncSettings = [
  'microsoft_sync_enabled',
  'microsoft_sync_tenant',
  'microsoft_sync_login_attribute',
  'microsoft_sync_login_attribute_suffix',
  'microsoft_sync_remote_attribute',
] as const;
export type MicrosoftSync = Partial<Record<(typeof microsoftSyncSettings)[number], JsonValue>>;

const LOGIN_ATTRIBUTES = ['email', 'preferred_username', 'sis_user_id', 'integration_id'];
const REMOTE_ATTRIBUTES = ['userPrincipalName', 'mail', 'mailNickname'];
/** A domain name: labels of letters, digits and inner hyphens. */
const TENANT = /^(?:(?!-)[A-Za-z0-9-]+(?<!-)\.)+(?!-)[A-Za-z0-9-]+(?<!-)$/;

/** Of everything that is sent or stored, what belongs to the sync. */
export function microsoftSyncOf(settings: Readonly<Record<string, unknown>>): MicrosoftSync {
  const found = microsoftSyncSettings.filter(
    (name) => settings[name] !== undefined && settings[name] !== null && settings[name] !== '',
  );
  return Object.fromEntries(found.map((name) => [name, settings[name]]));
}

/** What Canvas says against some settings, or undefined where they can be saved. */
export function microsoftSyncFault(
  settings: MicrosoftSync,
  features: ReadonlySet<string> = enabledFeatures,
): string | undefined {
  if (!features.has('microsoft_group_enrollments_syncing')) {
    return 'This account does not allow for Microsoft Teams sync to be enabled. Please enable the "Microsoft Group enrollment syncing" feature flag before editing any settings.';
  }
  const enabled = settings.microsoft_sync_enabled;
  if (enabled === undefined) return 'Please specify whether to enable or disable Microsoft Teams sync.';
  if (enabled !== true) return undefined;
  if (Object.keys(settings).length === 1) {
    return 'To enable Microsoft Teams Sync, please provide a tenant, login attribute, and remote attribute.';
  }
  if (!TENANT.test(String(settings.microsoft_sync_tenant))) {
    return 'Invalid Microsoft Sync tenant given. Please validate your tenant.';
  }
  if (!LOGIN_ATTRIBUTES.includes(String(settings.microsoft_sync_login_attribute))) {
    return `Invalid Microsoft Teams Sync login attribute. Valid login attributes: ${listed(LOGIN_ATTRIBUTES)}`;
  }
  const suffix = String(settings.microsoft_sync_login_attribute_suffix ?? '');
  if (suffix.length >= 255 || /\s/.test(suffix)) {
    return 'Invalid Microsoft Teams Sync login attribute suffix. A suffix must be less than 255 characters and cannot have any whitespace.';
  }
  if (!REMOTE_ATTRIBUTES.includes(String(settings.microsoft_sync_remote_attribute))) {
    return `Invalid Microsoft Team Sync remote attribute. Valid remote attributes: ${listed(REMOTE_ATTRIBUTES)}`;
  }
  return undefined;
}

const listed = (words: readonly string[]) => `${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`;
