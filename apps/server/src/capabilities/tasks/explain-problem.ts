import type { Words } from '@myriad/runbook';
import { ProblemError } from '../../platform/http/problem-error.ts';

/** What a problem met while planning again says to the person who watches the task. */
export function explainProblem(thrown: unknown): Words | undefined {
  if (!(thrown instanceof ProblemError)) return undefined;
  const detail = (language: keyof Words): string => {
    const values = Object.entries(thrown.values)
      .map(([name, value]) => `${name} ${typeof value === 'object' ? value[language] : value}`)
      .join(', ');
    const texts = [values, ...thrown.faults.map((fault) => fault.words[language])].filter((text) => text !== '');
    return texts.join(language === 'zh' ? '；' : '; ') || thrown.code;
  };
  return { en: `${detail('en')}.`, zh: `${detail('zh')}。` };
}
