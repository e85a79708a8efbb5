/** Assignment extensions: https://canvas.instructure.com/doc/api/assignment_extensions.html */

import set from './set.ts';

export default [set];
