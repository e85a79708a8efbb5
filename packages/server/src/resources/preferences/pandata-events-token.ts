import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { Decimal, Shape, Text } from '../../http/schema.ts';

export default operation('POST /api/v1/users/self/pandata_events_token', {
  summary: 'A token to send usage events to Instructure with, which only its own mobile apps get',
  requires: 'user',
  returns: Shape({ url: Text, auth_token: Text, props_token: Text, expires_at: Decimal }),
  // As a Canvas whose settings allow no developer key.
  async handle() {
    throw new Refusal(403, { message: 'Developer key not authorized' });
  },
});
