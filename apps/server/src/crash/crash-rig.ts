import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  approveTicket,
  type Client,
  getTicket,
  listServerPackages,
  NoAnswer,
  submitTicket,
  type TicketView,
} from '@myriad/contract';
import { ensureTree, isPortFree, type LabHosts, LabUnavailable, startLabHosts, waitUntil } from '@myriad/lab';
import { endOrphan } from '../platform/engine/restate/restate-server.ts';
import { createLog } from '../platform/log/log.ts';
import type { CrashSettings, Victim } from './crash-server.ts';
import { type Journal, readJournal } from './journal-rows.ts';
import { type Life, startLife } from './life.ts';
import { readMarks } from './seat-marks.ts';
import { makePeople, registerLabHost } from './set-up.ts';
import { type TurnBack, turnBack } from './turn-back.ts';

const ended = new Set(['done', 'failed', 'cancelled', 'rejected', 'withdrawn']);
/** From the start of a life, or its last death, to the next one or to the end of the ticket. */
const lifeSeconds = 240;

export interface Run {
  readonly ticket: TicketView;
  /** `<who> <task kind>/<moment>`, one for each death. */
  readonly deaths: readonly string[];
  readonly journal: Journal;
  /** Attempts a death of the server cut: their body had begun and nobody could know how far it came. */
  readonly cut: ReadonlySet<string>;
  /** Every value each mark had, in their order; `host/mark`. */
  readonly marks: ReadonlyMap<string, readonly (string | undefined)[]>;
}

export interface Deaths {
  readonly victim: Victim;
  readonly only?: readonly string[];
  /** Deletes the engine's folder after every death of the server. */
  readonly whileDead?: 'folder goes';
  /** Kills the server from outside instead, each life so long after its beginning, also while it still starts. */
  readonly afterMilliseconds?: readonly number[];
  readonly back?: TurnBack;
}

/** The product on lab hosts, killed as often as asked. */
export async function openRig(
  folder: string,
  { flavor, count, say }: { flavor: 'mysql' | 'mariadb'; count: number; say: (line: string) => void },
) {
  const tree = await ensureTree(flavor);
  if ('missing' in tree) throw new LabUnavailable(tree.words);
  if (!tree.tarball) throw new LabUnavailable({ en: 'the server tree has no tarball', zh: '该介质没有压缩包' });
  const home = join(folder, 'p');
  const packages = join(folder, 'packages');
  await mkdir(packages);
  const target = join(packages, basename(tree.tarball.file));
  const source = tree.tarball.file;
  await link(source, target).catch(() => copyFile(source, target));
  const lab: LabHosts = await startLabHosts({ count, folder: join(folder, 'lab') });
  const port = await ownPort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const deathsFile = join(folder, 'deaths.log');
  const store = join(home, 'myriad.db');
  const logFile = join(folder, 'server.log');
  let life: Life | undefined;

  const start = async (deaths?: Deaths): Promise<Life> => {
    const settings: CrashSettings = {
      home,
      packages,
      listen: `127.0.0.1:${port}`,
      deaths: deathsFile,
      ...(deaths ? { victim: deaths.victim } : {}),
      ...(deaths?.only ? { only: [...deaths.only] } : {}),
      ...(deaths?.back ? { hold: { at: `begin:${deaths.back.stepId}`, until: deaths.back.releaseFile } } : {}),
    };
    life = startLife(settings, logFile);
    return life;
  };
  const stop = async () => {
    life?.stop();
    await life?.gone;
    life = undefined;
  };

  const first = await start();
  const { firstRunToken = '' } = (await first.ready) ?? {};
  const { requester, approver } = await makePeople(baseUrl, firstRunToken);
  const hosts = await Promise.all(lab.hosts.map((host) => registerLabHost(requester, host)));
  const library = await requester.call(listServerPackages, {});
  const packageId = library.items.find((item) => item.flavor === flavor)?.id ?? '';

  /** A ticket from its submission to its end, through all deaths. */
  async function run(kind: string, form: Record<string, unknown>, deaths: Deaths): Promise<Run> {
    await stop();
    await rm(deathsFile, { force: true });
    let current = await start(deaths);
    await current.ready;
    const lives = [...(deaths.afterMilliseconds ?? [])];
    const opened = await requester.call(submitTicket, { body: { kind, form, reason: 'crash test' } });
    const key = `approve-${opened.id}`;
    const approve = () =>
      approver.call(approveTicket, {
        params: { ticketId: opened.id },
        body: { planHash: opened.planHash ?? '' },
        idempotencyKey: key,
      });
    let approved = await answered(approve());
    const endLife = (doomed: Life, after: number, left: number) => {
      if (doomed.isOver()) return;
      appendFileSync(deathsFile, `server ${kind}/${left} more, after ${after} ms\n`);
      doomed.kill();
    };
    const { back } = deaths;
    const hand = back && (() => turnBack(approver, back, readJournal(store, opened.id)));
    const cut = new Set<string>();
    const marks = new Map<string, (string | undefined)[]>();
    const look = () => {
      const { steps, seats } = readJournal(store, opened.id);
      for (const { step_id, state, attempt, handle } of steps)
        if (life === undefined && state === 'running' && handle === null) cut.add(`${step_id}#${attempt}`);
      for (const { host: name, directory } of seats) {
        const host = lab.hosts.find((each) => each.name === name);
        if (host)
          for (const [mark, value] of Object.entries(readMarks(host, directory))) keep(marks, `${name}/${mark}`, value);
      }
    };
    for (;;) {
      const { gone } = current;
      const after = lives.shift();
      const timer = after === undefined ? undefined : setTimeout(() => endLife(current, after, lives.length), after);
      const seen = whenEnded(approver, opened.id, () => current.isOver(), hand);
      const how = (await Promise.race([gone, seen])) ?? (await gone);
      clearTimeout(timer);
      if (how !== 'killed') {
        if (typeof how === 'string') throw new Error(`the server ended by itself: ${how}\n${tail(logFile)}`);
        look();
        return { ticket: how, deaths: linesOf(deathsFile), journal: readJournal(store, opened.id), cut, marks };
      }
      life = undefined;
      look();
      say(linesOf(deathsFile).at(-1) ?? '');
      if (deaths.whileDead) await rm(join(home, 'engine'), { recursive: true, force: true });
      current = await start(deaths);
      // The answer may have died with the server: the same key asks for the same approval.
      if (!approved && (await Promise.race([current.ready, gone]))) approved = await answered(approve());
    }
  }

  return {
    ...{ lab, hosts, packageId, requester, approver, home, store, run },
    [Symbol.asyncDispose]: async () => {
      await stop();
      await endOrphan(join(home, 'engine'), createLog({ level: 'error' }));
      await lab.stop(0);
    },
  };
}
export type Rig = Awaited<ReturnType<typeof openRig>>;

export const linesOf = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
const tail = (file: string) => linesOf(file).slice(-12).join('\n');

function keep(marks: Map<string, (string | undefined)[]>, mark: string, value: string | undefined): void {
  const values = marks.get(mark) ?? [];
  if (values.length === 0 || values.at(-1) !== value) values.push(value);
  marks.set(mark, values);
}

/**
 * The ticket once it has ended, or undefined when the life is over before.
 * @throws when its task waits for a person and there is none: `hand` is what that person does at each look.
 */
async function whenEnded(
  client: Client,
  ticketId: string,
  isOver: () => boolean,
  hand?: () => Promise<void>,
): Promise<TicketView | undefined> {
  let found: TicketView | undefined;
  const inTime = await waitUntil(async () => {
    if (isOver()) return true;
    await new Promise((resolve) => setTimeout(resolve, 80));
    const ticket = await answered(client.call(getTicket, { params: { ticketId } }));
    if (hand) await hand();
    else if (ticket?.subTickets[0]?.taskState === 'paused') throw new Error('the task is paused');
    if (ticket && ended.has(ticket.state)) found = ticket;
    return found !== undefined;
  }, lifeSeconds * 1000);
  if (!inTime) throw new Error(`nothing moves for ${lifeSeconds} s`);
  return found;
}

async function answered<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof NoAnswer) return undefined;
    throw error;
  }
}

async function ownPort(): Promise<number> {
  for (;;) {
    const port = 25_500 + Math.floor(Math.random() * 250);
    if (await isPortFree('127.0.0.1', port)) return port;
  }
}
