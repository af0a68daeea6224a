import type { ServerStatus } from '@myriad/server';
import type { Language, Words } from '../language.ts';

export const usage: Words = {
  en: `Usage: myriad upgrade [--within SECONDS] [--start]   end the running server with care, back its store up, go on with this version
       myriad upgrade --check                        only look: what runs, and whether this version can open the store

  Run it from the new version, as the user and with the environment of the server.
  --within SECONDS  how long steps that run in the server may take to end; default 600. Then nothing is changed.
  --start           start this version afterwards, unless systemd does that
  --backed-up       the store was copied already; a MySQL store needs this beside --start
`,
  zh: `用法：myriad upgrade [--within 秒数] [--start]   平稳停止运行中的服务，备份存储，换用当前版本
      myriad upgrade --check                     只查看：正在执行的任务，以及当前版本能否打开存储

  请在新版本目录中执行，使用与服务相同的用户和环境变量。
  --within 秒数     等待服务内正在执行的步骤结束的最长时间，默认 600。超时则不做任何改动。
  --start           结束后启动当前版本（由 systemd 管理时除外）
  --backed-up       存储已备份；使用 MySQL 存储时，--start 须与此参数同用
`,
};

const titleOf = (words: Words, language: Language) => words[language];

/** What is under way, one line a task and one a step. */
export function printWork({ work }: ServerStatus, language: Language, now: number): string {
  const zh = language === 'zh';
  if (work.length === 0) return zh ? '没有正在执行的任务。\n' : 'No task is under way.\n';
  return work
    .map((task) => {
      const steps = task.steps.map((step) => {
        const seconds = step.since === undefined ? 0 : Math.round((now - step.since) / 1000);
        const kind = step.detached
          ? zh
            ? '独立运行，停在检查点'
            : 'runs by itself, stays at its checkpoint'
          : zh
            ? '在服务内执行，需等待'
            : 'runs in the server, is waited for';
        return `    ${titleOf(step.title, language)}${step.target === undefined ? '' : ` (${step.target})`} · ${seconds} s · ${kind}\n`;
      });
      return `  ${task.taskId} ${titleOf(task.title, language)}\n${steps.join('')}`;
    })
    .join('');
}

/** How many steps the server itself still has to end. */
export const stepsInside = ({ work }: ServerStatus): number =>
  work.flatMap((task) => task.steps).filter((step) => !step.detached).length;
