/** The order of a manifest → modules. Its first level are the modules; what is below, their items. */
import type { CourseContent, ItemContent, ModuleContent } from './content.ts';
import { hashed } from './keys.ts';
import type { Element } from './xml.ts';

/** Where what stands in no module goes. */
const MISC = 'Misc Module';

type Links = ReadonlyMap<string, { readonly url: string; readonly title: string }>;

export function modulesOfManifest(manifest: Element, content: CourseContent, links: Links): ModuleContent[] {
  const root = manifest.at('organizations', 'organization', 'item');
  const led = leads(content, links);
  const loose: ItemContent[] = [];
  const modules: ModuleContent[] = [];
  for (const item of root.all('item')) {
    if (item.all('item').length === 0) {
      loose.push(...itemsOf(item, 0, led));
      continue;
    }
    const key = item.attribute('identifier') ?? '';
    const name = item.value('title') || 'Untitled';
    const items = numbered(item.all('item').flatMap((child) => itemsOf(child, 0, led)));
    modules.push({ key, columns: { name, workflow_state: 'active' }, prerequisites: [], items });
  }
  if (loose.length === 0) return modules;
  const key = hashed(`misc module ${manifest.attribute('identifier')}`);
  const misc = { key, columns: { name: MISC, workflow_state: 'active' as const } };
  return [...modules, { ...misc, prerequisites: [], items: numbered(loose) }];
}

const numbered = (items: readonly ItemContent[]): ItemContent[] =>
  items.map((item, index) => ({ ...item, columns: { ...item.columns, position: index + 1 } }));

type Lead = Pick<ItemContent['columns'], 'type'> & {
  readonly content: string | null;
  readonly url?: string;
  readonly title?: string;
};

/** What each resource is by now. */
function leads(content: CourseContent, links: Links): (id: string) => Lead | undefined {
  const found = new Map<string, Lead>();
  for (const { key } of content.files) found.set(key, { type: 'File', content: key });
  for (const { key } of content.pages) found.set(key, { type: 'Page', content: key });
  for (const { key } of content.assignments) found.set(key, { type: 'Assignment', content: key });
  for (const { key } of content.topics) found.set(key, { type: 'Discussion', content: key });
  for (const [key, { url, title }] of links)
    found.set(key, { type: 'ExternalUrl', content: null, url, title });
  return (id) => found.get(id);
}

/** A group within a module is a heading, and what is in it stands below. */
function itemsOf(item: Element, indent: number, led: (id: string) => Lead | undefined): ItemContent[] {
  const children = item.all('item').flatMap((child) => itemsOf(child, indent + 1, led));
  const lead = led(item.attribute('identifierref') ?? '');
  const key = item.attribute('identifier') ?? '';
  const title = item.value('title') || lead?.title || 'No title';
  if (!lead && children.length === 0) return [];
  const { type, content, url } = lead ?? { type: 'SubHeader' as const, content: null, url: undefined };
  const columns = {
    type,
    title,
    position: 0,
    indent,
    workflow_state: 'active' as const,
    ...(url !== undefined && { url }),
  };
  return [{ key, columns, content }, ...children];
}
