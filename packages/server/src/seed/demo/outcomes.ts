/** What students of Easel University shall be able to do: a tree for all, and one in each of two courses. */
import type { Db } from '../../db/database.ts';
import type { ProficiencyRating } from '../../db/json-columns.ts';
import { type Scale, usualScale } from '../../domain/outcome-ratings.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { after, days, earlier, FOUNDED, madeAt, TODAY } from './calendar.ts';
import type { DemoCourse } from './courses.ts';

interface DemoOutcome {
  readonly title: string;
  readonly description: string;
  readonly method?: readonly [calculation_method: string, calculation_int: number | null];
  readonly scale?: Scale;
}

interface DemoGroup {
  readonly title: string;
  readonly description?: string;
  readonly guid?: string;
  readonly outcomes?: readonly DemoOutcome[];
  /** Outcomes from further up, by title. */
  readonly linked?: readonly string[];
  readonly groups?: readonly DemoGroup[];
}

/** Four levels, as the college assesses its general education. */
const RUBRIC: Scale = {
  ratings: [
    { description: 'Capstone', points: 4 },
    { description: 'Milestone', points: 3 },
    { description: 'Developing', points: 2 },
    { description: 'Benchmark', points: 1 },
    { description: 'No evidence', points: 0 },
  ],
  mastery_points: 3,
  points_possible: 4,
};

const PROFICIENCY: readonly ProficiencyRating[] = [
  { description: 'Exceeds Mastery', points: 4, mastery: false, color: '02672D' },
  { description: 'Mastery', points: 3, mastery: true, color: '03893D' },
  { description: 'Near Mastery', points: 2, mastery: false, color: 'FAB901' },
  { description: 'Below Mastery', points: 1, mastery: false, color: 'D97900' },
  { description: 'Well Below Mastery', points: 0, mastery: false, color: 'E0061F' },
];

const ofTheUniversity: DemoGroup = {
  title: 'Easel University',
  groups: [
    {
      title: 'General Education',
      description: 'What every student learns, whatever the major.',
      guid: 'easel-gened',
      groups: [
        {
          title: 'Written Communication',
          guid: 'easel-gened-writing',
          outcomes: [
            {
              title: 'States a clear thesis',
              description: 'Says early what the text argues, and keeps to it.',
              scale: RUBRIC,
            },
            {
              title: 'Supports claims with evidence',
              description: 'Chooses evidence that bears on the claim and says how.',
              scale: RUBRIC,
            },
            {
              title: 'Cites sources',
              description: 'Credits ideas and words of others in one style throughout.',
              method: ['latest', null],
              scale: RUBRIC,
            },
          ],
        },
        {
          title: 'Quantitative Reasoning',
          guid: 'easel-gened-quantitative',
          outcomes: [
            {
              title: 'Reads graphs and tables',
              description: 'Says what a graph or table shows and what it doesn’t.',
              method: ['n_mastery', 2],
            },
            {
              title: 'Estimates and checks results',
              description: 'Judges by an estimate whether a result can be right.',
              method: ['average', null],
            },
          ],
        },
        {
          title: 'Oral Communication',
          guid: 'easel-gened-speaking',
          outcomes: [
            {
              title: 'Speaks to an audience',
              description: 'Prepares and gives a talk that its audience can follow.',
              method: ['highest', null],
              scale: RUBRIC,
            },
          ],
        },
      ],
    },
    {
      title: 'Information Literacy',
      description: 'Finding, judging and using information. Kept by the library.',
      guid: 'easel-library',
      outcomes: [
        {
          title: 'Finds scholarly sources',
          description: 'Searches catalogues and databases with a question in mind.',
        },
        {
          title: 'Judges a source',
          description: 'Asks who says it, to whom, and on what grounds.',
        },
      ],
    },
    {
      title: 'Professional Skills',
      guid: 'easel-professional',
      groups: [
        {
          title: 'Teamwork',
          outcomes: [
            {
              title: 'Shares work fairly',
              description: 'Agrees with the team on who does what, and does it.',
            },
          ],
        },
        { title: 'Ethics' },
      ],
    },
  ],
};

const ofCourses: Readonly<Record<string, DemoGroup>> = {
  'BIOL 210': {
    title: 'Genetics',
    linked: ['Reads graphs and tables'],
    groups: [
      {
        title: 'Inheritance',
        outcomes: [
          {
            title: 'Predicts the outcome of a cross',
            description: 'Derives genotypes and phenotypes and how often they come.',
            method: ['n_mastery', 3],
          },
          { title: 'Reads a pedigree', description: 'Tells the mode of inheritance from a family tree.' },
        ],
      },
      {
        title: 'Molecular Genetics',
        linked: ['Finds scholarly sources'],
        outcomes: [
          {
            title: 'Explains how a gene is expressed',
            description: 'Follows a gene from its sequence to its protein.',
            method: ['highest', null],
          },
        ],
      },
    ],
  },
  'ENGL 205': {
    title: 'The Short Story',
    linked: ['States a clear thesis', 'Supports claims with evidence', 'Cites sources'],
    groups: [
      {
        title: 'Close Reading',
        outcomes: [
          {
            title: 'Describes a narrator',
            description: 'Says who tells the story, and what the telling leaves out.',
          },
        ],
      },
    ],
  },
};

const TERM = 'fall-2026';
/** When the university agreed on its outcomes. */
const AGREED = after(FOUNDED, days(20));

type Place = Pick<NewRow<'learning_outcome_groups'>, 'context_type' | 'context_id'>;

export async function insertOutcomes(db: Db, courses: readonly DemoCourse[]): Promise<void> {
  const trees = new Trees();
  trees.plant(ofTheUniversity, { context_type: 'Account', context_id: 1 }, AGREED);
  for (const { id, code, term, created_at } of courses) {
    const tree = term?.sis_term_id === TERM ? ofCourses[code] : undefined;
    const time = earlier(after(created_at, days(3)), TODAY);
    if (tree) trees.plant(tree, { context_type: 'Course', context_id: id }, time);
  }
  await insertRows(db, 'learning_outcome_groups', trees.groups);
  await insertRows(db, 'learning_outcomes', trees.outcomes);
  await insertRows(db, 'learning_outcome_links', trees.links);
  await insertRows(db, 'outcome_proficiencies', [
    { id: 1, context_type: 'Account', context_id: 1, ratings: [...PROFICIENCY], ...madeAt(AGREED) },
  ]);
}

/** Rows whose ids count in the order in which one reads the trees. */
class Trees {
  readonly groups: NewRow<'learning_outcome_groups'>[] = [];
  readonly outcomes: NewRow<'learning_outcomes'>[] = [];
  readonly links: NewRow<'learning_outcome_links'>[] = [];

  plant(group: DemoGroup, place: Place, time: string, parent: number | null = null): void {
    const id = this.groups.length + 1;
    this.groups.push({
      ...place,
      ...madeAt(time),
      id,
      learning_outcome_group_id: parent,
      title: group.title,
      title_key: sortKey(group.title),
      description: group.description ?? null,
      vendor_guid: group.guid ?? null,
      outcome_import_id: null,
      workflow_state: 'active',
    });
    for (const outcome of group.outcomes ?? []) this.#link(this.#add(outcome, place, time), id, place, time);
    for (const title of group.linked ?? []) this.#link(this.#called(title), id, place, time);
    for (const inner of group.groups ?? []) this.plant(inner, place, time, id);
  }

  #add({ title, description, method, scale = usualScale }: DemoOutcome, place: Place, time: string): number {
    const [calculation_method, calculation_int] = method ?? ['decaying_average', 65];
    const id = this.outcomes.length + 1;
    this.outcomes.push({
      ...place,
      ...madeAt(time),
      id,
      title,
      title_key: sortKey(title),
      display_name: null,
      description: `<p>${description}</p>`,
      friendly_description: null,
      vendor_guid: null,
      calculation_method,
      calculation_int,
      ratings: [...scale.ratings],
      mastery_points: scale.mastery_points,
      points_possible: scale.points_possible,
      outcome_import_id: null,
      workflow_state: 'active',
    });
    return id;
  }

  #called(title: string): number {
    const found = this.outcomes.find((outcome) => outcome.title === title);
    if (!found) throw new Error(`The demo has no outcome ‘${title}’ to link`);
    return found.id as number;
  }

  #link(outcomeId: number, groupId: number, place: Place, time: string): void {
    this.links.push({
      ...place,
      ...madeAt(time),
      id: this.links.length + 1,
      learning_outcome_id: outcomeId,
      learning_outcome_group_id: groupId,
    });
  }
}
