import { setTimeout as wait } from 'node:timers/promises';
import { getTask, NoAnswer, ProblemAnswer, type TaskEvent, type TaskView } from '@myriad/contract';
import { argument, type CommandCall, defineCommand } from '../../command.ts';
import type { ExitName } from '../../exit-codes.ts';
import { timeOf } from '../../table.ts';
import { stateWord } from '../state-words.ts';
import { followEvents } from './follow-events.ts';
import { frameOf } from './progress-bar.ts';
import { shownTask } from './show-task.ts';
import { taskArgument } from './task-argument.ts';

/** Without a sign of life for so long, the server counts as unreachable. */
const patienceSeconds = 120;

const endings: Readonly<Record<string, ExitName>> = {
  done: 'ok',
  failed: 'failed',
  cancelled: 'failed',
  undone: 'failed',
  paused: 'conflict',
};

export const command = defineCommand({
  summary: {
    en: 'Watch a task until it ends (exit 0 or 1) or waits for a decision (exit 5)',
    zh: '跟踪任务，直到结束（退出码 0 或 1）或等待人工处理（退出码 5）',
  },
  args: [taskArgument],
  run: async (call) => {
    const task = await watch(call, argument(call, 'TASK'));
    return shownTask(task, endings[task.state] ?? 'failed');
  },
});

async function watch(call: CommandCall, taskId: string): Promise<TaskView> {
  const server = call.server();
  const load = () => server.client.call(getTask, { params: { taskId }, signal: call.signal });
  const screen = screenOf(call);
  let task = await load();
  let after = 0;
  let lastSign = Date.now();
  while (!(task.state in endings)) {
    screen.draw(task);
    try {
      for await (const event of followEvents(server, taskId, after, call.signal)) {
        after = Math.max(after, event.seq);
        lastSign = Date.now();
        screen.line(event, task);
        if (event.type === 'log') continue;
        if (event.type !== 'progress' || call.terminal.interactive) task = applied(task, event) ?? (await load());
        screen.draw(task);
        if (task.state in endings) break;
      }
      task = await load();
      lastSign = Date.now();
    } catch (error) {
      if (call.signal.aborted || error instanceof ProblemAnswer) throw error;
      if (Date.now() - lastSign > patienceSeconds * 1000)
        throw error instanceof NoAnswer ? error : new NoAnswer(server.url, error);
    }
    // The stream ends when the server restarts: the task goes on, so do we.
    if (!(task.state in endings)) await wait(1000, undefined, { signal: call.signal });
  }
  screen.clear();
  return task;
}

/** A progress event carries all there is to know; anything else means asking for the whole again. */
function applied(task: TaskView, event: TaskEvent): TaskView | undefined {
  if (event.type !== 'progress' || event.progress === undefined) return undefined;
  const { progress } = event;
  return { ...task, steps: task.steps.map((step) => (step.id === event.stepId ? { ...step, progress } : step)) };
}

/** On a terminal the picture is drawn in place; elsewhere every change is a line on stderr. */
function screenOf({ terminal, json, language }: CommandCall) {
  const live = terminal.interactive && !json;
  let drawn = 0;
  const clear = () => {
    if (drawn > 0) terminal.out(`\u001b[${drawn}A\u001b[J`);
    drawn = 0;
  };
  return {
    clear,
    draw(task: TaskView) {
      if (!live) return;
      const lines = frameOf(task, Date.now(), terminal.columns, language);
      clear();
      terminal.out(`${lines.join('\n')}\n`);
      drawn = lines.length;
    },
    line(event: TaskEvent, task: TaskView) {
      if (event.type === 'progress' || (live && event.type !== 'log')) return;
      const step = task.steps.find(({ id }) => id === event.stepId);
      const what = event.words?.[language] ?? (event.state ? stateWord(event.state, language) : '');
      const who = step ? `${step.title[language]}${step.target ? ` (${step.target})` : ''}: ` : '';
      const line = `${timeOf(event.at)} ${who}${what}`.replaceAll(/\p{Cc}/gu, ' ');
      if (live) {
        clear();
        terminal.out(`${line}\n`);
      } else terminal.err(`${line}\n`);
    },
  };
}
