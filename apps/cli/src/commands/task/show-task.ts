import type { TaskView } from '@myriad/contract';
import type { Shown } from '../../command.ts';
import type { ExitName } from '../../exit-codes.ts';
import type { Language } from '../../language.ts';
import { detailsOf, tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { stateWord } from '../state-words.ts';

export const shownTask = (task: TaskView, exit: ExitName = 'ok'): Shown => ({
  value: task,
  text: (language) => taskText(task, language),
  exit,
});

export function taskText(task: TaskView, language: Language): string {
  const head = detailsOf(
    [
      [columns.id, task.id],
      [columns.title, task.title[language]],
      [columns.state, stateWord(task.state, language)],
      [columns.createdAt, timeOf(task.createdAt)],
      ...(task.ticketId === undefined ? [] : [[{ en: 'TICKET', zh: '工单' }, task.ticketId] as const]),
      ...task.waitsFor.map((lock) => [{ en: 'WAITS FOR', zh: '等待' }, `${lock.resource} (${lock.taskId})`] as const),
    ],
    language,
  );
  const steps = tableOf(
    [
      { title: columns.state, of: (step) => stateWord(step.state, language) },
      { title: columns.step, of: (step) => step.title[language] },
      { title: columns.target, of: (step) => step.target },
      { title: { en: 'TRIES', zh: '尝试次数' }, of: (step) => step.attempt, number: true },
      { title: { en: 'SECONDS', zh: '耗时（秒）' }, of: secondsOf, number: true },
      { title: { en: 'ERROR', zh: '错误' }, of: (step) => step.error?.words[language] },
    ],
    task.steps,
    language,
  );
  const fans = task.steps.map((step) => fanText(step, language)).join('');
  return `${head}\n${steps}${fans}${nextMove(task, language)}`;
}

/** The targets of a step that runs a task each, with the limits that stop it. */
function fanText({ title, fanOut }: TaskView['steps'][number], language: Language): string {
  if (!fanOut) return '';
  const { maxFailures, maxFailuresPerWave, targets } = fanOut;
  const perWave =
    maxFailuresPerWave === undefined
      ? ''
      : language === 'zh'
        ? `，每批 ${maxFailuresPerWave} 个`
        : `, ${maxFailuresPerWave} a wave`;
  const limits =
    language === 'zh' ? `允许失败 ${maxFailures} 个${perWave}` : `failures allowed: ${maxFailures}${perWave}`;
  const table = tableOf(
    [
      { title: { en: 'WAVE', zh: '批次' }, of: (each) => each.wave, number: true },
      { title: columns.state, of: (each) => stateWord(each.state, language) },
      { title: columns.target, of: (each) => each.target },
      { title: { en: 'TASK', zh: '任务' }, of: (each) => each.taskId },
    ],
    targets,
    language,
  );
  return `\n${title[language]} (${limits})\n${table}`;
}

const secondsOf = (step: TaskView['steps'][number]): string | undefined =>
  step.startedAt === undefined || step.endedAt === undefined
    ? undefined
    : ((step.endedAt - step.startedAt) / 1000).toFixed(1);

/** What a person can do about a task that stopped, and how. */
function nextMove(task: TaskView, language: Language): string {
  const possible = (['retry', 'skip', 'undo', 'abort'] as const).filter((verb) => task.abilities[verb].allowed);
  if (task.state !== 'paused' || possible.length === 0) return '';
  const error = task.steps.find((step) => step.state === 'failed')?.error;
  const advice = error?.next ? `→ ${error.next[language]}\n` : '';
  const lines = possible.map((verb) => `  myriad task ${verb} ${task.id}\n`).join('');
  return language === 'zh'
    ? `\n任务已暂停，等待处理：\n${advice}${lines}`
    : `\nIt waits for a decision:\n${advice}${lines}`;
}
