import { findFolder } from '../../files/folders.ts';
import { ownerUrl, PLACE_FORMS, readPlace } from '../../files/place.ts';
import type { RemoteFile } from '../../files/remote-file.ts';
import { EXIT } from '../../frame/exit-codes.ts';
import { Failure, UsageError } from '../../frame/failure.ts';
import { listCommand } from '../list-command.ts';

const SORTS = ['name', 'size', 'created_at', 'updated_at', 'content_type', 'user'] as const;

export default listCommand({
  noun: 'files',
  summary: 'The files of a course, a user, a group, or of one folder',
  details: `PLACE is ${PLACE_FORMS}. With a path, or a folder, only what is directly in that folder.`,
  arguments: [
    { name: 'PLACE', summary: 'whose files, or in which folder; otherwise your own', optional: true },
  ],
  options: {
    search: { type: 'text', value: 'TEXT', summary: 'in the name; two characters or more' },
    type: { type: 'text', value: 'TYPE', multiple: true, summary: 'only these: image, application/pdf' },
    sort: { type: 'text', value: 'BY', choices: SORTS, summary: 'in which order; otherwise by name' },
    descending: { type: 'flag', summary: 'the other way round' },
  },
  examples: [
    { line: 'easel files list course:42', what: 'all files of a course, in whatever folder' },
    { line: "easel files list 'user:self:/Eval Reports/Fall2015'", what: 'what is in a folder of yours' },
    {
      line: 'easel files list course:sis_course_id:CHEM-101 --sort size --descending --limit 20',
      what: 'what takes the space',
    },
  ],
  columns: [
    { key: 'id', title: 'ID' },
    { key: 'display_name', title: 'Name', page: '/files/{id}' },
    { key: 'size', title: 'Size' },
    { key: 'content-type', title: 'Type' },
    { key: 'folder_id', title: 'Folder' },
    { key: 'created_at', title: 'Created' },
    { key: 'updated_at', title: 'Updated' },
    { key: 'modified_at', title: 'Modified' },
    { key: 'locked', title: 'Locked' },
    { key: 'hidden', title: 'Hidden' },
    { key: 'uuid', title: 'UUID' },
    { key: 'user.display_name', title: 'Uploaded by' },
  ],
  defaultColumns: ['id', 'display_name', 'size', 'content-type', 'updated_at'],
  facets: ['content-type'],
  async list(canvas, { search, type, sort, descending }, keys, [where = 'user:self']) {
    const place = readPlace('PLACE', where);
    if (search !== undefined && search.length < 2)
      throw new UsageError('--search takes two characters or more');
    const folder = place.path && (await findFolder(canvas, place));
    if (place.path && !folder) {
      throw new Failure('There is no such folder', {
        exitCode: EXIT.notFound,
        hint: 'easel files list course:ID',
      });
    }
    const owner = folder ? { kind: 'folder' as const, id: folder.id } : place;
    return canvas.rawList<RemoteFile>(`${ownerUrl(owner)}/files`, {
      params: {
        ...(search !== undefined && { search_term: search }),
        ...(type.length > 0 && { content_types: [...type] }),
        ...(sort !== undefined && { sort }),
        ...(descending && { order: 'desc' }),
        ...(keys?.some((key) => key.startsWith('user.')) && { include: ['user'] }),
      },
    });
  },
});
