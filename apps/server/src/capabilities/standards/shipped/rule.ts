import type { FindingGrade, RuleScope, StandardRule, Want, Words } from '@myriad/contract';

interface RuleWords {
  readonly title: Words;
  readonly why: Words;
}

/** A rule on a parameter, short enough to be read in a list. */
export const parameter = (
  code: string,
  grade: FindingGrade,
  parameters: string[],
  want: Want,
  words: RuleWords,
  applies: RuleScope = {},
): StandardRule => ({ kind: 'parameter', code, grade, parameters, want, ...words, applies });

export const directory = (code: string, parameterName: string, within: string, words: RuleWords): StandardRule => ({
  ...{ kind: 'directory', code, grade: 'warn', parameter: parameterName, within },
  ...words,
  // Only where the platform chose the places.
  applies: { origin: 'deployed' },
});

type AccountTest = Extract<StandardRule, { kind: 'account' }>['test'];

/** Accounts of the platform itself and of the server are left out. */
export const account = (code: string, grade: FindingGrade, test: AccountTest, words: RuleWords): StandardRule => ({
  ...{ kind: 'account', code, grade, test, ...words, applies: {} },
  spares: ['myriad_*', 'mysql.*', 'mariadb.sys', 'PUBLIC'],
});
