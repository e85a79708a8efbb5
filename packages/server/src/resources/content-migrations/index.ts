/**
 * Content migrations: https://canvas.instructure.com/doc/api/content_migrations.html
 * Differences from Canvas: docs/differences.md, "Content migrations".
 *
 * The work itself is in domain/copying/: a course or an archive is read as data, and data is written into a course. There
 * are no quizzes, question banks, events and tools yet, so that none are copied; plugins for other systems' archives are
 * off, and their types invalid. The audit_info of site administrators is nobody's here.
 */
import type { Operation } from '../../http/operation.ts';
import assetIdMapping from './asset-id-mapping.ts';
import create from './create.ts';
import { listIssues, showIssue, updateIssue } from './issues.ts';
import list from './list.ts';
import listMigrators from './list-migrators.ts';
import selectiveData from './selective-data.ts';
import show from './show.ts';
import update from './update.ts';

export default [
  ...listIssues,
  ...showIssue,
  ...updateIssue,
  ...list,
  ...show,
  ...create,
  ...update,
  ...listMigrators,
  ...selectiveData,
  assetIdMapping,
] as readonly Operation[];
