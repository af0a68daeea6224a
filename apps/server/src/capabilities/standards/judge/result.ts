import type { ComplianceItem, StandardRule, Words } from '@myriad/contract';

/** One rule on one instance, before exceptions are looked at. */
export type Result = Omit<ComplianceItem, 'state' | 'exceptionId'> & { readonly state: 'ok' | 'differs' | 'unknown' };

type Rest = Partial<Pick<Result, 'found' | 'remedy' | 'because' | 'set'>> & { readonly wanted: Words };

const of = ({ code, kind, grade, title }: StandardRule) => ({ rule: code, kind, grade, title });

export const fits = (rule: StandardRule, wanted: Words, found = ''): Result => ({
  ...of(rule),
  ...{ state: 'ok', found, wanted },
});
export const differs = (rule: StandardRule, { found = '', ...rest }: Rest): Result => ({
  ...of(rule),
  ...{ state: 'differs', found },
  ...rest,
});
/** It could not be seen: nothing may be concluded. */
export const unseen = (rule: StandardRule, wanted: Words, because: Words): Result => ({
  ...of(rule),
  ...{ state: 'unknown', found: '', wanted, because },
});

/** Reasons of our own; everything else is what a server said. */
const ownReasons: Readonly<Record<string, Words>> = {
  'no deep look yet': { en: 'No deep look was taken yet.', zh: '尚未进行深度查看。' },
  'not read yet': { en: 'Nobody looked at it yet.', zh: '尚未查看。' },
  'too many accounts': { en: 'There are more accounts than are read.', zh: '账号数量超过读取上限。' },
};

export const refusedWords = (reason: string): Words =>
  ownReasons[reason] ?? { en: `It could not be read: ${reason}`, zh: `无法读取：${reason}` };
