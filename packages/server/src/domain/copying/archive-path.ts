/**
 * Where a file stands in an archive. What other systems take for a way out of it, or for a drive, is in no name:
 * `C: notes`, `..`, backslashes.
 */
export const archivePath = (folder: string, name: string): string =>
  [...folder.split('/'), name]
    .filter((part) => part !== '')
    .map((part) =>
      part
        .replaceAll('\\', '_')
        .replace(/^\.{1,2}$/, '_')
        .replace(/^([a-z]):/i, '$1_'),
    )
    .join('/');
