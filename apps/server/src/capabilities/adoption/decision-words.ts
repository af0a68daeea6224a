import { adoptionProblems, type Words } from '@myriad/contract';
import { fillWords } from '../../platform/http/fill-words.ts';
import type { Decision } from '../../platform/policy/decision.ts';

/** What a decision of this slice says beside the field it is about. */
export function wordsOf(decision: Extract<Decision, { allowed: false }>): Words {
  const { because, values = {} } = decision;
  const kind = Object.entries(adoptionProblems).find(([code]) => code === because)?.[1];
  return kind
    ? fillWords({ en: `${kind.words.en} ${kind.next.en}`, zh: `${kind.words.zh}${kind.next.zh}` }, values)
    : { en: because, zh: because };
}
