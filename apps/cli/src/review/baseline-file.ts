import { readFile, writeFile } from 'node:fs/promises';
import { PolicyFault, readBaseline, spendBaseline } from '@myriad/sql-review';
import { asInputFault } from './find-policy.ts';
import { InputFault } from './input-fault.ts';

type IsKnown = (fingerprint: string, rule: string) => boolean;

/** Baselines of a run, each read once and spent over all its files. @throws InputFault */
export function makeBaselines(): (path: string) => Promise<IsKnown> {
  const read = new Map<string, Promise<IsKnown>>();
  return (path) => {
    const known = read.get(path) ?? readFrom(path);
    read.set(path, known);
    return known;
  };
}

async function readFrom(path: string): Promise<IsKnown> {
  try {
    return spendBaseline(readBaseline(await readFile(path, 'utf8')));
  } catch (fault) {
    if (fault instanceof PolicyFault) throw asInputFault(path, fault);
    throw cannot('read', path, fault);
  }
}

/** @throws InputFault */
export async function writeBaseline(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (fault) {
    throw cannot('written', path, fault);
  }
}

function cannot(what: 'read' | 'written', path: string, error: unknown): InputFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new InputFault({
    en: `The baseline ${path} cannot be ${what} (${code}). Write one with --write-baseline.`,
    zh: `无法${what === 'read' ? '读取' : '写入'}基线文件 ${path}（${code}）。可用 --write-baseline 生成。`,
  });
}
