import type { PlanView } from '@myriad/contract';
import type { Language } from '../../language.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { stateWord } from '../state-words.ts';

/** The steps that would run, in order, and what each waits for. */
export function planText(plan: PlanView, language: Language): string {
  const position = new Map(plan.steps.map((step, at) => [step.id, at + 1]));
  const head = `${plan.title[language]}\n`;
  const rows = tableOf(
    [
      { title: { en: '#', zh: '#' }, of: (step) => position.get(step.id), number: true },
      { title: columns.step, of: (step) => step.title[language] },
      { title: columns.target, of: (step) => step.target },
      { title: columns.effect, of: (step) => stateWord(step.effect, language) },
      { title: columns.after, of: (step) => step.after.map((id) => position.get(id)).join(' ') },
    ],
    plan.steps,
    language,
  );
  const locks = language === 'zh' ? `占用：${plan.locks.join('，')}\n` : `Holds: ${plan.locks.join(', ')}\n`;
  return head + rows + (plan.locks.length > 0 ? locks : '');
}
