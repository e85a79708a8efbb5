/** A recurrence rule in words, as Canvas says it: `Weekly on Mon, Wed, 5 times`. Source: rrule_helper.rb. */
import { ruleFields } from './calendar-recurrence.ts';

const DAYS: Readonly<Record<string, string>> = {
  SU: 'Sun',
  MO: 'Mon',
  TU: 'Tue',
  WE: 'Wed',
  TH: 'Thu',
  FR: 'Fri',
  SA: 'Sat',
};
const ORDINALS = ['', '1st', '2nd', '3rd', '4th', '5th'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

type Fields = Readonly<Record<string, string>>;

/** Null for what Canvas has no words for. */
export function ruleInWords(rrule: string): string | null {
  const fields = ruleFields(rrule);
  const said = frequencies[fields['FREQ'] ?? '']?.(fields, fields['INTERVAL'] ?? '1');
  const end = endOf(fields);
  return said && end ? said + end : null;
}

const frequencies: Readonly<Record<string, (fields: Fields, every: string) => string | null>> = {
  DAILY: (_, every) => (every === '1' ? 'Daily' : `Every ${every} days`),
  WEEKLY: ({ BYDAY }, every) => {
    const base = every === '1' ? 'Weekly' : `Every ${every} weeks`;
    return BYDAY ? `${base} on ${daysOf(BYDAY)}` : base;
  },
  MONTHLY: ({ BYDAY, BYMONTHDAY }, every) => {
    const base = every === '1' ? 'Monthly' : `Every ${every} months`;
    if (BYDAY) {
      const ordinal = ordinalOf(BYDAY);
      if (ordinal) return `${base} on the ${ordinal} ${daysOf(BYDAY)}`;
      return `${base} ${every === '1' ? 'every' : 'on'} ${daysOf(BYDAY)}`;
    }
    if (BYMONTHDAY) return `${base} on day${BYMONTHDAY.includes(',') ? 's' : ''} ${BYMONTHDAY}`;
    return every === '1' ? base : `Every ${every} month`;
  },
  YEARLY: ({ BYDAY, BYMONTHDAY, BYMONTH }, every) => {
    const base = every === '1' ? 'Annually' : `Every ${every} years`;
    const month = MONTHS[Number(BYMONTH) - 1];
    if (!month) return null;
    if (BYDAY) {
      const ordinal = ordinalOf(BYDAY);
      const which = ordinal === '' || ordinal === '1st' ? 'first' : ordinal;
      return `${base} on the ${which} ${daysOf(BYDAY)} of ${month}`;
    }
    return BYMONTHDAY ? `${base} on ${month.slice(0, 3)} ${Number(BYMONTHDAY)}` : null;
  },
};

const daysOf = (byday: string): string =>
  byday
    .split(',')
    .map((day) => DAYS[day.slice(-2)] ?? day)
    .join(', ');

const ordinalOf = (byday: string): string => ORDINALS[Number.parseInt(byday, 10) || 0] ?? '';

function endOf({ COUNT, UNTIL }: Fields): string | null {
  if (COUNT) return `, ${COUNT} times`;
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(UNTIL ?? '') ?? [];
  const name = MONTHS[Number(month) - 1]?.slice(0, 3);
  return name ? ` until ${name} ${Number(day)}, ${year}` : null;
}
