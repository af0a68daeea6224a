import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { LabUnavailable } from './lab-unavailable.ts';

export interface Scratch {
  readonly folder: string;
  /** To be closed after the test, last opened first, before the folder goes. */
  use<T extends AsyncDisposable>(thing: T): T;
}

/** A folder for one test. Hooks of node:test run in the order they were added, which would remove it too early. */
export async function openScratch(t: TestContext): Promise<Scratch> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'myriad-test-')));
  const open: AsyncDisposable[] = [];
  t.after(async () => {
    try {
      for (const thing of open.reverse()) await thing[Symbol.asyncDispose]();
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
  return {
    folder,
    use: (thing) => {
      open.push(thing);
      return thing;
    },
  };
}

/**
 * Runs a lab test's body. What the machine lacks makes a skip by name on a developer's machine and a failure in CI.
 */
export async function inLab(t: TestContext, body: (scratch: Scratch) => Promise<void>): Promise<void> {
  const scratch = await openScratch(t);
  try {
    await body(scratch);
  } catch (error) {
    if (!(error instanceof LabUnavailable) || process.env.CI) throw error;
    t.skip(error.message);
  }
}

type Body = (scratch: Scratch) => Promise<void>;

/**
 * `rootOnly(test)('name', body)`: a lab test that needs root (network namespaces, mounts). Without root it is skipped
 * by name, and counted by the runner; in CI such a skip is red.
 */
export function rootOnly(test: (name: string, body: (t: TestContext) => Promise<void>) => unknown) {
  return (name: string, body: Body): void => {
    void test(name, async (t) => {
      if (process.getuid?.() === 0) return inLab(t, body);
      if (process.env.CI) throw new Error(`"${name}" needs root, and CI must run it`);
      t.skip('needs root');
    });
  };
}
