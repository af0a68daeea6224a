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

export const refusedWords = (reason: string): Words => ({
  en: `It could not be read: ${reason}`,
  zh: `无法读取：${reason}`,
});
