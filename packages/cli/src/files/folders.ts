import { type Canvas, NotFoundError } from '@easel/client';
import { ownerUrl, type Place, placeText } from './place.ts';

export interface Folder {
  readonly id: string;
  readonly name: string;
  readonly full_name: string;
}

/** The folder at a place; undefined when the path leads nowhere. @throws NotFoundError when its owner isn't there */
export async function findFolder(canvas: Canvas, place: Place): Promise<Folder | undefined> {
  const names = place.path ?? [];
  if (place.kind !== 'folder') {
    try {
      const path = names.map((name) => encodeURIComponent(name).replaceAll('.', '%2E')).join('/');
      const url = `${ownerUrl(place)}/folders/by_path${path && `/${path}`}`;
      return (await canvas.raw<Folder[]>('GET', url)).body.at(-1);
    } catch (error) {
      if (!(error instanceof NotFoundError) || names.length === 0) throw error;
      return undefined;
    }
  }
  let folder = (await canvas.raw<Folder>('GET', ownerUrl(place))).body;
  for (const name of names) {
    const child = (await foldersIn(canvas, folder)).find((each) => each.name === name);
    if (!child) return undefined;
    folder = child;
  }
  return folder;
}

export const foldersIn = (canvas: Canvas, folder: Folder): Promise<Folder[]> =>
  canvas.rawList<Folder>(`/api/v1/folders/${folder.id}/folders`).toArray();

/** Places and the folders that are there; one after another, for two at once would make two folders of one name. */
export class Folders {
  readonly #canvas: Canvas;
  readonly #found = new Map<string, Folder>();

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
  }

  async find(place: Place): Promise<Folder | undefined> {
    const known = this.#found.get(placeText(place));
    if (known) return known;
    const folder = await findFolder(this.#canvas, place);
    if (folder) this.#found.set(placeText(place), folder);
    return folder;
  }

  /** Makes it, and those on the way, where they aren't there. */
  async make(place: Place): Promise<Folder> {
    const found = await this.find(place);
    if (found) return found;
    const path = place.path ?? [];
    const parent = await this.make({ ...place, path: path.slice(0, -1) });
    const { body: folder } = await this.#canvas.raw<Folder>('POST', `/api/v1/folders/${parent.id}/folders`, {
      params: { name: path.at(-1) },
    });
    this.#found.set(placeText(place), folder);
    return folder;
  }
}
