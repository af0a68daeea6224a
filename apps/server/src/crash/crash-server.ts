/**
 * The whole server, and a hand that kills it: at every moment of a task it has not died at yet, once. For the crash tests.
 * `node crash-server.ts '{"home": …}'`; tells its parent over the channel when it listens, and ends with it.
 */
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { isHealthy } from '../platform/engine/restate/restate-client.ts';
import { isRunning, type ProcessMark } from '../platform/engine/restate/running-process.ts';
import { createLog } from '../platform/log/log.ts';
import { readEngineMark } from './engine-mark.ts';
import { type Moment, watchJournal } from './watch-journal.ts';

/** Who dies. `folder`: nobody, but the engine's folder is deleted under the living engine. */
export const Victim = z.enum(['server', 'engine', 'both', 'folder']);
export type Victim = z.infer<typeof Victim>;

export const CrashSettings = z.object({
  home: z.string(),
  listen: z.string(),
  packages: z.string(),
  /** One line for each death, also of earlier lives. */
  deaths: z.string(),
  /** Absent: an ordinary life. */
  victim: Victim.optional(),
  /**
   * `<moment>:<step name>` kills once, at the first step of that name; `<moment>` at every step. Absent: every moment of every step.
   */
  only: z.array(z.string()).optional(),
  /** Nothing goes on at `<moment>:<step id>` until this file is there. */
  hold: z.object({ at: z.string(), until: z.string() }).optional(),
});
export type CrashSettings = z.infer<typeof CrashSettings>;

const { home, listen, packages, deaths, victim, only, hold } = CrashSettings.parse(JSON.parse(process.argv[2] ?? '{}'));
const engineFolder = join(home, 'engine');
const socket = (name: string) => ({ socketPath: join(engineFolder, `data/n1/${name}.sock`) });
const sockets = { admin: socket('admin'), ingress: socket('ingress') };
const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []);
const seen = new Set(linesOf(deaths).map((line) => line.split(' ').at(-1)));

async function reach({ taskKind, what, stepId, inTransaction }: Moment): Promise<void> {
  if (victim === undefined || !taskKind.startsWith('instances.')) return;
  if (hold && hold.at === `${what}:${stepId}`) while (!existsSync(hold.until)) await sleep(20);
  const ofStep = (name: string | undefined) => [what, ...(name === undefined ? [] : [name])].join(':');
  const point = ofStep(only && !only.includes(what) ? stepId?.split(':')[0] : stepId);
  const key = `${taskKind}/${point}`;
  if (seen.has(key) || (only && !only.includes(what) && !only.includes(point))) return;
  seen.add(key);
  const note = (who: string) => appendFileSync(deaths, `${who} ${key}\n`);
  if (victim === 'server') note(`server:${process.pid}`);
  else {
    const engine = await livingEngine(inTransaction);
    note(`${victim}:${process.pid}:${engine?.pid ?? 'dead-already'}`);
    if (engine && victim === 'folder') {
      // Away at once, as for somebody who deletes faster than the engine writes.
      renameSync(engineFolder, `${engineFolder}-${seen.size}`);
      rmSync(`${engineFolder}-${seen.size}`, { recursive: true, force: true, maxRetries: 20 });
    }
    if (engine && victim !== 'folder') process.kill(engine.pid, 'SIGKILL');
  }
  if (victim === 'server' || victim === 'both') process.kill(process.pid, 'SIGKILL');
}

/** The one killed a moment ago may still be on its way back; inside a transaction nobody can wait for it. */
async function livingEngine(atOnce = false): Promise<ProcessMark | undefined> {
  for (;;) {
    const mark = readEngineMark(home);
    if (mark && isRunning(mark) && (await isHealthy(sockets))) return mark;
    if (atOnce) return undefined;
    await sleep(20);
  }
}

const config = readConfig({ MYRIAD_HOME: home, MYRIAD_LISTEN: listen, MYRIAD_PACKAGES: packages });
const app = await buildApp({
  config,
  log: createLog({ level: 'info' }),
  journal: (store) => watchJournal(store, reach),
});
const stop = () => void app.stop(1).finally(() => process.exit(0));
process.once('disconnect', stop);
process.once('SIGTERM', stop);
const { firstRunToken } = await app.start();
process.send?.({ firstRunToken });
