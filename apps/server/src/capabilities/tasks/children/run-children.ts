import { type ChildTry, childStates, decideChildren, defineLongStep, type Plan, StepFailure } from '@myriad/runbook';
import { z } from 'zod';

/** What the step asks of the tasks slice; `createTasks` puts it among the ports of every step. */
export interface ChildrenPorts {
  readonly children: {
    plan(kind: string, input: unknown): Promise<Plan>;
    /** The same key finds the first child. */
    create(parentId: string, childKey: string, plan: Plan): Promise<void>;
    list(
      parentId: string,
      prefix: string,
    ): Promise<readonly { readonly childKey: string; readonly state: ChildTry['state'] }[]>;
    /** Cancels what is open and lets it end where it stands; true when nothing is open any more. */
    end(parentId: string, prefix: string): Promise<boolean>;
  };
}

const Input = z.object({
  children: z.array(
    z.object({ target: z.string().min(1).max(100), kind: z.string(), input: z.record(z.string(), z.json()) }),
  ),
  waveSize: z.number().int().positive().optional(),
  atOnce: z.number().int().positive().optional(),
  maxFailures: z.number().int().nonnegative().default(0),
  maxFailuresPerWave: z.number().int().nonnegative().optional(),
});

/** `<step>|<target>|<round>`: which try at which target a child is. */
const prefixOf = (stepId: string) => `${stepId.slice(0, 60)}|`;
const roundOf = (jobKey: string) => Number(jobKey.slice(jobKey.lastIndexOf('-') + 1));

function tryOf({ childKey, state }: { readonly childKey: string; readonly state: ChildTry['state'] }): ChildTry {
  const [, target = '', round = '0'] = childKey.split('|');
  return { target, round: Number(round), state };
}

/** One task per target, in waves, at most so many at once, stopping at too many failures; a retry takes up only what failed. */
export const runChildren = defineLongStep<ChildrenPorts>()({
  name: 'tasks.run-children',
  title: { en: 'Run a task per target', zh: '按目标逐个执行任务' },
  effect: 'reversible',
  input: Input,
  limitSeconds: 7 * 24 * 3600,
  lookSeconds: 1,
  start: async ({ jobKey }) => ({ round: roundOf(jobKey) }),
  look: async ({ children, taskId, stepId, progress }, input, { round }) => {
    const made = (await children.list(taskId, prefixOf(stepId))).map(tryOf);
    const targets = input.children.map(({ target }) => target);
    const moves = decideChildren({ ...input, targets }, made, Number(round));
    for (const target of moves.begin) {
      const child = input.children.find((one) => one.target === target);
      if (!child) continue;
      const plan = await children.plan(child.kind, child.input);
      await children.create(taskId, `${prefixOf(stepId)}${target}|${round}`, plan);
    }
    progress({ done: moves.done, total: targets.length, unit: 'items' });
    if (moves.state === 'running') return { state: 'running' };
    if (moves.state === 'done') return { state: 'done', result: { done: moves.done } };
    const stopped = moves.stopped
      ? {
          en: `Stopped: too many failures; not begun: ${moves.notBegun}. `,
          zh: `失败过多，已停止，未开始 ${moves.notBegun} 个。`,
        }
      : { en: '', zh: '' };
    return {
      state: 'failed',
      error: {
        code: 'CHILDREN_FAILED',
        words: {
          en: `${stopped.en}${moves.done} of ${targets.length} are done; failed: ${moves.failed.join(', ')}.`,
          zh: `${stopped.zh}共 ${targets.length} 个，已完成 ${moves.done} 个；失败：${moves.failed.join('、')}。`,
        },
        next: { en: 'Retry takes up only what failed or was not begun.', zh: '重试只会处理失败或尚未开始的目标。' },
        retryable: false,
      },
    };
  },
  stop: async ({ children, taskId, stepId }) => {
    if (await children.end(taskId, prefixOf(stepId))) return;
    throw new StepFailure({
      code: 'CHILDREN_STILL_RUN',
      words: { en: 'Some child tasks still run; they were told to end.', zh: '部分子任务仍在运行，已要求其结束。' },
      retryable: true,
    });
  },
});

interface Child {
  readonly id: string;
  readonly childKey: string;
  readonly state: ChildTry['state'];
}

/** How the targets of this fan-out stand, for people; undefined where the input is no fan-out's. */
export function viewFanOut(stepId: string, input: unknown, children: readonly Child[]) {
  const parsed = Input.safeParse(input);
  if (!parsed.success) return undefined;
  const { children: wanted, ...limits } = parsed.data;
  const own = children.filter(({ childKey }) => childKey.startsWith(prefixOf(stepId)));
  const latest = new Map<string, { readonly id: string; readonly round: number }>();
  for (const child of own) {
    const { target, round } = tryOf(child);
    if ((latest.get(target)?.round ?? -1) <= round) latest.set(target, { id: child.id, round });
  }
  const size = limits.waveSize ?? Math.max(1, wanted.length);
  const targets = wanted.map(({ target }) => target);
  // Round 0: what failed is shown as failed until its next try has begun.
  const states = childStates(targets, own.map(tryOf), 0).map(({ target, state }, at) => {
    const taskId = latest.get(target)?.id;
    return { target, state, wave: Math.floor(at / size) + 1, ...(taskId === undefined ? {} : { taskId }) };
  });
  return { ...limits, targets: states };
}
