import type { Command } from '../frame/command.ts';
import api from './api.ts';
import listAssignments from './assignments/list.ts';
import completion from './completion.ts';
import explainState from './courses/explain-state.ts';
import listCourses from './courses/list.ts';
import doctor from './doctor.ts';
import listEnrollments from './enrollments/list.ts';
import explain from './explain.ts';
import downloadFiles from './files/download.ts';
import listFiles from './files/list.ts';
import syncFiles from './files/sync.ts';
import uploadFiles from './files/upload.ts';
import exportGrades from './grades/export.ts';
import importGrades from './grades/import.ts';
import id from './id.ts';
import login from './login.ts';
import logout from './logout.ts';
import listProfiles from './profiles/list.ts';
import useProfile from './profiles/use.ts';
import proxyInit from './proxy/init.ts';
import proxy from './proxy/serve.ts';
import attachRubric from './rubrics/attach.ts';
import listRubrics from './rubrics/list.ts';
import showRubric from './rubrics/show.ts';
import listSubmissions from './submissions/list.ts';
import listTerms from './terms/list.ts';
import listUsers from './users/list.ts';
import whoami from './whoami.ts';

/** In the order in which help shows them. */
export const commands: readonly Command[] = [
  login,
  logout,
  listProfiles,
  useProfile,
  whoami,
  doctor,
  listCourses,
  explainState,
  listTerms,
  listUsers,
  listEnrollments,
  listAssignments,
  listSubmissions,
  exportGrades,
  importGrades,
  listFiles,
  uploadFiles,
  downloadFiles,
  syncFiles,
  listRubrics,
  showRubric,
  attachRubric,
  id,
  api,
  explain,
  proxy,
  proxyInit,
  completion,
];
