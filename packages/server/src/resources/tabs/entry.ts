/** A tab before it has a place: what a course, an account or a profile says of it. */
export interface TabEntry {
  readonly id: string;
  readonly label: string;
  readonly path: string;
  /** Taken out of the navigation by a teacher. */
  readonly hidden?: boolean;
  /** There is nothing behind it yet. */
  readonly unused?: boolean;
  readonly visibility?: 'admins';
}
