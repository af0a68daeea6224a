import type { StandardRule } from '@myriad/contract';
import { wayTo } from './remedy.ts';
import { differs, fits, type Result, refusedWords, unseen } from './result.ts';
import type { Subject } from './seen.ts';
import { aimOf, meets, wordsOf } from './want.ts';

type Rule = Extract<StandardRule, { kind: 'parameter' }>;

/** undefined: this server has no such parameter, so there is nothing to judge. */
export function judgeParameter(rule: Rule, subject: Subject): Result | undefined {
  const wanted = wordsOf(rule.want);
  const variables = subject.seen?.variables;
  if (!variables) return unseen(rule, wanted, neverLooked);
  if (!variables.ok) return unseen(rule, wanted, refusedWords(variables.refused));
  const name = rule.parameters.find((each) => variables.value[each] !== undefined);
  if (name === undefined) return undefined;
  const found = variables.value[name] ?? '';
  const shown = `${name} = ${found}`;
  if (meets(rule.want, { flavor: subject.instance.flavor, name }, found)) return fits(rule, wanted, shown);
  return differs(rule, { wanted, found: shown, ...wayTo(subject, name, aimOf(rule.want, found)) });
}

export const neverLooked = { en: 'Nobody looked at it yet.', zh: '尚未查看过该实例。' };
