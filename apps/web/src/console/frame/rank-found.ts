/** What is called exactly so comes first, then what begins so; else the order stays. Names that do not hold the text are left out. */
export function rankFound<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  text: string,
  most: number,
): readonly Thing[] {
  const rank = (name: string): number => (name === text ? 0 : name.startsWith(text) ? 1 : name.includes(text) ? 2 : 3);
  return things
    .map((thing) => ({ thing, rank: rank(thing.name.toLowerCase()) }))
    .filter(({ rank }) => rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ thing }) => thing);
}
