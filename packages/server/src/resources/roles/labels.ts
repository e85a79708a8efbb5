import type { BaseRoleType } from '../../domain/base-roles.ts';

/** What the built-in roles are called; a custom role is called by its name. */
export const builtInLabels: Readonly<Record<Exclude<BaseRoleType, 'AccountMembership'>, string>> = {
  AccountAdmin: 'Account Admin',
  StudentEnrollment: 'Student',
  TeacherEnrollment: 'Teacher',
  TaEnrollment: 'TA',
  DesignerEnrollment: 'Designer',
  ObserverEnrollment: 'Observer',
};

export const labelOf = ({ name, workflow_state }: { name: string; workflow_state: string }): string =>
  (workflow_state === 'built_in' && (builtInLabels as Readonly<Record<string, string>>)[name]) || name;
