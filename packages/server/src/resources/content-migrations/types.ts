/** The kinds of migrations, as Canvas has them where no plugin was switched on. Source: default_plugins.rb. */
import type { AnyContext } from '../../domain/contexts.ts';

export interface MigrationType {
  readonly type: string;
  /** In the list to choose from. */
  readonly name: string;
  /** Of a migration. */
  readonly title: string;
  readonly needsFile: boolean;
  readonly requiredSettings: readonly string[];
  readonly contexts: readonly AnyContext['type'][];
  /** What there is is known without looking into a file. */
  readonly isCopy?: true;
  /** Takes all or nothing. */
  readonly isWhole?: true;
}

/** In the order of the list. */
export const migrationTypes: readonly MigrationType[] = [
  {
    type: 'course_copy_importer',
    name: 'Copy a Canvas Course',
    title: 'Course Copy',
    needsFile: false,
    requiredSettings: ['source_course_id'],
    contexts: ['Course'],
    isCopy: true,
  },
  {
    type: 'canvas_cartridge_importer',
    name: 'Canvas Course Export Package',
    title: 'Canvas Cartridge',
    needsFile: true,
    requiredSettings: [],
    contexts: ['Course'],
  },
  {
    type: 'zip_file_importer',
    name: 'Unzip .zip file into folder',
    title: 'File Import',
    needsFile: true,
    requiredSettings: ['source_folder_id'],
    contexts: ['Course', 'Group', 'User'],
    isWhole: true,
  },
  {
    type: 'common_cartridge_importer',
    name: 'Common Cartridge 1.x Package',
    title: 'Common Cartridge',
    needsFile: true,
    requiredSettings: [],
    contexts: ['Course'],
  },
];

export const findType = (type: string | null | undefined): MigrationType | undefined =>
  migrationTypes.find((each) => each.type === type);
