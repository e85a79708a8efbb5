/**
 * Modules and what completes them are content that Easel doesn't have yet, so no course is led by modules: this is
 * what Canvas says of one that isn't.
 */
export const NO_PROGRESS = {
  error: {
    message:
      'no progress available because this course is not module based (meaning, it does not have modules and module completion requirements)',
  },
};
