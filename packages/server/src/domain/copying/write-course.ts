/**
 * Content as data → a course. What came from the same thing before is changed, everything else is added; nothing is
 * taken away. Each part is a step of a job, and may be done a second time.
 */
import type { Context } from '../../http/context.ts';
import { writeAssignmentGroups, writeAssignments } from './write-assignments.ts';
import { writePages, writeTopics } from './write-discussions.ts';
import { writeFeeds } from './write-feeds.ts';
import { writeFile, writeFolders } from './write-files.ts';
import { writeLinks } from './write-links.ts';
import { writeIntoModule, writeModules } from './write-modules.ts';
import { writeOutcomes, writeRubrics } from './write-outcomes.ts';
import { writeLatePolicy, writeSettings, writeStandards } from './write-settings.ts';
import type { Writing } from './writing.ts';

/** How many files are written in one step. */
const FILES_A_STEP = 50;

export type Part = (ctx: Context, writing: Writing) => Promise<void>;

/** In the order in which one needs the other: what is referred to, before what refers to it. */
export const partsOf = ({ content }: Pick<Writing, 'content'>): Part[] => [
  async (ctx, writing) => {
    await writeStandards(ctx, writing);
    await writeSettings(ctx, writing);
    await writeLatePolicy(ctx, writing);
  },
  writeFolders,
  ...batches(content.files, FILES_A_STEP).map(
    (files): Part =>
      async (ctx, writing) => {
        for (const file of files) await writeFile(ctx, writing, file);
      },
  ),
  async (ctx, writing) => {
    await writeOutcomes(ctx, writing);
    await writeRubrics(ctx, writing);
  },
  writeAssignmentGroups,
  writeAssignments,
  writeTopics,
  writeFeeds,
  writePages,
  writeModules,
  async (ctx, writing) => {
    await writeIntoModule(ctx, writing);
    await writeLinks(ctx, writing);
  },
];

function batches<T>(list: readonly T[], size: number): T[][] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}
