import { listEndpoints, listProblems } from '../read-contract.ts';
import { cell, code, page, table } from './markdown.ts';

export function problemsPage(): string {
  const endpoints = listEndpoints();
  const rows = Object.entries(listProblems()).map(([name, { status, words, next }]) => {
    const from = endpoints.filter(({ problems }) => problems.includes(name)).map(({ id }) => code(id));
    return [
      code(name),
      String(status),
      `${cell(words.en)} → ${cell(next.en)}`,
      `${cell(words.zh)} → ${cell(next.zh)}`,
      from.join(' '),
    ];
  });
  return page(
    'Problems',
    '`packages/contract`',
    'Every refusal has a stable code, a sentence in both languages, and a next move. `{name}` is filled in by the server.',
    table(['code', 'status', 'what → next move', '说明 → 下一步', 'named by'], rows),
  );
}
