import type { TaskSummary, TodayView } from '@myriad/contract';
import type { Actor } from '../../platform/policy/decision.ts';
import { countBadFindings, listFindings } from '../findings/index.ts';
import { listLimited, sightOf } from '../metadata/index.ts';
import { listTasks } from '../tasks/index.ts';
import { listTickets, listToApprove, listWaits } from '../tickets/index.ts';
import { answerTimes } from './answer-times.ts';
import { nearQuotas } from './near-quotas.ts';
import type { TodayParts } from './parts.ts';
import { readExpiring } from './read-expiring.ts';

const few = 10;
const dayMilliseconds = 24 * 3_600_000;
/** A failure older than this is history: it stands in the list of tasks. */
const failedDays = 3;
const expiringDays = 7;
const timesDays = 30;

const cut = <Item>(items: readonly Item[], most: number = few) => ({
  items: items.slice(0, most),
  more: items.length > most,
});

/** What needs this person now. Asks each slice within what the person may see. */
export async function viewToday(parts: TodayParts, actor: Actor): Promise<TodayView> {
  const { db, clock, metadata, tickets } = parts;
  const now = clock.now();
  const sight = sightOf(actor);
  const own = await listTickets(tickets.parts, actor, { mine: true, limit: 100 });
  const waits = await listWaits(db, now - timesDays * dayMilliseconds, { personId: actor.id, sight });
  return {
    at: now,
    approvals: cut(await listToApprove(tickets.parts, actor)),
    tickets: cut(own.items.filter(({ closedAt }) => closedAt === undefined)),
    ...(await viewTasks(parts, actor, now)),
    ...(await viewFindings(parts, actor)),
    ...(sight === 'everything' ? { servers: viewServers(parts) } : {}),
    expiring: await readExpiring(parts, actor, now + expiringDays * dayMilliseconds),
    quotas: sight === 'everything' ? nearQuotas(await listLimited(db, metadata)).slice(0, few) : [],
    times: {
      days: timesDays,
      toApprove: answerTimes(
        waits.map(({ openedAt, approvedAt }) => ({ endedAt: approvedAt, milliseconds: approvedAt - openedAt })),
      ),
      toDone: answerTimes(
        waits.flatMap(({ approvedAt, doneAt }) =>
          doneAt === null ? [] : [{ endedAt: doneAt, milliseconds: doneAt - approvedAt }],
        ),
      ),
    },
  };
}

/** Those of a kind that matter most come first. */
const moving = ['running', 'undoing', 'waiting', 'queued'] as const;

async function viewTasks({ tasks }: TodayParts, actor: Actor, now: number) {
  const of = async (states: readonly TaskSummary['state'][], limit: number) =>
    (await listTasks(tasks.parts, actor, { states, limit })).items;
  const paused = await of(['paused'], few + 1);
  const failed = (await of(['failed'], 50)).filter(({ endedAt = 0 }) => endedAt > now - failedDays * dayMilliseconds);
  const begun = await of(moving, 200);
  return {
    stopped: cut([...paused, ...failed]),
    running: cut(moving.flatMap((state) => begun.filter((task) => task.state === state))),
  };
}

async function viewFindings({ findings, silentCodes }: TodayParts, actor: Actor) {
  const open = { state: 'open', muted: 'no', limit: few } as const;
  const list = async (more: Omit<Parameters<typeof listFindings>[2], 'state' | 'muted' | 'limit'>) => {
    const { items, next } = await listFindings(findings.parts, actor, { ...open, ...more });
    return { items, more: next !== undefined };
  };
  return {
    findings: {
      bad: await countBadFindings(findings.parts, actor),
      mine: await list({ owner: actor.name }),
      ownerless: await list({ grade: 'bad', owned: 'no' }),
    },
    silent: await list({ codes: silentCodes }),
  };
}

function viewServers({ sweeps }: TodayParts) {
  const { running, instances, answering, failing, waiting } = sweeps.status();
  return { running, instances, answering, failing, waiting };
}
