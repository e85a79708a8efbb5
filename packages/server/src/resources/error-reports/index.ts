/**
 * Error reports: https://canvas.instructure.com/doc/api/error_reports.html
 * A server fault is stored by report-fault.ts and numbered in its answer; administrators read it back with Easel's own
 * GET /api/easel/v1/error_reports/{id}. Differences from Canvas: docs/differences.md, "Error reports".
 */
import create from './create.ts';
import show from './show.ts';

export default [create, show];
