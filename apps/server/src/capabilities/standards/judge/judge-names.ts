import type { StandardRule } from '@myriad/contract';
import { neverLooked } from './judge-parameter.ts';
import { differs, fits, type Result, refusedWords, unseen } from './result.ts';
import type { Subject } from './seen.ts';
import { isSpared, namesOf } from './spared.ts';

type Rule = Extract<StandardRule, { kind: 'naming' }>;

export function judgeNames(rule: Rule, subject: Subject): Result | undefined {
  const wanted = { en: `/${rule.pattern}/`, zh: `/${rule.pattern}/` };
  const part = namesIn(rule, subject);
  if (part === undefined) return unseen(rule, wanted, neverLooked);
  if (!part.ok) return unseen(rule, wanted, refusedWords(part.refused));
  const pattern = new RegExp(rule.pattern, 'u');
  const bad = part.value.filter(({ name }) => !isSpared(rule.spares, name) && !pattern.test(name.slice(0, 128)));
  if (bad.length === 0) return fits(rule, wanted);
  return differs(rule, {
    wanted,
    found: namesOf(bad.map(({ shown }) => shown)),
    remedy: 'by-hand',
    because: {
      en: 'Applications use these names: they change with them.',
      zh: '应用在使用这些名称，须与应用一起修改。',
    },
  });
}

function namesIn({ of }: Rule, { cluster, seen }: Subject) {
  const plain = (name: string) => ({ name, shown: name });
  if (of === 'cluster') return { ok: true, value: [plain(cluster.name)] } as const;
  const part = of === 'schema' ? seen?.schemas : seen?.tables;
  if (!part?.ok) return part;
  return {
    ok: true,
    value: part.value.map((each) =>
      'schema' in each ? { name: each.name, shown: `${each.schema}.${each.name}` } : plain(each.name),
    ),
  } as const;
}
