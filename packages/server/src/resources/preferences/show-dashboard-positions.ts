import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { DashboardPositions } from './schema.ts';
import { dashboardPositions } from './serialize.ts';

export default operation('GET /api/v1/users/{id}/dashboard_positions', {
  summary: 'Where courses stand on a user’s dashboard',
  load: { user: user('id') },
  requires: { user: 'read' },
  returns: DashboardPositions,
  handle: async ({ user }) => ({ dashboard_positions: dashboardPositions(user.preferences) }),
});
