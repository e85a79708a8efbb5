/** What the caller may learn about users in a course or an account; the same for all users of a list. */
import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import { mayToUser } from '../../domain/user-access.ts';
import type { Account, Context, User } from '../../http/context.ts';

/** Where users are looked at. A user is the context of his own relations (observers). */
export type UserContext =
  | { readonly course: CourseRow }
  | { readonly account: Account }
  | { readonly user: User };

export interface Shown {
  /** SIS ids. */
  readonly sis: boolean;
  /** The fields that come with the login: Canvas gives them to whoever administers something here. */
  readonly login: boolean;
  readonly loginId: boolean;
  readonly sisImportId: boolean;
  readonly email: boolean;
}

const nothing: Shown = { sis: false, login: false, loginId: false, sisImportId: false, email: false };

export async function shownIn(ctx: Context, context: UserContext | undefined): Promise<Shown> {
  if (!ctx.user || !context) return nothing;
  const { may, isAdmin } = await rightsIn(ctx, context);
  const root = await adminPermissions(ctx, ctx.rootAccount.path, 'account');
  const managesSis = root.permissions.has('manage_sis');
  const [students, sis, loginId, email] = await Promise.all([
    may('manage_students'),
    may('read_sis'),
    may('view_user_logins'),
    may('read_email_addresses'),
  ]);
  const login = students || sis || loginId || isAdmin || managesSis;
  return {
    login,
    sis: sis || managesSis,
    loginId: login && loginId,
    sisImportId: login && managesSis,
    email,
  };
}

type Asked = 'manage_students' | 'read_sis' | 'view_user_logins' | 'read_email_addresses';
interface Rights {
  may(right: Asked): boolean | Promise<boolean>;
  isAdmin: boolean;
}

async function rightsIn(ctx: Context, context: UserContext): Promise<Rights> {
  if ('course' in context) {
    const access = await courseAccess(ctx, context.course);
    return { may: (right) => courseGrants(right, access), isAdmin: access.isAccountAdmin };
  }
  if ('user' in context) {
    const { isAdmin } = await adminPermissions(ctx, ctx.rootAccount.path, 'account');
    return {
      may: async (right) => right !== 'manage_students' && mayToUser(ctx, context.user, right),
      isAdmin,
    };
  }
  const { permissions, isAdmin } = await adminPermissions(ctx, context.account.path, 'account');
  return { may: (right) => permissions.has(right), isAdmin };
}
