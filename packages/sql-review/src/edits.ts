import type { Edit } from './rule.ts';

/** The text with edits that do not overlap; of two that do, the first one stands. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let [changed, from] = ['', 0];
  for (const { start, end, text: put } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    changed += text.slice(from, start) + put;
    from = end;
  }
  return changed + text.slice(from);
}
