import { useSearchParams } from 'react-router';

/** Filters live in the address: a filtered list can be sent to a colleague, and the back button works. */
export function useFilters<const Names extends string>(names: readonly Names[]) {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? undefined])) as {
    [N in Names]: string | undefined;
  };
  const change = (name: Names, value: string | undefined) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return { values, change };
}
