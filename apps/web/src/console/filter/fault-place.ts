/** The position, from 1, a refused filter is wrong at. The refusal says it in words: English always does it the same way. */
export function faultPlaceOf(problem: { readonly code: string; readonly words: { readonly en: string } }) {
  const found = problem.code === 'FILTER_INVALID' ? / at character (\d+)/.exec(problem.words.en) : null;
  return found ? Number(found[1]) : undefined;
}
