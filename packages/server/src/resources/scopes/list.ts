import { everyOperation, type OperationSpec } from '@easel/contract';
import { operation } from '../../http/operation.ts';
import { Either, List, MapOf, Optional, Shape, type Static, Text } from '../../http/schema.ts';
import { scopeOf, USER_INFO } from '../../http/scopes.ts';
import { account } from '../accounts/load.ts';

const Scope = Shape({
  controller: Optional(Text),
  action: Optional(Text),
  verb: Text,
  path: Optional(Text),
  scope: Text,
  resource: Text,
  resource_name: Text,
});
type Scope = Static<typeof Scope>;

export default operation('GET /api/v1/accounts/{account_id}/scopes', {
  summary: 'Every scope that a key or a token can be narrowed to',
  load: { account: account('account_id') },
  requires: { account: 'manage_developer_keys' },
  returns: Either(List(Scope), MapOf(List(Scope))),
  async handle({ params }) {
    const scopes = everyScope();
    if (params.group_by !== 'resource_name') return scopes;
    return Object.fromEntries(Map.groupBy(scopes, ({ resource_name }) => resource_name));
  },
});

/** In the order of their headings. */
function everyScope(): Scope[] {
  const userInfo = { verb: 'GET', scope: USER_INFO, resource: 'oauth2', resource_name: 'OAuth 2' };
  const scopes = [userInfo, ...everyOperation.map(scopeJson)];
  return scopes.sort((a, b) => a.resource_name.localeCompare(b.resource_name, 'en'));
}

function scopeJson(spec: OperationSpec): Scope {
  const scope = scopeOf(spec);
  const resource = spec.resource.toLowerCase().replaceAll(' ', '_');
  return {
    controller: resource,
    action: spec.nickname,
    verb: spec.method,
    path: scope.slice(scope.indexOf('|') + 1),
    scope,
    resource,
    resource_name: spec.resource,
  };
}
