import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';

export default operation('GET /api/v1/eportfolios/{eportfolio_id}/pages', {
  summary: 'The pages of an ePortfolio; there are none yet',
  requires: 'user',
  returns: List(Anything),
  async handle() {
    throw new NotFound();
  },
});
