import type { Dialect, SchemaFacts, Statement, Tokens } from '@myriad/sql';
import type { NodesByKind } from './tree/index-nodes.ts';
import type { Words } from './words.ts';

/** X blocks, E must be fixed, W is a potential problem, N a suggestion. */
export type Grade = 'X' | 'E' | 'W' | 'N';

/** What a rule has to know: the text alone, the schema, EXPLAIN, sizes and statistics, or the state of the instance. */
export type Tier = 'text' | 'schema' | 'explain' | 'statistics' | 'instance';

export type Theme = 'change-safety' | 'query-shape' | 'table-design' | 'column-types' | 'schema-change';

export type Parameters = Readonly<Record<string, number>>;

/** Offsets are UTF-16 positions in the reviewed text, end exclusive. */
export interface RuleFinding {
  readonly start: number;
  readonly end: number;
  readonly message: Words;
}

export interface ReviewFacts extends SchemaFacts {
  /** How much worse a finding is here than on an ordinary target, 1 or more; 1 without facts. */
  readonly riskOf?: (rule: string, statement: Statement) => number;
}

export interface Context {
  readonly dialect: Dialect;
  readonly tokens: Tokens;
  readonly facts: ReviewFacts;
  /** Every node of a kind below the statement and itself, in the order of the text; what EXPLAIN explains is left out. */
  readonly nodes: NodesByKind;
  /** A parameter of the rule, as the policy sets it. Throws for a name the rule does not declare. */
  readonly parameter: (name: string) => number;
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Rule {
  readonly id: string;
  readonly grade: Grade;
  /** Only a policy turns it on. */
  readonly off: boolean;
  readonly theme: Theme;
  readonly why: Words;
  readonly tier: Tier;
  readonly parameters: Parameters;
  /** Whether the rule has anything to say about this server. */
  readonly versions: (dialect: Dialect) => boolean;
  readonly check: (statement: Statement, context: Context) => readonly RuleFinding[];
  /** Edits that remove one finding without changing what the statement means. */
  readonly fix: ((finding: RuleFinding, context: Context) => readonly Edit[]) | undefined;
}

type Given = Pick<Rule, 'id' | 'grade' | 'theme' | 'why' | 'check'> & Partial<Rule>;

export const defineRule = (rule: Given): Rule => ({
  off: false,
  tier: 'text',
  parameters: {},
  versions: () => true,
  fix: undefined,
  ...rule,
});

/** A finding at a node. */
export const at = (place: { readonly start: number; readonly end: number }, en: string, zh: string): RuleFinding => ({
  start: place.start,
  end: place.end,
  message: { en, zh },
});
