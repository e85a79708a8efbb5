/**
 * What a permission means, told from the registry. Canvas has pages of prose for this, which are Instructure's; Easel
 * says what its own rules do.
 */
import type { BaseRoleType } from '../../domain/base-roles.ts';
import { type PermissionGroup, permissionGroups } from '../../domain/permission-groups.ts';
import {
  groupMembers,
  isPermission,
  type Permission,
  type PermissionSpec,
  permissions,
} from '../../domain/permissions.ts';
import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { builtInLabels } from './labels.ts';
import { PermissionHelp } from './schema.ts';

export default operation('GET /api/v1/permissions/{context_type}/{permission}/help', {
  summary: 'What a permission, or a group of them, allows and to whom it can be given',
  requires: 'user',
  returns: PermissionHelp,
  async handle({ path: { context_type, permission: name } }) {
    const inCourses = context_type.toLowerCase() === 'course';
    const keys = keysOf(name);
    return {
      details: keys.map((key) => ({
        title: permissions[key].label.trim(),
        description: whoHas(permissions[key], inCourses),
      })),
      considerations: keys.flatMap((key) =>
        limitsOf(permissions[key], inCourses).map((description) => ({
          title: permissions[key].label.trim(),
          description,
        })),
      ),
    };
  },
});

function keysOf(name: string): Permission[] {
  if (isPermission(name)) return [name];
  if (Object.hasOwn(permissionGroups, name)) return groupMembers(name as PermissionGroup);
  throw new NotFound();
}

const isCourseRole = (base: BaseRoleType) => base.endsWith('Enrollment');
const labelOfBase = (base: BaseRoleType) =>
  base === 'AccountMembership' ? 'custom account roles' : builtInLabels[base];
const listed = (bases: readonly BaseRoleType[]) => bases.map(labelOfBase).join(', ') || 'nobody';

function whoHas({ trueFor, availableTo }: PermissionSpec, inCourses: boolean): string {
  const here = (bases: readonly BaseRoleType[]) => bases.filter((base) => isCourseRole(base) === inCourses);
  const grantable = here(availableTo).filter((base) => !trueFor.includes(base));
  return `On by default for: ${listed(here(trueFor))}. Can also be given to: ${listed(grantable)}.`;
}

function limitsOf(
  { scope, concluded, notBeforeStart, features }: PermissionSpec,
  inCourses: boolean,
): string[] {
  return [
    ...(scope === 'root account' ? ['In force only for roles held in the root account.'] : []),
    ...(scope === 'site admin' ? ['In force only for roles held in Site Admin.'] : []),
    ...(inCourses && notBeforeStart ? ['Not in force before the enrollment begins.'] : []),
    ...(inCourses && scope === 'course'
      ? [`After the course has ended, kept by: ${listed(concluded)}.`]
      : []),
    ...(features.length > 0 ? [`Needs one of these features: ${features.join(', ')}.`] : []),
  ];
}
