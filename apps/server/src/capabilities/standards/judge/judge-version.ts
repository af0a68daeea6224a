import type { StandardRule } from '@myriad/contract';
import { compareVersions, parseVersion } from '@myriad/mysql';
import { differs, fits, type Result, unseen } from './result.ts';
import type { Subject } from './seen.ts';

type Rule = Extract<StandardRule, { kind: 'version' }>;

const day = 24 * 3_600_000;
const upgrade = {
  remedy: 'by-hand',
  because: {
    en: 'An upgrade is planned, rehearsed and done replica by replica.',
    zh: '升级需要规划、演练，并逐个从库进行。',
  },
} as const;

/** By the record: the sweep sees to it that the record is so. */
export function judgeVersion(rule: Rule, { instance }: Subject, now: number): Result {
  const version = parseVersion(instance.version, instance.flavor);
  const shown = `${instance.flavor} ${version.text}`;
  if ('atLeast' in rule.test) {
    const least = rule.test.atLeast;
    const wanted = { en: `≥ ${least}`, zh: `≥ ${least}` };
    const floor = parseVersion(least.split('.').length < 3 ? `${least}.0` : least, instance.flavor);
    return compareVersions(version, floor) >= 0
      ? fits(rule, wanted, shown)
      : differs(rule, { wanted, found: shown, ...upgrade });
  }
  const { supportedUntil, warnDays } = rule.test;
  const series = `${instance.flavor} ${version.major}.${version.minor}`;
  const until = supportedUntil[series];
  const wanted = { en: 'a version its maker supports', zh: '厂商仍支持的版本' };
  if (until === undefined)
    return unseen(rule, wanted, {
      en: `The standard says no end of support for ${series}.`,
      zh: `规范中没有 ${series} 的支持截止日期。`,
    });
  const left = Math.floor((Date.parse(`${until}T00:00:00Z`) + day - now) / day);
  if (left > warnDays) return fits(rule, wanted, `${shown} (${until})`);
  return {
    ...differs(rule, { wanted, found: `${shown} (${until})`, ...upgrade }),
    ...(left > 0 ? { grade: 'warn' } : {}),
  };
}
