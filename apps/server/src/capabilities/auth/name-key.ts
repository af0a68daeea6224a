/** What names of people and groups are compared by. */
export const nameKeyOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
