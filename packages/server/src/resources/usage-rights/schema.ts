import { Nullable, OneOf, Shape, type Static, Text } from '../../http/schema.ts';

export const JUSTIFICATIONS = [
  'own_copyright',
  'public_domain',
  'used_by_permission',
  'fair_use',
  'creative_commons',
] as const;
export type Justification = (typeof JUSTIFICATIONS)[number];

export const UsageRights = Shape({
  use_justification: OneOf(...JUSTIFICATIONS),
  license: Text,
  legal_copyright: Nullable(Text),
  license_name: Text,
});
export type UsageRights = Static<typeof UsageRights>;

export const License = Shape({ id: Text, name: Text, url: Text });
export type License = Static<typeof License>;
