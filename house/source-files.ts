import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..');

export interface SourceFile {
  /** From the root of the checkout, with `/`. */
  readonly path: string;
  readonly text: string;
}

const skipped = new Set(['node_modules', 'dist', '.git', 'coverage']);
const isText = /\.(ts|tsx|mjs|json|md|css|html|sh|sql|txt|yml|yaml)$|(^|\/)(myriad|run|\.npmrc|NOTICE)$/;

/** Every text file of the checkout that is ours. */
export function listSourceFiles(folder = root): readonly SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): readonly SourceFile[] => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listSourceFiles(path);
    const short = relative(root, path);
    return entry.isFile() && isText.test(short) ? [{ path: short, text: readFileSync(path, 'utf8') }] : [];
  });
}
