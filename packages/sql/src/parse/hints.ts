import type { Cursor } from './cursor.ts';

/** The inside of an optimizer hint that stands before the current token, right behind the statement's first word. */
export function takeHint(p: Cursor): string | undefined {
  const { comments } = p.tokens;
  if (comments.length === 0) return undefined;
  for (const comment of comments)
    if (comment.kind === 'hint' && comment.token === p.at)
      return p.text.slice(comment.start + 3, comment.end - 2).trim();
  return undefined;
}
