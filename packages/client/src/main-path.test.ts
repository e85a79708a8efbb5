import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** The modules that `import '@easel/client'` loads. */
function mainPath(): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (url: URL) => {
    if (found.has(url.href)) return;
    const source = readFileSync(fileURLToPath(url), 'utf8');
    found.set(url.href, source);
    for (const specifier of importedBy(source)) if (specifier.startsWith('.')) visit(new URL(specifier, url));
  };
  visit(new URL('index.ts', import.meta.url));
  return found;
}

/** Types vanish, so what is only imported for them isn't loaded. */
function importedBy(source: string): string[] {
  const statements = source.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from '([^']+)'/gm);
  return [...statements].map(([, specifier = '']) => specifier);
}

it('loads neither Node’s modules nor the contract’s data', () => {
  const modules = mainPath();
  expect(modules.size).toBeGreaterThan(30);
  for (const [file, source] of modules) {
    expect(
      importedBy(source).filter((specifier) => !specifier.startsWith('.')),
      file,
    ).toEqual([]);
    expect(source, file).not.toMatch(/\b(process|Buffer|require|__dirname)\b[.(]/);
    expect(source, file).not.toMatch(/\bimport\(/);
  }
});

it('has no side effects when loaded, so that bundlers can leave out what isn’t used', () => {
  for (const [file, source] of mainPath()) {
    const topLevel = source.split('\n').filter((line) => /^[a-z]/i.test(line));
    const effects = topLevel.filter(
      (line) => !/^(import|export|const|class|function|async|type|interface)\b/.test(line),
    );
    expect(effects, file).toEqual([]);
  }
});
