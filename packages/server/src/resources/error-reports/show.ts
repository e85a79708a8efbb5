import { operation } from '../../http/operation.ts';
import { inOrderOf } from '../../http/schema.ts';
import { errorReport } from './load.ts';
import { ErrorReport } from './schema.ts';

export default operation('GET /api/easel/v1/error_reports/{id}', {
  summary: 'What went wrong: the report whose number stands in the answer to a server fault',
  load: { report: errorReport('id') },
  requires: { report: 'read' },
  returns: ErrorReport,
  handle: async ({ report }) => inOrderOf(ErrorReport, report),
});
