import type { Dialect, Node } from '@myriad/sql';
import type { TableStatistics } from '../facts/statistics.ts';
import { at, defineRule, type Grade, type Parameters, type Rule, type Tier } from '../rule.ts';
import type { Theme } from '../themes.ts';
import type { NodeKind } from '../tree/kinds.ts';
import type { Words } from '../words.ts';
import { matchesPattern } from './match-pattern.ts';
import { nameOfNode } from './name-of-node.ts';
import { type Pattern, patternsIn } from './pattern.ts';

/** A rule without code, as people define it: a pattern on the tree, its words, and the cases that show what it means. */
export interface OwnRule {
  readonly id: string;
  readonly grade: Grade;
  readonly theme: Theme;
  /** `{name}` stands for what the node is called, `{parameter}` for the value of a parameter. */
  readonly words: Words;
  readonly versions: (dialect: Dialect) => boolean;
  readonly parameters: Parameters;
  readonly match: Pattern;
  /** Scripts it must find something in, and scripts it must not. */
  readonly hit: readonly string[];
  readonly noHit: readonly string[];
  /** What the cases stand on. */
  readonly schema: string;
  readonly statistics: Readonly<Record<string, TableStatistics>>;
}

/** The same engine as every shipped rule runs it. */
export const ruleOf = (own: OwnRule): Rule =>
  defineRule<NodeKind, Parameters>({
    id: own.id,
    grade: own.grade,
    theme: own.theme,
    why: own.words,
    tier: tierOf(own.match),
    versions: own.versions,
    parameters: own.parameters,
    // Kinds are those of the parser, which the reader of the definition has looked up.
    on: kindsOf(own.match) as readonly NodeKind[],
    check: (node, context, parameters) =>
      matchesPattern(own.match, node, context, parameters) === true &&
      at(node, say(own.words.en, node, parameters), say(own.words.zh, node, parameters)),
  });

/** Kinds a node must be of for the pattern to fit; the whole statement where it does not say. */
function kindsOf({ kinds, any, all }: Pattern): readonly string[] {
  if (kinds) return kinds;
  const first = all?.find((one) => one.kinds)?.kinds;
  if (first) return first;
  return any?.every((one) => one.kinds) ? [...new Set(any.flatMap((one) => one.kinds ?? []))] : ['statement'];
}

function tierOf(pattern: Pattern): Tier {
  const tables = [...patternsIn(pattern)].flatMap(({ table }) => (table ? [table] : []));
  if (tables.some(({ rows }) => rows !== undefined)) return 'statistics';
  return tables.length > 0 ? 'schema' : 'text';
}

function say(words: string, node: Node, parameters: Parameters): string {
  let said = words.replaceAll('{name}', nameOfNode(node) ?? '');
  for (const [name, value] of Object.entries(parameters))
    said = said.replaceAll(`{${name}}`, Array.isArray(value) ? value.join(', ') : String(value));
  return said;
}
