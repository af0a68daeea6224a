import type { Expiring } from '@myriad/contract';
import type { Actor } from '../../platform/policy/decision.ts';
import { listMutesEnding } from '../findings/index.ts';
import { listMaintenance, sightOf } from '../metadata/index.ts';
import { listFreezes } from '../tasks/index.ts';
import type { TodayParts } from './parts.ts';

const most = 20;
const same = (name: string) => ({ en: name, zh: name });

/** What begins or ends before then, the next first. */
export async function readExpiring(parts: TodayParts, actor: Actor, before: number): Promise<Expiring[]> {
  const { db, clock, schedules, findings, expiring } = parts;
  const now = clock.now();
  const freezes = await listFreezes(schedules.parts, actor, { limit: 100, past: false });
  const found: Expiring[] = freezes.items
    .filter(({ inForce, fromAt }) => inForce || fromAt <= before)
    .map(({ id, name, reason, createdBy, fromAt, untilAt, inForce }) => ({
      ...{ kind: 'freeze', id, name: same(name), reason, by: createdBy.name, from: fromAt, until: untilAt, inForce },
    }));
  for (const { entity, id, name, maintenance } of await listMaintenance(db, sightOf(actor), 200))
    if (maintenance.until > now && maintenance.until <= before) {
      const { reason, by, since: from, until } = maintenance;
      found.push({ kind: 'maintenance', id, entity, name: same(name), reason, by, from, until, inForce: true });
    }
  for (const { id, words, mute } of await listMutesEnding(findings.parts, actor, { before, limit: most }))
    if (mute) {
      const { reason, by, since: from, until } = mute;
      found.push({ kind: 'mute', id, name: words, reason, by, from, until, inForce: true });
    }
  for (const read of expiring) found.push(...(await read(actor, before)));
  const next = ({ inForce, from, until }: Expiring) => (inForce ? until : (from ?? until));
  return found.sort((a, b) => next(a) - next(b)).slice(0, most);
}
