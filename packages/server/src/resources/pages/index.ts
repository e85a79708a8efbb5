/**
 * Pages: https://canvas.instructure.com/doc/api/pages.html
 * Differences from Canvas: docs/differences.md, "Pages".
 *
 * There are no ePortfolios yet, so every id of one names nothing. Pages of mastery paths, which carry an assignment, don't
 * exist either, nor do block editors.
 */
import type { Operation } from '../../http/operation.ts';
import create from './create.ts';
import destroy from './destroy.ts';
import duplicate from './duplicate.ts';
import list from './list.ts';
import ofEportfolio from './of-eportfolio.ts';
import revert from './revert.ts';
import revisions from './revisions.ts';
import show from './show.ts';
import showFrontPage from './show-front-page.ts';
import showLatestRevision from './show-latest-revision.ts';
import showRevision from './show-revision.ts';
import update from './update.ts';
import updateFrontPage from './update-front-page.ts';

export default [
  ...showFrontPage,
  duplicate,
  ...updateFrontPage,
  ...list,
  ...create,
  ...show,
  ...update,
  ...destroy,
  ...revisions,
  ...showLatestRevision,
  ...showRevision,
  ...revert,
  ofEportfolio,
] as readonly Operation[];
