import type { Problem } from '@myriad/contract';
import type { Language } from './language.ts';

/** A refusal for people: what is wrong, every fault with its place, the next move, and the code to search for. */
export function wordsOfProblem(problem: Problem, language: Language): string {
  const faults = (problem.faults ?? []).map(
    ({ path, words }) => `  ${path === '' ? '' : `${path}: `}${words[language]}\n`,
  );
  const next = problem.next ? `→ ${problem.next[language]}\n` : '';
  return `${problem.words[language]} [${problem.code}]\n${faults.join('')}${next}`;
}
