import type { TaskStepView, TaskView } from '@myriad/contract';
import { cutTo, padTo } from '../../display-width.ts';
import type { Language } from '../../language.ts';
import { stateWord } from '../state-words.ts';

const marks: Readonly<Record<string, string>> = {
  pending: '·',
  running: '▶',
  waiting: '…',
  done: '✓',
  failed: '✗',
  skipped: '-',
  undoing: '◀',
  undone: '↩',
  cancelled: '■',
};

/** A bar only where the end is known; it is never guessed. */
export function barOf(progress: TaskStepView['progress'], language: Language): string {
  if (!progress) return '';
  const note = progress.note ? ` ${progress.note[language]}` : '';
  const done = amountOf(progress.done, progress.unit);
  if (progress.total === undefined || progress.total <= 0) return `${done}${note}`;
  const share = Math.min(1, progress.done / progress.total);
  const full = Math.round(share * 20);
  const bar = '█'.repeat(full) + '░'.repeat(20 - full);
  return `${bar} ${Math.floor(share * 100)}% ${done}/${amountOf(progress.total, progress.unit)}${note}`;
}

function amountOf(amount: number, unit: NonNullable<TaskStepView['progress']>['unit']): string {
  if (unit === 'seconds') return `${Math.round(amount)} s`;
  if (unit !== 'bytes') return String(amount);
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(units.length - 1, amount > 0 ? Math.floor(Math.log2(amount) / 10) : 0);
  return `${(amount / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

/** The task as it stands, one line a step, each cut to the terminal's width so that redrawing counts lines right. */
export function frameOf(task: TaskView, now: number, columns: number, language: Language): string[] {
  const head = `${task.title[language]}: ${stateWord(task.state, language)} ${task.stepsDone}/${task.stepsTotal}`;
  const waits = task.waitsFor.map((lock) =>
    language === 'zh'
      ? `  等待任务 ${lock.taskId}，它占用 ${lock.resource}`
      : `  waits for task ${lock.taskId}, which holds ${lock.resource}`,
  );
  const steps = task.steps.map((step) => {
    const seconds =
      step.startedAt === undefined ? '' : `${(((step.endedAt ?? now) - step.startedAt) / 1000).toFixed(1)}s`;
    const title = step.target ? `${step.title[language]} (${step.target})` : step.title[language];
    const tail =
      step.error && step.state !== 'done'
        ? step.error.words[language]
        : barOf(step.state === 'running' ? step.progress : undefined, language);
    return `${marks[step.state] ?? '?'} ${padTo(seconds, 8, 'right')}  ${title}${tail ? `  ${tail}` : ''}`;
  });
  return [head, ...waits, ...steps].map((line) => cutTo(line.replaceAll(/\p{Cc}/gu, ' '), Math.max(20, columns - 1)));
}
