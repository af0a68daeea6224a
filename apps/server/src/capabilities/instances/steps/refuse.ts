import { StepFailure } from '@myriad/runbook';
import type { Refusal } from '../checks/index.ts';

/** All refusals as one failure: trying again cannot help, somebody has to act first. Returns where there are none. */
export function refuse(refusals: readonly Refusal[]): void {
  const [first] = refusals;
  if (!first) return;
  throw new StepFailure({
    code: first.code,
    words: {
      en: refusals.map(({ words }) => words.en).join(' '),
      zh: refusals.map(({ words }) => words.zh).join(''),
    },
    next: first.next,
    retryable: false,
  });
}
