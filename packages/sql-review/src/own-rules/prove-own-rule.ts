import { dialectNames, dialects } from '@myriad/sql';
import { reviewScript } from '../review.ts';
import { readSchema } from '../schema/apply-statement.ts';
import type { Words } from '../words.ts';
import { type OwnRule, ruleOf } from './own-rule.ts';

/** Why a rule is refused; `undefined` when its own cases show what they should, on a server it speaks of. */
export function whyRefused(own: OwnRule): Words | undefined {
  const name = dialectNames.findLast((one) => own.versions(dialects[one]));
  if (name === undefined) return { en: 'there is no version it speaks of', zh: '没有任何适用的版本' };
  const dialect = dialects[name];
  const facts = {
    ...(own.schema === '' ? {} : { schema: readSchema(own.schema, dialect) }),
    statistics: own.statistics,
  };
  const rules = [ruleOf(own)];
  for (const [isHit, cases] of [
    [true, own.hit],
    [false, own.noHit],
  ] as const)
    for (const [at, sql] of cases.entries()) {
      const place = `${isHit ? 'hit' : 'noHit'} ${at + 1}`;
      const reviews = reviewScript(sql, { dialect, facts, rules });
      const unread = reviews.find(({ score }) => score === null)?.findings[0];
      if (unread) return of(place, unread.message);
      const failed = reviews.flatMap((one) => one.failed)[0];
      if (failed) return of(place, { en: `it fails: ${failed.message}`, zh: `执行失败：${failed.message}` });
      const found = reviews.some(({ findings }) => findings.length > 0);
      if (isHit && !found) return of(place, { en: 'it finds nothing', zh: '未命中' });
      if (!isHit && found) return of(place, { en: 'it finds something', zh: '误命中' });
    }
  return undefined;
}

const of = (place: string, { en, zh }: Words): Words => ({ en: `${place}: ${en}`, zh: `${place}：${zh}` });
