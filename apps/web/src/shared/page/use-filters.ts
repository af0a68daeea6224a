import { useLocation, useSearchParams } from 'react-router';

/** Filters live in the address: a filtered list can be sent to a colleague, and the back button works. */
export function useFilters<const Names extends string>(names: readonly Names[]) {
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? undefined])) as {
    [N in Names]: string | undefined;
  };
  const change = (name: Names, value: string | undefined) => {
    // The address changes before the page is drawn anew: what was changed a moment ago is kept, and a page just left changes nothing.
    const { location } = window;
    if (new URL(pathname, location.origin).pathname !== location.pathname) return;
    const next = new URLSearchParams(location.search);
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  return { values, change };
}
