import {
  approveTicket,
  decideTask,
  getTask,
  type Problem,
  ProblemAnswer,
  previewTicket,
  submitTicket,
  type TaskState,
  type TaskView,
} from '@myriad/contract';
import type { Proof } from './open-proof.ts';

export type Form = Readonly<Record<string, unknown>>;

/** A small cluster of the proof's hosts; what matters to the test is overridden. */
export const deployForm = ({ hosts, packageId }: Proof, given: Form = {}): Form => ({
  name: 'orders',
  packageId,
  topology: 'primary-replica',
  replicas: 1,
  hostIds: hosts.slice(0, 2).map(({ id }) => id),
  memoryMib: 256,
  environment: 'proof',
  ...given,
});

export const submit = ({ people }: Proof, kind: string, form: Form) =>
  people.requester.client.call(submitTicket, { body: { kind, form } });

export const preview = ({ people }: Proof, kind: string, form: Form) =>
  people.requester.client.call(previewTicket, { body: { kind, form } });

/** Approves the plan that stands in the ticket, by another person, and gives its task. */
export async function approve({ people }: Proof, ticket: { id: string; planHash?: string | undefined }) {
  const { id, planHash = '' } = ticket;
  const approved = await people.dba.client.call(approveTicket, { params: { ticketId: id }, body: { planHash } });
  const taskId = approved.subTickets[0]?.taskId;
  if (taskId === undefined) throw new Error(`ticket ${approved.number} is ${approved.state} and has no task`);
  return taskId;
}

export const begin = async (proof: Proof, kind: string, form: Form): Promise<string> =>
  approve(proof, await submit(proof, kind, form));

export const seeTask = ({ people }: Proof, taskId: string): Promise<TaskView> =>
  people.dba.client.call(getTask, { params: { taskId } });

type Decision = 'retry' | 'skip' | 'undo' | 'abort' | 'cancel';

export const decide = ({ people }: Proof, taskId: string, decision: Decision, thenUndo = false) =>
  people.dba.client.call(decideTask, { params: { taskId }, body: { decision, thenUndo } });

/** Looks again and again until the task is as wanted. @throws with what its steps say when it is not in time. */
export async function untilTask(
  proof: Proof,
  taskId: string,
  isThere: (task: TaskView) => boolean,
  withinSeconds = 120,
): Promise<TaskView> {
  const deadline = performance.now() + withinSeconds * 1000;
  for (;;) {
    const task = await seeTask(proof, taskId);
    if (isThere(task)) return task;
    if (performance.now() > deadline) throw new Error(`after ${withinSeconds} s: ${tellTask(task)}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

const atRest: ReadonlySet<TaskState> = new Set(['paused', 'done', 'failed', 'cancelled', 'undone']);

/** Until nobody works on it: ended, or paused for a person. */
export const untilRest = (proof: Proof, taskId: string, withinSeconds?: number) =>
  untilTask(proof, taskId, ({ state }) => atRest.has(state), withinSeconds);

export const tellTask = ({ state, error, steps }: TaskView): string =>
  [
    `task ${state} ${error?.code ?? ''} ${error?.words.en ?? ''}`,
    ...steps.map((step) => `  ${step.state} ${step.id} ${step.error?.code ?? ''} ${step.error?.words.en ?? ''}`),
  ].join('\n');

/** The problem a call ended with; throws where it did not. */
export async function refusalOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ProblemAnswer) return error.problem;
    throw error;
  }
  throw new Error('it was not refused');
}
