import { inContexts } from '../../http/in-contexts.ts';
import { accountsAndCourses } from '../outcome-groups/load.ts';
import { outcomeImport } from './load.ts';
import { OutcomeImport } from './schema.ts';
import { serializeOutcomeImport } from './serialize.ts';

export default inContexts(accountsAndCourses, 'GET /api/v1/{context}/outcome_imports/{id}', {
  summary: 'How an import of outcomes stands',
  load: { outcomeImport: outcomeImport('id') },
  requires: { context: ['import_outcomes', 'manage_outcomes'] },
  returns: OutcomeImport,
  handle: ({ ctx, outcomeImport }) => serializeOutcomeImport(ctx, outcomeImport),
});
