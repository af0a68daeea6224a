/** From 1 both; columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Where an offset of the text stands; the text itself may begin further down in its file. Lines end with a line feed, as the
 * statements count them. They are counted when the first place is asked for.
 */
export function makePlaces(text: string, begin: Place = { line: 1, column: 1 }): (offset: number) => Place {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = offset - (starts[low] ?? 0) + 1;
    return { line: begin.line + low, column: low === 0 ? begin.column + column - 1 : column };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
