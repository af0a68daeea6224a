import type { Walked } from './walk-servers.ts';

const isName = (text: string): boolean => /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/.test(text);

/**
 * What the host at each address would be called: as the person named it, else as the server names it where no other address
 * claims the same name, else by its address.
 */
export function hostNamesOf(walked: readonly Walked[]): ReadonlyMap<string, string> {
  const wishes = walked.flatMap(({ address, wanted, seen }) => {
    if (address === undefined || seen.look.state !== 'answered') return [];
    const own = seen.look.glance.hostname.toLowerCase();
    return [{ address, name: wanted.name ?? (isName(own) ? own : '') }];
  });
  const claimants = Map.groupBy(wishes, ({ name }) => name);
  const names = new Map<string, string>();
  for (const { address, name } of wishes) {
    const isAlone = name !== '' && new Set(claimants.get(name)?.map((one) => one.address)).size === 1;
    if (!names.has(address)) names.set(address, isAlone ? name : address.replaceAll(':', '-').replace(/^-|-$/g, '0'));
  }
  return names;
}
