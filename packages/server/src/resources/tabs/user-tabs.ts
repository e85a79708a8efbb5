/** The tabs of somebody's profile. Source: Canvas's UserProfile#tabs_available. */
import type { TabEntry } from './entry.ts';

/** What decides about the tabs, of the one who looks. */
export interface ProfileFacts {
  readonly profilesOn: boolean;
  readonly eportfoliosOn: boolean;
  /** Works in courses or accounts, and so shares content with others who do. */
  readonly sharesContent: boolean;
  readonly observes: boolean;
  readonly isTestStudent: boolean;
}

const tab = (id: string, label: string, path: string): TabEntry => ({ id, label, path });

export function userTabs(facts: ProfileFacts): TabEntry[] {
  const own = [
    tab('notifications', 'Notifications', '/profile/communication'),
    ...(facts.profilesOn ? [tab('profile', 'Profile', '/profile')] : []),
    tab('files', 'Files', '/files'),
    tab('profile_settings', 'Settings', '/profile/settings'),
    ...(facts.eportfoliosOn ? [tab('eportfolios', 'ePortfolios', '/dashboard/eportfolios')] : []),
    ...(facts.sharesContent ? [tab('content_shares', 'Shared Content', '/profile/content_shares')] : []),
  ];
  return [
    ...(facts.isTestStudent ? own.slice(0, 2) : own),
    ...(facts.observes ? [tab('observees', 'Observing', '/profile/observees')] : []),
    tab('past_global_announcements', 'Global Announcements', '/account_notifications'),
  ];
}
