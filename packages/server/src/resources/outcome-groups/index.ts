/**
 * Outcome Groups: https://canvas.instructure.com/doc/api/outcome_groups.html
 *
 * What is global belongs to an installation's site administrators. An institution of its own has none: everybody who is
 * signed in reads its one, empty, root, and nobody changes it.
 */
import createSubgroup from './create-subgroup.ts';
import destroy from './destroy.ts';
import importGroup from './import.ts';
import link from './link.ts';
import list from './list.ts';
import listLinks from './list-links.ts';
import listOutcomes from './list-outcomes.ts';
import listSubgroups from './list-subgroups.ts';
import redirectToRoot from './redirect-to-root.ts';
import show from './show.ts';
import unlink from './unlink.ts';
import update from './update.ts';

export default [
  ...redirectToRoot,
  ...list,
  ...listLinks,
  ...show,
  ...update,
  ...destroy,
  ...listOutcomes,
  ...link,
  ...unlink,
  ...listSubgroups,
  ...createSubgroup,
  ...importGroup,
];
