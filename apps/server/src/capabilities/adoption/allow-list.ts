import type { AllowList } from '@myriad/contract';
import { authProblems } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Reader } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, abilityOf, requireAllowed } from '../../platform/policy/decision.ts';
import { type AllowCheck, allowCheck, parseNetwork } from './network/network.ts';
import type { AdoptionParts, Note } from './parts.ts';
import { mayEditAllowList } from './policy.ts';
import { replaceNetworks, selectNetworks } from './store.ts';

export const readAllowCheck = async (db: Reader): Promise<AllowCheck> =>
  allowCheck((await selectNetworks(db)).map(({ cidr }) => cidr));

/** For whoever is about to send a password to a host known only by its address. */
export const mayReachAddress = async (db: Reader, address: string): Promise<boolean> =>
  (await readAllowCheck(db)).allows(address);

export async function viewAllowList({ db }: Pick<AdoptionParts, 'db'>, actor: Actor): Promise<AllowList> {
  const items = (await selectNetworks(db)).map((network) => ({ ...network }));
  return { items, abilities: { edit: abilityOf(mayEditAllowList(actor), authProblems) } };
}

/** The whole list at once; those that stay keep who added them and when. @throws ProblemError FORM_INVALID with all faults */
export async function setAllowList(
  { db, clock }: Pick<AdoptionParts, 'db' | 'clock'>,
  actor: Actor,
  networks: readonly { readonly cidr: string; readonly note: string }[],
  note: Note,
): Promise<void> {
  requireAllowed(mayEditAllowList(actor));
  const parsed = networks.map(({ cidr }) => parseNetwork(cidr));
  const faults = parsed.flatMap((one, index) => (one.ok ? [] : [{ path: `networks.${index}.cidr`, words: one.words }]));
  if (faults.length > 0) throw new ProblemError('FORM_INVALID', {}, faults);
  await inTransaction(db, async (tx) => {
    const before = new Map((await selectNetworks(tx)).map((row) => [row.cidr, row]));
    const rows = new Map(
      parsed.flatMap((one, index) => {
        if (!one.ok) return [];
        const { value: cidr } = one;
        const known = before.get(cidr);
        const added = known ?? { addedAt: clock.now(), addedBy: actor.name };
        const row = { cidr, note: networks[index]?.note ?? '', addedAt: added.addedAt, addedBy: added.addedBy };
        return [[cidr, row] as const];
      }),
    );
    await replaceNetworks(tx, [...rows.values()]);
    await note(tx, `allow-list/${[...rows.keys()].join(',').slice(0, 150)}`);
  });
}
