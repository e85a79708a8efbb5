import { expectTypeOf, it } from 'vitest';
import type { Account, Course, OperationId, OperationTypes, Token } from './generated/operation-types.ts';
import type { JsonValue } from './json-value.ts';

type Show = OperationTypes['GET /api/v1/courses/{id}'];
type Create = OperationTypes['POST /api/v1/accounts/{account_id}/courses']['params'];
type Roles = OperationTypes['PUT /api/v1/accounts/{account_id}/roles/{id}']['params'];

it('types parameters as they are after coercion', () => {
  expectTypeOf<Show>().toEqualTypeOf<{
    path: { id: string };
    params: { include?: string[]; teacher_limit?: number | null };
    returns: Course;
  }>();
  expectTypeOf<NonNullable<Create['course']>['start_at']>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Create['offer']>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<NonNullable<Roles['permissions']>[string]['locked']>().toEqualTypeOf<boolean | undefined>();
});

it('types answers by their models, and JSON where nothing is documented', () => {
  expectTypeOf<OperationTypes['GET /api/v1/accounts']['returns']>().toEqualTypeOf<Account[]>();
  expectTypeOf<OperationTypes['POST /api/v1/users/{user_id}/tokens']['returns']>().toEqualTypeOf<Token>();
  expectTypeOf<OperationTypes['GET /api/v1/users/{user_id}/logins']['returns']>().toEqualTypeOf<JsonValue>();
  expectTypeOf<Account['parent_account_id']>().toEqualTypeOf<number | null | undefined>();
});

it('knows operations by name', () => {
  expectTypeOf<'GET /api/v1/nowhere'>().not.toExtend<OperationId>();
});
