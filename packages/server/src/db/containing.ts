/** The pattern for `ilike` that finds text anywhere, with nothing in it taken for a wildcard. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
