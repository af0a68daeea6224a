import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessMark } from '../platform/engine/restate/running-process.ts';

/** The embedded engine as its server wrote it down; undefined while it is not. */
export function readEngineMark(home: string): ProcessMark | undefined {
  try {
    return JSON.parse(readFileSync(join(home, 'engine/engine.pid'), 'utf8')) as ProcessMark;
  } catch {
    return undefined;
  }
}
