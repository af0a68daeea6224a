import { rm } from 'node:fs/promises';
import { exitCodes } from '../exit-codes.ts';
import type { Words } from '../language.ts';
import { endProcess } from './child-process.ts';
import { demoHome, readDemoState } from './demo-folder.ts';

/** Stops what `--keep` left running and deletes the demo's folder: only what carries the demo's own mark. */
export async function cleanDemo(say: (words: Words) => void): Promise<number> {
  const folder = demoHome();
  const state = await readDemoState(folder);
  if (!state) {
    say({ en: `There is no demo in ${folder}.`, zh: `${folder} 中没有演示。` });
    return exitCodes.ok.code;
  }
  for (const id of state.running?.processes ?? []) await endProcess(id);
  await rm(folder, { recursive: true, force: true });
  say({ en: `Deleted ${folder}.`, zh: `已删除 ${folder}。` });
  return exitCodes.ok.code;
}
