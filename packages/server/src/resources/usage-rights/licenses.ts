/** The licenses that a file can have, in Canvas's order. */
import type { License } from './schema.ts';

const cc = (id: string, terms: string, slug: string): License => ({
  id,
  name: `CC Attribution${terms}`,
  url: `http://creativecommons.org/licenses/${slug}`,
});

export const licenses: readonly License[] = [
  { id: 'private', name: 'Private (Copyrighted)', url: 'http://en.wikipedia.org/wiki/Copyright' },
  cc('cc_by_nc_nd', ' Non-Commercial No Derivatives', 'by-nc-nd/4.0/'),
  cc('cc_by_nc_sa', ' Non-Commercial Share Alike', 'by-nc-sa/4.0'),
  cc('cc_by_nc', ' Non-Commercial', 'by-nc/4.0'),
  cc('cc_by_nd', ' No Derivatives', 'by-nd/4.0'),
  cc('cc_by_sa', ' Share Alike', 'by-sa/4.0'),
  cc('cc_by', '', 'by/4.0'),
  { id: 'public_domain', name: 'Public Domain', url: 'http://en.wikipedia.org/wiki/Public_domain' },
];

export const licenseName = (id: string): string =>
  (licenses.find((license) => license.id === id) ?? (licenses[0] as License)).name;
