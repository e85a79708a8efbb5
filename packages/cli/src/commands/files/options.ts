import type { OptionTable } from '../../frame/command.ts';

/** Of the commands that work on several files at once. */
export const jobsOption = {
  jobs: { type: 'text', short: 'j', value: 'N', default: '4', summary: 'so many files at a time' },
} as const satisfies OptionTable;

/** Of the commands that send a folder. */
export const sendingOptions = {
  ...jobsOption,
  hidden: { type: 'flag', summary: 'also files whose names begin with a dot' },
  'trust-times': {
    type: 'flag',
    summary: 'of the same size and not older in Canvas: the same, without fetching it to be sure',
  },
} as const satisfies OptionTable;
