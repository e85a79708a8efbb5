import { operation, Reply } from '../../http/operation.ts';
import { Text } from '../../http/schema.ts';
import { TEMPLATE } from './table.ts';

export default operation('GET /api/v1/rubrics/upload_template', {
  summary: 'A table to fill in, for the import of rubrics',
  requires: 'user',
  returns: Text,
  handle: async () =>
    new Reply(200, TEMPLATE, {
      'content-type': 'text/csv',
      'content-disposition': 'attachment; filename="import_rubric_template.csv"',
    }),
});
