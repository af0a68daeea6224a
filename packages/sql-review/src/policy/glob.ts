/**
 * Whether a name fits a pattern: `*` any run of characters, `?` one; everything else stands for itself. With `/` in the
 * pattern's world, `*` stays within a folder and `**` crosses them. Takes time in proportion to name × pattern at most.
 */
export function matchesGlob(pattern: string, name: string, world: 'name' | 'path' = 'name'): boolean {
  const signs = signsOf(pattern, world);
  // Places of the pattern that the name so far may have reached.
  let reached = skipEmpty(signs, new Set([0]));
  for (const character of name) {
    const next = new Set<number>();
    for (const place of reached) {
      const sign = signs[place];
      if (sign === undefined) continue;
      if (sign.kind === 'any') {
        if (sign.crosses || character !== '/') next.add(place);
      } else if (sign.kind === 'one' ? world === 'name' || character !== '/' : sign.text === character)
        next.add(place + 1);
    }
    if (next.size === 0) return false;
    reached = skipEmpty(signs, next);
  }
  return reached.has(signs.length);
}

type Sign =
  | { readonly kind: 'any'; readonly crosses: boolean }
  | { readonly kind: 'one' }
  | { readonly kind: 'text'; readonly text: string };

function signsOf(pattern: string, world: 'name' | 'path'): readonly Sign[] {
  const signs: Sign[] = [];
  const letters = [...pattern];
  for (let place = 0; place < letters.length; place += 1) {
    const letter = letters[place] ?? '';
    if (letter === '?') signs.push({ kind: 'one' });
    else if (letter !== '*') signs.push({ kind: 'text', text: letter });
    else {
      const isDouble = letters[place + 1] === '*';
      if (isDouble) place += 1;
      // `**/x` is also `x` itself.
      if (isDouble && letters[place + 1] === '/') place += 1;
      signs.push({ kind: 'any', crosses: isDouble || world === 'name' });
    }
  }
  return signs;
}

function skipEmpty(signs: readonly Sign[], places: Set<number>): Set<number> {
  for (const place of places) if (signs[place]?.kind === 'any') places.add(place + 1);
  return places;
}
