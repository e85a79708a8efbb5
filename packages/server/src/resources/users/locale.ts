/** Language and time zone of a user, as callers spell them. */
import { isTimeZone, toIana } from '../../domain/time-zones.ts';
import type { FieldErrors } from '../../errors.ts';
import type { Context } from '../../http/context.ts';

export interface LocaleParams {
  time_zone?: string | null;
  locale?: string | null;
}

/** A time zone that doesn't exist is none; both spellings are stored as the IANA name. */
export function localeChanges(ctx: Context, { time_zone, locale }: LocaleParams) {
  if (time_zone && !isTimeZone(time_zone)) ctx.hint('user[time_zone] is no time zone: it was cleared');
  return {
    ...(time_zone !== undefined && {
      time_zone: time_zone && isTimeZone(time_zone) ? toIana(time_zone) : null,
    }),
    ...(locale !== undefined && { locale: locale || null }),
  };
}

export function localeErrors({ locale }: LocaleParams): FieldErrors {
  return locale && !isLocale(locale) ? { locale: ['inclusion'] } : {};
}

/** RFC 5646: `de`, `pt-BR`, `en-GB-x-ukhe`. */
function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
