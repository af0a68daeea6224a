import { taskProblems, ticketProblems } from '@myriad/contract';
import { defineRecordStep, defineTask, inOrder, sideBySide } from '@myriad/runbook';
import { z } from 'zod';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db, Tx } from '../../platform/database/schema.ts';
import { inProcessEngine } from '../../platform/engine/in-process-engine.ts';
import { httpMigrations } from '../../platform/http/migrations.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { createLog } from '../../platform/log/log.ts';
import { outboxMigrations } from '../../platform/outbox/migrations.ts';
import { createOutbox, type Outbox } from '../../platform/outbox/outbox.ts';
import { authMigrations } from '../auth/index.ts';
import { createTestHttp, type TestHttp } from '../auth/testing.ts';
import { createTasks, serveTasks, type Tasks, taskMigrations } from '../tasks/index.ts';
import { createTickets, type Tickets } from './create-tickets.ts';
import { ticketMigrations } from './migrations.ts';
import { ownsTicket } from './owns-ticket.ts';
import { serveTickets } from './routes.ts';
import { defineTicketKind } from './ticket-kind.ts';

export const testMigrations = [
  ...httpMigrations,
  ...authMigrations,
  ...outboxMigrations,
  ...taskMigrations,
  ...ticketMigrations,
];

/** The world these test tickets act on: an orchard whose trees carry pears; a test changes it to move a plan's facts. */
export interface Orchard {
  ladders: number;
  readonly picked: string[];
  /** Trees whose picking fails. */
  readonly rotten: Set<string>;
  /** Why nobody can look at the trees; absent: one can. */
  fog?: Error;
}

interface OrchardPorts {
  readonly orchard: Orchard;
}

const pick = defineRecordStep<OrchardPorts, Tx>()({
  name: 'orchard.pick-pears',
  title: { en: 'Pick pears', zh: '摘梨' },
  effect: 'record',
  input: z.object({ tree: z.string(), ladder: z.number() }),
  limitSeconds: 10,
  record: async (_tx, { orchard }, { tree }) => {
    if (orchard.rotten.has(tree)) throw new Error('rotten');
    orchard.picked.push(tree);
    return {};
  },
});

export const pickTask = defineTask<OrchardPorts>()({
  kind: 'orchard.pick',
  input: z.object({ tree: z.string() }),
  facts: async ({ orchard }) => {
    if (orchard.fog) throw orchard.fog;
    return { ladders: orchard.ladders };
  },
  title: ({ tree }) => ({ en: `Pick ${tree}`, zh: `采摘 ${tree}` }),
  locks: ({ tree }) => [`tree/${tree}`],
  plan: ({ tree }, { ladders }) => {
    const picks = Array.from({ length: ladders }, (_, at) => pick({ tree, ladder: at + 1 }, { id: `pick-${at + 1}` }));
    return inOrder(sideBySide(...picks));
  },
  steps: [pick],
});

const pickKind = defineTicketKind<OrchardPorts>()({
  kind: 'orchard.pick',
  letter: 'R',
  title: { en: 'Pick pears', zh: '摘梨' },
  description: { en: 'One task for each tree', zh: '每棵树一个任务' },
  form: z.object({
    trees: z.array(z.string().min(2)).min(1).meta({ title: 'Trees' }),
    basket: z.number().int().max(9).default(1),
  }),
  approverRoles: ['dba'],
  prepare: async ({ orchard }, { trees }) => {
    if (orchard.ladders === 0)
      throw new ProblemError('FORM_INVALID', {}, [{ path: 'trees', words: { en: 'No ladder.', zh: '没有梯子。' } }]);
    return trees.map((tree) => ({
      title: { en: `Pick ${tree}`, zh: `采摘 ${tree}` },
      taskKind: 'orchard.pick',
      taskInput: { tree },
    }));
  },
});

const closedKind = defineTicketKind<OrchardPorts>()({
  kind: 'orchard.close',
  letter: 'S',
  title: { en: 'Close the orchard', zh: '关闭果园' },
  description: { en: 'Only for administrators', zh: '仅限管理员' },
  form: z.object({}),
  openRoles: ['administrator'],
  approverRoles: ['administrator'],
  prepare: async () => [{ title: { en: 'Close', zh: '关闭' }, taskKind: 'orchard.pick', taskInput: { tree: 'last' } }],
});

export interface TicketLab extends TestHttp {
  readonly db: Db;
  readonly tickets: Tickets;
  readonly tasks: Tasks;
  readonly outbox: Outbox;
  readonly orchard: Orchard;
  /** Lines of the slice's log so far. */
  readonly logged: readonly string[];
}

/** The slice on its real neighbours: auth, tasks, HTTP. The engine stands still until a test starts it. */
export async function createTicketLab(db: Db, clock: Clock): Promise<TicketLab> {
  const app = await createTestHttp({ db, clock, problems: [taskProblems, ticketProblems] });
  const logged: string[] = [];
  const log = createLog({ write: (line) => logged.push(line) });
  const outbox = createOutbox({ db, clock, log });
  const orchard: Orchard = { ladders: 1, picked: [], rotten: new Set() };
  const tasks = createTasks<OrchardPorts>({
    db,
    clock,
    log,
    outbox,
    tasks: [pickTask],
    ports: { orchard },
    ownsTicket,
    engine: inProcessEngine({ now: clock.now, log }),
  });
  serveTasks(app.http, tasks);
  const tickets = createTickets<OrchardPorts>({
    db,
    clock,
    log,
    tasks,
    kinds: [pickKind, closedKind],
    ports: { orchard },
  });
  serveTickets(app.http, tickets);
  return { ...app, db, tickets, tasks, outbox, orchard, logged };
}
