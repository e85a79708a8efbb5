/** The guides of docs/guides as a reader meets them: blocks to run, and what they print. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Target } from './target.ts';

const ROOT = join(import.meta.dirname, '..');
const GUIDES = join(ROOT, 'docs/guides');
const CLI = join(ROOT, 'packages/cli/src/main.ts');
const TSC = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
/** What the guides call their Easel. */
const DOCUMENTED_URL = 'http://127.0.0.1:3000';

export interface Example {
  language: 'sh' | 'ts';
  code: string;
  /** Undefined where the guide forgot to say. */
  prints: string | undefined;
}

export interface Guide {
  name: string;
  examples: Example[];
}

export async function readGuides(): Promise<Guide[]> {
  const names = (await readdir(GUIDES)).filter((name) => /^\d.*\.md$/.test(name)).sort();
  return Promise.all(
    names.map(async (file) => ({
      name: basename(file, '.md'),
      examples: examplesOf(await readFile(join(GUIDES, file), 'utf8')),
    })),
  );
}

/** The table of the 23 questions, and the guides that it leads to. */
export async function readIndex(): Promise<{ questions: number[]; guides: string[] }> {
  const markdown = await readFile(join(GUIDES, 'README.md'), 'utf8');
  return {
    questions: [...markdown.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number)),
    guides: [...markdown.matchAll(/\((\d[\w-]*)\.md\)/g)].map(([, guide = '']) => guide),
  };
}

/** Every block marked `run`, with the `text` block that follows it. */
export function examplesOf(markdown: string): Example[] {
  const blocks = [...markdown.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', code = '']) => ({
    info: info.trim(),
    code,
  }));
  return blocks.flatMap(({ info, code }, index) => {
    const language = /^(sh|ts) run$/.exec(info)?.[1] as Example['language'] | undefined;
    const next = blocks[index + 1];
    return language ? [{ language, code, prints: next?.info === 'text' ? next.code : undefined }] : [];
  });
}

/** Whether that was printed: `…` is anything within a line, a line of its own any number of lines. */
export function isPrinted(documented: string, printed: string): boolean {
  const lines = documented.trimEnd().split('\n');
  const pattern = lines.map((line) =>
    line.trim() === '…' ? '(?:.*\n)*?' : `${line.split('…').map(literal).join('.*')}\n`,
  );
  return new RegExp(`^${pattern.join('')}$`).test(`${printed.trimEnd()}\n`);
}

const literal = (line: string) => line.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A folder of a reader's, with `easel` and the client at hand and nothing else of this checkout. */
export class Reader {
  readonly #folder: string;
  readonly #target: Target;

  private constructor(folder: string, target: Target) {
    this.#folder = folder;
    this.#target = target;
  }

  static async sitsDown(target: Target): Promise<Reader> {
    const folder = await mkdtemp(join(tmpdir(), 'easel-guides-'));
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    await mkdir(join(folder, 'bin'));
    const easel = join(folder, 'bin/easel');
    await writeFile(easel, `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
    await chmod(easel, 0o755);
    return new Reader(folder, target);
  }

  leaves(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  /** What the compiler says to all programs of the guides, nothing when it is content. */
  async compile(guides: readonly Guide[]): Promise<string> {
    for (const { name, examples } of guides) {
      for (const [index, { language, code }] of examples.entries()) {
        if (language === 'ts') await this.#write(programOf(name, index), code);
      }
    }
    const settings = { extends: join(ROOT, 'tsconfig.json'), include: ['*.mts'] };
    await this.#write('tsconfig.json', JSON.stringify(settings));
    return this.#shell(`'${process.execPath}' '${TSC}' -p .`);
  }

  /** What the example prints on both of its outputs, as the guides would write it. */
  async run({ name }: Guide, index: number, { language, code }: Example): Promise<string> {
    if (language === 'sh') return this.#shell(code);
    await this.#write(programOf(name, index), code);
    return this.#shell(`'${process.execPath}' ${programOf(name, index)}`);
  }

  async #shell(script: string): Promise<string> {
    const { url, token } = this.#target;
    const child = spawn('sh', ['-c', `exec 2>&1\n${script}`], {
      cwd: this.#folder,
      env: {
        PATH: `${join(this.#folder, 'bin')}:${process.env['PATH']}`,
        HOME: this.#folder,
        EASEL_TOKEN_STORE: 'file',
        CANVAS_URL: url,
        CANVAS_TOKEN: token,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = once(child, 'close');
    const printed = await text(child.stdout);
    await closed;
    return printed.replaceAll(url, DOCUMENTED_URL).replace(/[ \t\r]+$/gm, '');
  }

  #write(name: string, code: string): Promise<void> {
    return writeFile(join(this.#folder, name), code.replaceAll(DOCUMENTED_URL, this.#target.url));
  }
}

const programOf = (guide: string, index: number) => `${guide}-${index}.mts`;
