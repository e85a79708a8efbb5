import type { CastMember, Stage, WhoMay } from '../../../testing/who-may.ts';

const himselfAndRoot: CastMember[] = ['student', 'rootAdmin'];

/** By its hint, the beginning of the secret. */
const tokenOfStudent = ({ people: { student } }: Stage) =>
  `users/${student.id}/tokens/${student.token.slice(0, 5)}`;

export default {
  'GET /api/v1/users/{user_id}/user_generated_tokens': ({ people }) => ({
    path: `users/${people.student.id}/user_generated_tokens`,
    may: himselfAndRoot,
  }),
  'GET /api/v1/users/{user_id}/tokens/{id}': (stage) => ({
    path: tokenOfStudent(stage),
    may: himselfAndRoot,
  }),
  'POST /api/v1/users/{user_id}/tokens': ({ people }) => ({
    path: `users/${people.student.id}/tokens`,
    params: { token: { purpose: 'test', expires_at: '2026-10-01' } },
    may: himselfAndRoot,
  }),
  'PUT /api/v1/users/{user_id}/tokens/{id}': (stage) => ({
    path: tokenOfStudent(stage),
    params: { token: { purpose: 'test' } },
    may: himselfAndRoot,
  }),
  'DELETE /api/v1/users/{user_id}/tokens/{id}': (stage) => ({
    path: tokenOfStudent(stage),
    may: himselfAndRoot,
  }),
} satisfies WhoMay;
