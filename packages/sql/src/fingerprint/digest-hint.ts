import type { Dialect } from '../dialect.ts';
import { lex } from '../lexer/lex.ts';
import { unquoteName } from '../lexer/quotes.ts';
import { listTokens, TokenType } from '../lexer/tokens.ts';

/** Words the hint grammar knows; all others are names. From the manual's "Optimizer Hints". */
const hintWords: ReadonlySet<string> = new Set(
  (
    'MAX_EXECUTION_TIME RESOURCE_GROUP BKA BNL DUPSWEEDOUT FIRSTMATCH INTOEXISTS LOOSESCAN MATERIALIZATION MRR NO_BKA NO_BNL ' +
    'NO_ICP NO_MRR NO_RANGE_OPTIMIZATION NO_SEMIJOIN QB_NAME SEMIJOIN SUBQUERY MERGE NO_MERGE JOIN_PREFIX JOIN_SUFFIX ' +
    'JOIN_ORDER JOIN_FIXED_ORDER INDEX_MERGE NO_INDEX_MERGE SET_VAR SKIP_SCAN NO_SKIP_SCAN HASH_JOIN NO_HASH_JOIN ' +
    'JOIN_INDEX NO_JOIN_INDEX GROUP_INDEX NO_GROUP_INDEX ORDER_INDEX NO_ORDER_INDEX INDEX NO_INDEX ' +
    'DERIVED_CONDITION_PUSHDOWN NO_DERIVED_CONDITION_PUSHDOWN'
  ).split(' '),
);

/** A hint comment as the digest writes it. */
export function digestHint(inside: string, dialect: Dialect): string {
  const parts: string[] = [];
  let end = -1;
  for (const token of listTokens(lex(inside, dialect))) {
    const { type, text } = token;
    const upper = text.toUpperCase();
    // `t@block` is one name to the hint grammar.
    const isTight = token.start === end && parts.at(-1)?.endsWith('`');
    end = token.end;
    if (type === TokenType.variable) parts.push(`${isTight ? parts.pop() : ''}@\`${unquoteName(text.slice(1))}\``);
    else if (type === TokenType.operator) parts.push(text);
    else if (type === TokenType.word || type === TokenType.name)
      parts.push(hintWords.has(upper) ? upper : `\`${unquoteName(text)}\``);
    else parts.push('?');
  }
  return `/*+ ${parts.join(' ').replaceAll('( ? )', '(?)')} */`;
}
