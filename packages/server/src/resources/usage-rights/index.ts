/** Usage rights: https://canvas.instructure.com/doc/api/files.html#UsageRights */
import { licensesOfCourse, licensesOfUser } from './list-licenses.ts';
import { licensesOfGroup, removeInGroup, setInGroup } from './of-groups.ts';
import { removeInCourse, removeOfUser } from './remove.ts';
import { setInCourse, setOfUser } from './set.ts';

export default [
  setInCourse,
  setInGroup,
  setOfUser,
  removeInCourse,
  removeInGroup,
  removeOfUser,
  licensesOfCourse,
  licensesOfGroup,
  licensesOfUser,
];
