/** Every collation tells plain letters and digits apart, besides their case; of other signs it may think otherwise. */
export const areApart = (a: string, b: string): boolean =>
  /^[a-z0-9]+$/i.test(a) && /^[a-z0-9]+$/i.test(b) && a.toLowerCase() !== b.toLowerCase() && !isNumberLike(a, b);

/** '1' and '01' are equal where the column is a number. */
const isNumberLike = (a: string, b: string): boolean => Number(a) === Number(b);
