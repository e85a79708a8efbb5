import type { Correction } from '../corrections.ts';
import { documentedOperations } from '../data.ts';

/** Types that lost their punctuation on the way, as the documentation's prose means them. */
const meant: Readonly<Record<string, string>> = {
  account_calendarsAccountCalendartotal_resultsinteger:
    '{ account_calendars: AccountCalendar[]; total_results: integer }',
  BlackoutDateTheresultwhichshouldmatchtheinputwithmaybesomedifferentIDs:
    '{ blackout_dates: BlackoutDate[] }',
  enabledboolean: '{ enabled: boolean }',
  experienceStringThenewlysetexperience: '{ experience: string }',
  gradesGrades: '{ grades: Grades }[]',
  gradesGradessubmissionSubmission: '{ grades: Grades[]; submission: Submission }',
  GroupCategoryandgroupsoperationresults: 'JSONValue',
  GroupMembershiporaJSONresponsedetailingpartialfailuresifsomemembershipscouldnotbecreated: 'GroupMembership',
  HashAmappingofuserIDstoarraysoftaggroupIDsExample35579345: 'JSONObject',
  JSONForsingledeletionoktrueForbulkdeletionjsonmessageBulkdeletecompleteddeleted_user_ids123456unauthorized_user_ids789:
    'JSONObject',
  ObjectHashwithconversation_idandinitialmessagesarray: 'JSONObject',
  ObjectHashwithconversationdetailsincludingmessages: 'JSONObject',
  ObjectHashwithidandmessagesarrayoremptyobjectifnoactiveconversation: 'JSONObject',
  ObjectHashwithidandupdatedmessagesarray: 'JSONObject',
  ObjectSuccessmessage: '{ message: string }',
  resultUrlStringTheurltotheresultthatwascreated: '{ resultUrl: string }',
  roleStringThenewlysetrole: '{ role: string }',
  unread_countinteger: '{ unread_count: integer }',
};

export const returnCorrections: readonly Correction[] = documentedOperations.flatMap(
  ({ method, path, returns }) => {
    const type = meant[returns.trim().replace(/\[\]$/, '')];
    return type
      ? {
          operations: [`${method} ${path}`],
          because: 'The documented type has lost its punctuation.',
          source: 'the "Returns" line of the documentation page',
          returns: type,
        }
      : [];
  },
);
