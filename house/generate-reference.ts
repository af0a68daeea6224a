import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printConfigReference } from '../apps/server/src/config.ts';
import { accessLevelsPage } from './reference/access-levels.ts';
import { apiPage } from './reference/api.ts';
import { cliPage, exitCodesTable } from './reference/cli.ts';
import { findingsPage } from './reference/findings.ts';
import { page } from './reference/markdown.ts';
import { problemsPage } from './reference/problems.ts';
import { reviewRulePages } from './reference/review-rules.ts';
import { statementsPage } from './reference/statements.ts';
import { stepsPage } from './reference/steps.ts';
import { root } from './source-files.ts';

export const referenceFolder = join(root, 'docs/reference');

/** Every page of docs/reference, by file name, made from the code as it stands. */
export async function makeReference(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['access-levels.md', accessLevelsPage()],
    ['api.md', apiPage()],
    ['cli.md', await cliPage()],
    ['config.md', printConfigReference()],
    ['exit-codes.md', page('Exit codes', '`apps/cli/src/exit-codes.ts`', exitCodesTable())],
    ['findings.md', findingsPage()],
    ['problems.md', problemsPage()],
    ...reviewRulePages(),
    ['statements.md', statementsPage()],
    ['steps.md', await stepsPage()],
  ]);
}

/** Pages that are missing, different, or of something that is gone. */
export async function findStalePages(): Promise<readonly string[]> {
  const wanted = await makeReference();
  const there = readdirSync(referenceFolder).filter((name) => name.endsWith('.md'));
  const differs = (name: string) =>
    !there.includes(name) || readFileSync(join(referenceFolder, name), 'utf8') !== wanted.get(name);
  return [...[...wanted.keys()].filter(differs), ...there.filter((name) => !wanted.has(name))];
}

export async function writeReference(): Promise<void> {
  mkdirSync(referenceFolder, { recursive: true });
  for (const name of await findStalePages()) {
    const text = (await makeReference()).get(name);
    if (text === undefined) rmSync(join(referenceFolder, name));
    else writeFileSync(join(referenceFolder, name), text);
    process.stdout.write(`docs/reference/${name}\n`);
  }
}

if (import.meta.main) await writeReference();
