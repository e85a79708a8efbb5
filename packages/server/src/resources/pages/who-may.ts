import { admins, members, staff, type WhoMay } from '../../../testing/who-may.ts';

const editors = [...staff, ...admins];
const readers = [...members, ...admins];
const groupReaders = ['student', ...staff, ...admins] as const;

export default {
  'GET /api/v1/courses/{course_id}/front_page': ({ course }) => ({
    // There is none, so whoever gets in is told so.
    path: `courses/${course.id}/front_page`,
    may: [],
  }),
  'GET /api/v1/groups/{group_id}/front_page': ({ groupPage }) => ({
    path: `groups/${groupPage.context_id}/front_page`,
    may: [],
  }),
  'POST /api/v1/courses/{course_id}/pages/{url_or_id}/duplicate': ({ course, page }) => ({
    path: `courses/${course.id}/pages/${page.url}/duplicate`,
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/front_page': ({ course }) => ({
    path: `courses/${course.id}/front_page`,
    params: { wiki_page: { title: 'Welcome' } },
    may: editors,
  }),
  'PUT /api/v1/groups/{group_id}/front_page': ({ groupPage }) => ({
    path: `groups/${groupPage.context_id}/front_page`,
    params: { wiki_page: { title: 'Welcome' } },
    may: groupReaders,
  }),
  'GET /api/v1/courses/{course_id}/pages': ({ course }) => ({
    path: `courses/${course.id}/pages`,
    may: readers,
  }),
  'GET /api/v1/groups/{group_id}/pages': ({ groupPage }) => ({
    path: `groups/${groupPage.context_id}/pages`,
    may: groupReaders,
  }),
  'POST /api/v1/courses/{course_id}/pages': ({ course }) => ({
    path: `courses/${course.id}/pages`,
    params: { wiki_page: { title: 'New' } },
    may: editors,
  }),
  'POST /api/v1/groups/{group_id}/pages': ({ groupPage }) => ({
    path: `groups/${groupPage.context_id}/pages`,
    params: { wiki_page: { title: 'New' } },
    may: groupReaders,
  }),
  'GET /api/v1/courses/{course_id}/pages/{url_or_id}': ({ course, page }) => ({
    path: `courses/${course.id}/pages/${page.url}`,
    may: readers,
  }),
  'GET /api/v1/groups/{group_id}/pages/{url_or_id}': ({ groupPage }) => ({
    path: `groups/${groupPage.context_id}/pages/${groupPage.url}`,
    may: groupReaders,
  }),
  'PUT /api/v1/courses/{course_id}/pages/{url_or_id}': ({ course, page }) => ({
    path: `courses/${course.id}/pages/${page.url}`,
    params: { wiki_page: { body: 'x' } },
    may: editors,
  }),
  'PUT /api/v1/groups/{group_id}/pages/{url_or_id}': ({ groupPage }) => ({
    path: `groups/${groupPage.context_id}/pages/${groupPage.url}`,
    params: { wiki_page: { body: 'x' } },
    may: groupReaders,
  }),
  'DELETE /api/v1/courses/{course_id}/pages/{url_or_id}': ({ course, page }) => ({
    path: `courses/${course.id}/pages/${page.url}`,
    may: editors,
  }),
  'DELETE /api/v1/groups/{group_id}/pages/{url_or_id}': ({ groupPage }) => ({
    path: `groups/${groupPage.context_id}/pages/${groupPage.url}`,
    may: groupReaders,
  }),
  'GET /api/v1/courses/{course_id}/pages/{url_or_id}/revisions': ({ course, page }) => ({
    path: `courses/${course.id}/pages/${page.url}/revisions`,
    may: editors,
  }),
  'GET /api/v1/groups/{group_id}/pages/{url_or_id}/revisions': ({ groupPage }) => ({
    path: `groups/${groupPage.context_id}/pages/${groupPage.url}/revisions`,
    may: groupReaders,
  }),
  'GET /api/v1/courses/{course_id}/pages/{url_or_id}/revisions/latest': ({ course, page }) => ({
    path: `courses/${course.id}/pages/${page.url}/revisions/latest`,
    may: readers,
  }),
  'GET /api/v1/groups/{group_id}/pages/{url_or_id}/revisions/latest': ({ groupPage }) => ({
    path: `groups/${groupPage.context_id}/pages/${groupPage.url}/revisions/latest`,
    may: groupReaders,
  }),
  'GET /api/v1/courses/{course_id}/pages/{url_or_id}/revisions/{revision_id}': ({ course, page }) => ({
    path: `courses/${course.id}/pages/${page.url}/revisions/1`,
    may: editors,
  }),
  'GET /api/v1/groups/{group_id}/pages/{url_or_id}/revisions/{revision_id}': ({ groupPage }) => ({
    path: `groups/${groupPage.context_id}/pages/${groupPage.url}/revisions/1`,
    may: groupReaders,
  }),
  'POST /api/v1/courses/{course_id}/pages/{url_or_id}/revisions/{revision_id}': ({ course, page }) => ({
    path: `courses/${course.id}/pages/${page.url}/revisions/1`,
    may: editors,
  }),
  'POST /api/v1/groups/{group_id}/pages/{url_or_id}/revisions/{revision_id}': ({ groupPage }) => ({
    path: `groups/${groupPage.context_id}/pages/${groupPage.url}/revisions/1`,
    may: groupReaders,
  }),
  // There are no ePortfolios, which is a 404 for everybody.
  'GET /api/v1/eportfolios/{eportfolio_id}/pages': () => ({ path: 'eportfolios/1/pages', may: [] }),
} satisfies WhoMay;
