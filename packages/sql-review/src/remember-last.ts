/**
 * The same answer while the same is asked. Rules of one node ask one after the other, so the last answer is enough, and costs
 * less than a map of all: a WeakMap takes longer to fill than most answers take to find.
 */
export function rememberLast<First, Second, Value>(
  make: (first: First, second: Second) => Value,
): (first: First, second: Second) => Value {
  let last: { readonly first: First; readonly second: Second; readonly value: Value } | undefined;
  return (first, second) => {
    if (last === undefined || last.first !== first || last.second !== second)
      last = { first, second, value: make(first, second) };
    return last.value;
  };
}
