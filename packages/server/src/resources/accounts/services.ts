import type { Account } from '../../http/context.ts';

/** The services that an account can turn on and off, and whether they are on until somebody does. */
const DEFAULTS: Readonly<Record<string, boolean>> = {
  google_docs_previews: true,
  skype: true,
  avatars: false,
};

/** Every service and whether the account has it. */
export function servicesOf({ services }: Pick<Account, 'services'>): Record<string, boolean> {
  return Object.fromEntries(Object.entries(DEFAULTS).map(([name, on]) => [name, services[name] ?? on]));
}

/** The services after a change; those that Canvas doesn't know are ignored. */
export function changedServices(
  account: Account,
  asked: Readonly<Record<string, boolean>>,
): Record<string, boolean> {
  const known = Object.entries(asked).filter(([name]) => Object.hasOwn(DEFAULTS, name));
  return { ...account.services, ...Object.fromEntries(known) };
}
