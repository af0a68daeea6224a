import { type Dialect, lex, type ScriptPart, type Tokens } from '@myriad/sql';

/** `-- review:ignore rule-id[,rule-id] reason`: this statement is excused from one rule, and why. */
export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  /** Of its comment. */
  readonly start: number;
  readonly end: number;
}

/** What a comment of excuse begins with. */
export const excuse = 'review:ignore';

/**
 * Comments before a statement, inside it, and behind its delimiter on the same line. Without a reason nothing is excused.
 */
export function readSuppressions(
  text: string,
  dialect: Dialect,
  tokens: Tokens,
  part: ScriptPart,
  next: ScriptPart | undefined,
): readonly Suppression[] {
  const own = tokens.comments.filter(({ start }) => start >= firstOwnOffset(text, part));
  const lineEnd = endOfLine(text, part.end);
  const behind = lex(text, dialect, part.end, Math.min(lineEnd, next?.start ?? text.length)).comments;
  return [...own, ...behind].flatMap(({ kind, start, end }) =>
    kind === 'line' || kind === 'block'
      ? readExcuse(text.slice(start, end)).map((one) => ({ ...one, start, end }))
      : [],
  );
}

const endOfLine = (text: string, from: number): number => {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
};

/** What stands behind a delimiter on its line belongs to the statement before. */
const firstOwnOffset = (text: string, part: ScriptPart): number =>
  part.from === 0 ? 0 : Math.min(endOfLine(text, part.from), part.start);

/** What one comment excuses from: `review:ignore rule-id reason`, or several rules with commas between them. */
export function readExcuse(comment: string): readonly Pick<Suppression, 'rule' | 'reason'>[] {
  const found = /review:ignore\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s+(\S[^\n]*)/.exec(comment);
  const reason = found?.[2]?.replace(/\*\/$/, '').trim();
  return found?.[1] && reason ? found[1].split(',').map((rule) => ({ rule: rule.trim(), reason })) : [];
}
