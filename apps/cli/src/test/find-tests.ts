import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const notOurs = new Set(['node_modules', 'dist', '.git']);

export interface TestFiles {
  /** Decidable from values, the store or a server of the process's own. */
  readonly quick: readonly string[];
  /** `*.lab.test.ts`: real MySQL, MariaDB, SSH; heavy. */
  readonly lab: readonly string[];
  /** `apps/web/e2e`: a real browser on a real platform. */
  readonly stories: readonly string[];
}

/** All test files of the checkout, absolute; with areas, those whose path holds one of the words. */
export function findTests(root: string, areas: readonly string[]): TestFiles {
  const all = readdirSync(root, { recursive: false, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notOurs.has(entry.name) && !entry.name.startsWith('.'))
    .flatMap((entry) => listTests(join(root, entry.name)))
    .filter((file) => areas.length === 0 || areas.some((area) => relative(root, file).includes(area)))
    .sort();
  const isStory = (file: string) => relative(root, file).startsWith(join('apps', 'web', 'e2e'));
  const isLab = (file: string) => file.endsWith('.lab.test.ts');
  return {
    quick: all.filter((file) => !isStory(file) && !isLab(file)),
    lab: all.filter((file) => !isStory(file) && isLab(file)),
    stories: all.filter(isStory),
  };
}

function listTests(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : listTests(path);
    return entry.name.endsWith('.test.ts') ? [path] : [];
  });
}
