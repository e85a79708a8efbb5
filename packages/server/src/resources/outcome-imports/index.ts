/**
 * Outcome Imports: https://canvas.instructure.com/doc/api/outcome_imports.html
 * The table's columns: https://canvas.instructure.com/doc/api/file.outcomes_csv.html
 */
import create from './create.ts';
import createdGroupIds from './created-group-ids.ts';
import show from './show.ts';

export default [...create, ...show, ...createdGroupIds];
