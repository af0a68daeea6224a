import type { Words } from '@myriad/runbook';
import { ProblemError } from '../../platform/http/problem-error.ts';

/** What a problem met while planning again says to the person who watches the task. */
export function explainProblem(thrown: unknown): Words | undefined {
  if (!(thrown instanceof ProblemError)) return undefined;
  const values = Object.entries(thrown.values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  const detail = [values, ...thrown.faults.map((fault) => fault.words.en)].filter((text) => text !== '').join('; ');
  return { en: `${detail || thrown.code}.`, zh: `${detail || thrown.code}。` };
}
