export interface DifferentLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Longer texts are compared as one piece that went and one that came. */
const mostLines = 4000;

/** Lines of two texts beside one another: what stayed, what went, what came, in the order of reading. */
export function lineDifference(before: string, after: string): readonly DifferentLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const same = (text: string): DifferentLine => ({ kind: 'same', text });
  return [
    ...old.slice(0, head).map(same),
    ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...old.slice(old.length - tail).map(same),
  ];
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/));

/** By the longest common sequence of lines. */
function middle(old: readonly string[], now: readonly string[]): readonly DifferentLine[] {
  const gone = (text: string): DifferentLine => ({ kind: 'gone', text });
  const came = (text: string): DifferentLine => ({ kind: 'new', text });
  if (old.length * now.length === 0 || old.length + now.length > mostLines) return [...old.map(gone), ...now.map(came)];
  // common[i][j]: how many lines the rests from i and from j have in common.
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: DifferentLine[] = [];
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push({ kind: 'same', text: old[i] ?? '' });
      i += 1;
      j += 1;
    } else if (i < old.length && (j === now.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(gone(old[i] ?? ''));
      i += 1;
    } else {
      lines.push(came(now[j] ?? ''));
      j += 1;
    }
  }
  return lines;
}
