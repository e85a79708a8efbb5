/** Modules of the demo's courses: a unit each, with its notes, a link, and what is to be handed in. */
import type { Db } from '../../db/database.ts';
import { Chance } from '../chance.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { after, days, earlier, later, TODAY } from './calendar.ts';
import type { DemoCourse } from './courses.ts';
import type { DemoPage } from './pages.ts';
import { unitsOf } from './units.ts';

type ItemRow = NewRow<'module_items'>;

const LINKS = [
  ['Further reading', 'https://en.wikipedia.org/wiki/Special:Random'],
  ['An introduction on video', 'https://www.example.org/introduction'],
  ['Open textbook, this chapter', 'https://openstax.org/subjects'],
  ['Library guide', 'https://library.easel.example/guides'],
] as const;

interface Gradable {
  readonly id: number;
  readonly name: string;
}

export async function insertModules(
  db: Db,
  courses: readonly DemoCourse[],
  pages: readonly DemoPage[],
): Promise<void> {
  const chance = new Chance('modules');
  const pagesIn = Map.groupBy(pages, ({ courseId }) => courseId);
  const assignments = await assignmentsByCourse(db);
  const modules: NewRow<'context_modules'>[] = [];
  const items: ItemRow[] = [];
  for (const course of courses) {
    const isLed = chance.happens(0.4);
    const begins = course.term?.start_at ?? after(course.created_at, days(7));
    const created_at = earlier(later(course.created_at, after(begins, days(-14))), TODAY);
    const times = { created_at, updated_at: created_at };
    const units = unitsOf(course);
    for (const [index, unit] of units.entries()) {
      const id = modules.length + 1;
      modules.push({
        id,
        course_id: course.id,
        name: `Unit ${index + 1}: ${unit}`,
        position: index + 1,
        unlock_at: isLed && index > 0 ? after(begins, days(14 * index)) : null,
        require_sequential_progress: isLed && index === 0,
        publish_final_grade: false,
        requirement_count: null,
        prerequisite_module_ids: isLed && index > 0 ? [id - 1] : [],
        workflow_state: course.state === 'claimed' && index > 1 ? 'unpublished' : 'active',
        deleted_at: null,
        ...times,
      });
      const mine = (pagesIn.get(course.id) ?? []).filter((page) =>
        index === 0 ? page.unit === null || page.unit === 0 : page.unit === index,
      );
      const due = shareOf(assignments.get(course.id) ?? [], index, units.length);
      const contents = [
        header('Read'),
        ...mine.map((page) => item('Page', page.id, page.title, isLed ? 'must_view' : null)),
        link(chance),
        ...(due.length > 0 ? [header(WORK)] : []),
        ...due.map(({ id, name }) => item('Assignment', id, name, isLed ? 'must_submit' : null)),
      ];
      for (const [at, content] of contents.entries()) {
        items.push({
          ...content,
          id: 0,
          course_id: course.id,
          context_module_id: id,
          position: at + 1,
          link_settings: null,
          min_score: null,
          min_percentage: null,
          workflow_state: 'active',
          ...times,
        });
      }
    }
  }
  await insertRows(db, 'context_modules', modules);
  await insertRows(db, 'module_items', numbered(items));
}

/** What stands above assignments. */
const WORK = 'Do';

/** What leads to assignments comes last, so that the ids of the rest don't depend on how many there are. */
function numbered(items: readonly ItemRow[]): ItemRow[] {
  const [work, rest] = [items.filter(isWork), items.filter((item) => !isWork(item))];
  return [...rest, ...work].map((item, index) => ({ ...item, id: index + 1 }));
}

const isWork = ({ type, title }: ItemRow) => type === 'Assignment' || title === WORK;

type Content = Pick<
  ItemRow,
  'type' | 'content_id' | 'title' | 'content_title' | 'indent' | 'url' | 'new_tab' | 'requirement_type'
>;

const header = (title: string): Content => ({
  type: 'SubHeader',
  content_id: 0,
  title,
  content_title: null,
  indent: 0,
  url: null,
  new_tab: null,
  requirement_type: null,
});

const item = (
  type: 'Page' | 'Assignment',
  content_id: number,
  title: string,
  requirement_type: 'must_view' | 'must_submit' | null,
): Content => ({ ...header(title), type, content_id, content_title: title, indent: 1, requirement_type });

function link(chance: Chance): Content {
  const [title, url] = chance.pick(LINKS);
  return { ...header(title), type: 'ExternalUrl', indent: 1, url, new_tab: true };
}

/** In the order in which they are due. */
async function assignmentsByCourse(db: Db): Promise<Map<number, Gradable[]>> {
  const rows = await db
    .selectFrom('assignments')
    .select(['id', 'course_id', 'name'])
    .where('workflow_state', '<>', 'deleted')
    .orderBy('due_at')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, ({ course_id }) => course_id);
}

/** What of a course's work belongs to one of its units. */
const shareOf = (all: readonly Gradable[], unit: number, units: number): readonly Gradable[] =>
  all.slice(Math.ceil((all.length * unit) / units), Math.ceil((all.length * (unit + 1)) / units));
