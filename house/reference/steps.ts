import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyStep, AnyTask } from '../../packages/runbook/src/index.ts';
import { root } from '../source-files.ts';
import { cell, code, page, table } from './markdown.ts';

const capabilities = join(root, 'apps/server/src/capabilities');

/** What the doors of the slices hand to the composition: arrays named `…Tasks`. */
async function listTasks(): Promise<readonly AnyTask<unknown>[]> {
  const found: AnyTask<unknown>[] = [];
  for (const slice of readdirSync(capabilities).sort()) {
    const door = join(capabilities, slice, 'index.ts');
    if (!existsSync(door)) continue;
    for (const [name, value] of Object.entries((await import(door)) as Record<string, unknown>))
      if (name.endsWith('Tasks') && Array.isArray(value)) found.push(...(value as AnyTask<unknown>[]));
  }
  return found.sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

const effects: Readonly<Record<string, string>> = {
  read: 'changes nothing / 只读',
  reversible: 'can be undone / 可回退',
  irreversible: 'cannot be undone / 不可回退',
  record: 'writes our own tables / 登记',
};

export async function stepsPage(): Promise<string> {
  const tasks = await listTasks();
  const steps = new Map<string, AnyStep>();
  const users = new Map<string, string[]>();
  for (const task of tasks)
    for (const { step } of task.steps) {
      steps.set(step.name, step);
      users.set(step.name, [...(users.get(step.name) ?? []), task.kind]);
    }
  const ordered = [...steps.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return page(
    'Tasks and steps',
    "the slices' `tasks/` and `steps/`",
    'Names are stored with every task and never change. The limit is for one attempt; for detached work, for all of it.',
    '## Tasks',
    table(
      ['kind', 'steps'],
      tasks.map(({ kind, steps: makers }) => [code(kind), makers.map(({ step }) => code(step.name)).join(' ')]),
    ),
    '## Steps',
    table(
      ['step', 'does', '说明', 'effect', 'limit', 'tries', 'may be skipped', 'used by'],
      ordered.map((step) => [
        code(step.name),
        cell(step.title.en),
        cell(step.title.zh),
        effects[step.effect],
        `${step.limitSeconds} s`,
        String(step.retry.times + 1),
        step.skippable ? 'yes' : '',
        (users.get(step.name) ?? []).map(code).join(' '),
      ]),
    ),
  );
}
