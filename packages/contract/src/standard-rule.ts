import { z } from 'zod';
import { Words } from './endpoint.ts';
import { FindingGrade } from './finding.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const VersionText = z.string().regex(/^\d{1,2}\.\d{1,2}(\.\d{1,3})?$/);
/** Patterns run on names of servers: one that repeats a repetition could run for years. */
const Pattern = text(200)
  .refine(compiles, { params: { words: { en: 'Not a regular expression.', zh: '不是有效的正则表达式。' } } })
  .refine((pattern) => !/\([^()]*[+*}][^()]*\)[+*{]/.test(pattern), {
    params: {
      words: { en: 'A repetition inside a repetition may never end.', zh: '重复之中嵌套重复可能永远匹配不完。' },
    },
  });

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') !== undefined;
  } catch {
    return false;
  }
}

/** What a value should be. `has` and `hasNot` are for lists by commas; numbers may carry K, M, G. */
export const Want = z.union([
  z.strictObject({ is: z.string().max(1000) }),
  z.strictObject({ oneOf: z.array(text(200)).min(1).max(20) }),
  z.strictObject({ atLeast: text(40) }),
  z.strictObject({ atMost: text(40) }),
  z.strictObject({ has: z.array(text(60)).min(1).max(20) }),
  z.strictObject({ hasNot: z.array(text(60)).min(1).max(20) }),
  z.strictObject({ matches: Pattern }),
]);
export type Want = z.infer<typeof Want>;

/** Whom a rule is for; absent = everybody. */
export const RuleScope = z.strictObject({
  flavor: z.enum(['mysql', 'mariadb']).optional(),
  /** From this version on. */
  from: VersionText.optional(),
  /** Up to, not including it. */
  below: VersionText.optional(),
  roles: z
    .array(z.enum(['primary', 'replica', 'standalone']))
    .min(1)
    .max(3)
    .optional(),
  /** `deployed`: made by the platform · `adopted`: it was there before. */
  origin: z.enum(['deployed', 'adopted']).optional(),
});
export type RuleScope = z.infer<typeof RuleScope>;

const common = {
  /** Chosen slowly, never renamed: exceptions and history speak of it. */
  code: z.string().regex(/^[a-z][a-z0-9-]{2,59}$/),
  title: Words.extend({ en: text(120), zh: text(120) }),
  /** What it costs to do otherwise. */
  why: Words.extend({ en: text(500), zh: text(500) }),
  grade: FindingGrade,
  applies: RuleScope.default({}),
};
const names = z.array(text(100)).max(100).default([]);

export const ParameterRule = z.strictObject({
  kind: z.literal('parameter'),
  ...common,
  /** The first of them that the server has. */
  parameters: z
    .array(z.string().regex(/^[a-z][a-z0-9_]{1,63}$/))
    .min(1)
    .max(4),
  want: Want,
});
export const DirectoryRule = z.strictObject({
  kind: z.literal('directory'),
  ...common,
  parameter: z.string().regex(/^[a-z][a-z0-9_]{1,63}$/),
  /** Lies below this; `{directory}` is the instance's own folder. */
  within: text(300),
});
export const AccountRule = z.strictObject({
  kind: z.literal('account'),
  ...common,
  test: z.enum(['has-password', 'no-any-host', 'no-super', 'no-anonymous', 'root-is-local', 'demands-tls']),
  /** Users left out; `*` stands for anything. */
  spares: names,
});
export const NamingRule = z.strictObject({
  kind: z.literal('naming'),
  ...common,
  of: z.enum(['schema', 'table', 'cluster']),
  pattern: Pattern,
  spares: names,
});
export const VersionRule = z.strictObject({
  kind: z.literal('version'),
  ...common,
  test: z.union([
    /** By series: the day its maker's support ends, and how long before that it is said. */
    z.strictObject({
      supportedUntil: z.record(z.string().regex(/^(mysql|mariadb) \d{1,2}\.\d{1,2}$/), z.iso.date()),
      warnDays: z.number().int().min(0).max(1000),
    }),
    z.strictObject({ atLeast: VersionText }),
  ]),
});

/** One rule of a baseline, as data. */
export const StandardRule = z
  .discriminatedUnion('kind', [ParameterRule, DirectoryRule, AccountRule, NamingRule, VersionRule])
  .meta({ id: 'StandardRule' });
export type StandardRule = z.infer<typeof StandardRule>;
export const standardKinds = ['parameter', 'directory', 'account', 'naming', 'version'] as const;
export const StandardKind = z.enum(standardKinds);
export type StandardKind = z.infer<typeof StandardKind>;

/** A baseline's rules; each code once. */
export const StandardRules = z
  .array(StandardRule)
  .min(1)
  .max(300)
  .superRefine((rules, context) => {
    const seen = new Set<string>();
    for (const [at, { code }] of rules.entries()) {
      if (seen.has(code))
        context.addIssue({
          code: 'custom',
          path: [at, 'code'],
          params: { words: { en: `Two rules are called ${code}.`, zh: `有两条规则同名：${code}。` } },
        });
      seen.add(code);
    }
  });
