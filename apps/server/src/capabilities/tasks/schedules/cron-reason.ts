import type { Words } from '@myriad/contract';

/** What is wrong, by the words of the reader of cron texts; the first that fits. */
const reasons: readonly (readonly [RegExp, Words])[] = [
  [/configuration format/, { en: 'it has neither five nor six fields', zh: '字段数既不是五个也不是六个' }],
  [/@reboot/, { en: '@reboot is no time', zh: '@reboot 不是时间' }],
  [/\b[LW]\b|#|nth/, { en: 'L, W or # stands where it means nothing', zh: 'L、W 或 # 的位置不正确' }],
  [/stepping|steps/, { en: 'a step behind / is not right', zh: '“/”后的步长不正确' }],
  [/range|From value/, { en: 'a range is not right', zh: '范围不正确' }],
  [/Invalid value|Invalid part|configuration entry|Day-of-week/, { en: 'a value is not right', zh: '取值不正确' }],
];

/** Why a text is no cron text, as a part of a sentence, with the place where it can be named. */
export function cronReason(message: string): Words {
  const words = reasons.find(([pattern]) => pattern.test(message))?.[1] ?? { en: 'it cannot be read', zh: '无法解析' };
  const place = /'([^']+)'/.exec(message)?.[1] ?? /: ([^\s:]+)$/.exec(message.replace(/\.$/, ''))?.[1];
  return place === undefined ? words : { en: `${words.en} (${place})`, zh: `${words.zh}（${place}）` };
}
