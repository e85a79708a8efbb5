/** What Canvas says of whoever has no progress to show. */
export const NO_PROGRESS = {
  error: {
    message:
      'no progress available because this course is not module based (has modules and module completion requirements) or the user is not enrolled as a student in this course',
  },
};
