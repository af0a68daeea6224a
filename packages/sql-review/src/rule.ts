import type { Dialect } from '@myriad/sql';
import type { Context } from './context.ts';
import type { Theme } from './themes.ts';
import type { KindMap, NodeKind } from './tree/kinds.ts';
import type { Words } from './words.ts';

/** X blocks, E must be fixed, W is a potential problem, N a suggestion. */
export type Grade = 'X' | 'E' | 'W' | 'N';

/** What a rule has to know: the text alone, the schema, EXPLAIN, sizes and statistics, or the state of the instance. */
export type Tier = 'text' | 'schema' | 'explain' | 'statistics' | 'instance';

export type ParameterValue = number | string | readonly string[];
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** Offsets are UTF-16 positions in the reviewed text, end exclusive. */
export interface RuleFinding {
  readonly start: number;
  readonly end: number;
  readonly message: Words;
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One finding, several, or none. */
export type Answer = RuleFinding | readonly RuleFinding[] | false | undefined;

interface RuleParts {
  readonly id: string;
  readonly grade: Grade;
  /** Only a policy turns it on. */
  readonly off: boolean;
  readonly theme: Theme;
  readonly why: Words;
  readonly tier: Tier;
  /** Rules about names see names, and those about the text see how it is written; all others see what it means. */
  readonly about: 'meaning' | 'names' | 'text';
  /** Whether the rule has anything to say about this server. */
  readonly versions: (dialect: Dialect) => boolean;
  /** Edits that remove one finding without changing what the statement means. */
  readonly fix: ((finding: RuleFinding, context: Context) => readonly Edit[]) | undefined;
  /** Why it judges nothing: a rule of one's own that an upgrade broke. */
  readonly broken: Words | undefined;
}

export interface Rule extends RuleParts {
  readonly parameters: Parameters;
  /** Kinds of nodes it looks at, wherever they stand in a statement. */
  readonly on: readonly NodeKind[];
  // A method: a rule is asked about nodes of its own kinds only, which `on` says and the type of the list cannot.
  check(node: KindMap[NodeKind], context: Context, parameters: Parameters): Answer;
}

type Given<Kind extends NodeKind, Own extends Parameters> = Pick<RuleParts, 'id' | 'grade' | 'theme' | 'why'> &
  Partial<RuleParts> & {
    readonly on: readonly Kind[];
    readonly parameters?: Own;
    /** The parameters have the names that are declared, and what the policy says. */
    readonly check: (node: KindMap[Kind], context: Context, parameters: Own) => Answer;
  };

export const defineRule = <Kind extends NodeKind, Own extends Parameters = Record<never, never>>(
  rule: Given<Kind, Own>,
): Rule => ({
  off: false,
  tier: 'text',
  about: 'meaning',
  parameters: {},
  versions: () => true,
  fix: undefined,
  broken: undefined,
  ...rule,
  // Asked with nodes of its kinds and with its own parameters only: see review.ts.
  check: rule.check as unknown as Rule['check'],
});

/** A finding at a place of the text. */
export const at = (place: { readonly start: number; readonly end: number }, en: string, zh: string): RuleFinding => ({
  start: place.start,
  end: place.end,
  message: { en, zh },
});
