/** What the parameters of a folder change. */
import type { Updateable } from 'kysely';
import type { FoldersTable } from '../../db/tables/index.ts';
import { cleanName } from '../../domain/folders.ts';
import { InvalidRecord } from '../../errors.ts';

export interface FolderParams {
  name?: string | null;
  lock_at?: string | null;
  unlock_at?: string | null;
  locked?: boolean;
  hidden?: boolean;
  position?: number | null;
}

const MAX_NAME = 255;

/** @throws InvalidRecord for a name that no column holds */
export function checkedName(name: string | null | undefined): string {
  const clean = cleanName(name);
  if (clean.length > MAX_NAME) {
    throw new InvalidRecord({
      name: [['too_long', `is too long (maximum is ${MAX_NAME} characters)`]],
    });
  }
  return clean;
}

export function folderChanges(params: FolderParams): Updateable<FoldersTable> {
  const { lock_at, unlock_at, locked, hidden, position } = params;
  return {
    ...(lock_at !== undefined && { lock_at }),
    ...(unlock_at !== undefined && { unlock_at }),
    ...(locked !== undefined && { locked }),
    ...(hidden !== undefined && { workflow_state: hidden ? 'hidden' : 'visible' }),
    ...(typeof position === 'number' && { position }),
  };
}
