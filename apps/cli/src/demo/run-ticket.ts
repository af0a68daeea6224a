import {
  approveTicket,
  type Client,
  getTask,
  getTicket,
  listTaskEvents,
  submitTicket,
  type TaskView,
  type TicketView,
} from '@myriad/contract';
import type { Words } from '../language.ts';

export interface TicketRun {
  readonly ticket: TicketView;
  readonly tasks: readonly TaskView[];
}

export interface Hands {
  readonly requester: Client;
  readonly approver: Client;
  readonly say: (words: Words) => void;
}

/**
 * Asks as one person, approves as another exactly the plan that was shown, and follows the task to its end.
 * @throws when the ticket does not end as done; the task's own words are in the message.
 */
export async function runTicket(
  { requester, approver, say }: Hands,
  kind: string,
  form: Record<string, unknown>,
  reason: string,
): Promise<TicketRun> {
  const opened = await requester.call(submitTicket, { body: { kind, form, reason } });
  say({ en: `Ticket ${opened.number}: ${opened.title.en}`, zh: `工单 ${opened.number}：${opened.title.zh}` });
  const seen = await approver.call(getTicket, { params: { ticketId: opened.id } });
  if (seen.planHash === undefined) throw new Error(`ticket ${seen.number} has no plan to approve`);
  await approver.call(approveTicket, { params: { ticketId: opened.id }, body: { planHash: seen.planHash } });
  say({
    en: `Approved by a second person; plan ${seen.planHash.slice(0, 12)}`,
    zh: `已由另一人审批，计划 ${seen.planHash.slice(0, 12)}`,
  });
  return follow(approver, opened.id, say);
}

const ended = new Set(['done', 'failed', 'cancelled', 'rejected', 'withdrawn']);

async function follow(client: Client, ticketId: string, say: Hands['say']): Promise<TicketRun> {
  const seen = new Map<string, number>();
  for (;;) {
    const ticket = await client.call(getTicket, { params: { ticketId } });
    const taskIds = ticket.subTickets.flatMap(({ taskId }) => taskId ?? []);
    for (const taskId of taskIds) seen.set(taskId, await tellNews(client, taskId, seen.get(taskId) ?? 0, say));
    const tasks = await Promise.all(taskIds.map((taskId) => client.call(getTask, { params: { taskId } })));
    const stuck = tasks.find(({ state }) => state === 'paused');
    if (ticket.state === 'done') return { ticket, tasks };
    if (stuck || ended.has(ticket.state)) throw new Error(whyNot(ticket, tasks));
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

async function tellNews(client: Client, taskId: string, after: number, say: Hands['say']): Promise<number> {
  const { items } = await client.call(listTaskEvents, { params: { taskId }, query: { after } });
  for (const event of items) {
    if (event.words)
      say({ en: `  ${event.stepId ?? ''} ${event.words.en}`, zh: `  ${event.stepId ?? ''} ${event.words.zh}` });
    else if (event.type === 'step')
      say({ en: `  ${event.stepId}: ${event.state}`, zh: `  ${event.stepId}：${event.state}` });
  }
  return items.at(-1)?.seq ?? after;
}

function whyNot(ticket: TicketView, tasks: readonly TaskView[]): string {
  const faults = tasks.flatMap(({ steps }) => steps).filter(({ error }) => error !== undefined);
  const lines = faults.map(({ id, error }) => `${id}: ${error?.code} ${error?.words.en} ${error?.next?.en ?? ''}`);
  const own = tasks.flatMap(({ error }) => (error ? [`${error.code} ${error.words.en}`] : []));
  return [`ticket ${ticket.number} is ${ticket.state}`, ...own, ...lines].join('\n');
}
