import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { defineHostAction, type HostSession, PathError } from '../index.ts';

/** What the contract suite is told about a way to a host. `home` is that host's home folder, readable from here. */
export interface HostUnderTest {
  readonly open: () => Promise<HostSession>;
  readonly home: () => string;
}

/** Whatever a shell could stumble over. */
export const nasty = `'"$(touch pwned) \`touch pwned\` \\ %s $HOME ; & | * ~ \t\r é 中文 🐬 \u0001\u007f\nsecond line\n\n`;

/** Counts its starts, waits for a file `go` in its folder (or for ever), and starts a child that would outlive it. */
export const work = defineHostAction({
  name: 'test.work',
  version: 1,
  input: z.object({ folder: z.string(), secret: z.string() }),
  output: z.object({ secret: z.string() }),
  script: `
echo started >>"$in_folder/starts"
say 'begun'
progress 3 10
timeout 600 sleep 300 &
echo $! >"$in_folder/child"
until [ -e "$in_folder/go" ]; do sleep 0.05; done
kill $!
[ ! -e "$in_folder/break" ] || fail WORK_BROKE 'told to break'
json_object secret "$in_secret"`,
});

/** Looks until something is there, with a deadline. */
export async function until<T>(look: () => Promise<T | undefined>, seconds = 20): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    assert.ok(Date.now() < end, 'waited too long');
    await delay(20);
  }
}

export const isAlive = async (pid: string): Promise<boolean> => {
  const line = await readFile(`/proc/${pid.trim()}/stat`, 'utf8').catch(() => '');
  return line !== '' && !/\) Z /.test(line);
};

export const rejectsWith = (work: Promise<unknown>, code: string) =>
  assert.rejects(work, (error) => {
    assert.ok(error instanceof PathError, String(error));
    assert.equal(error.code, code, error.message);
    assert.notEqual(error.hopName, '');
    return true;
  });

/** A new folder on the host, for one test. */
export async function folderOn(host: HostUnderTest, session: HostSession): Promise<string> {
  const made = await session.exec(['mktemp', '-d', join(host.home(), 'work.XXXXXX')]);
  return made.stdout.trim();
}
