import type { FleetParameter, PageQuery } from '@myriad/contract';
import type { Page } from '../../../platform/database/page.ts';
import type { Db } from '../../../platform/database/schema.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { pageByPlace } from '../read/cursor.ts';
import { selectNames } from '../store/fleet-parameters.ts';
import { type FleetAsked, selectPlaces } from '../store/instances-asked.ts';
import { countValues, pageParameters } from '../store/parameter-values.ts';
import { operatedBy } from './operated-by.ts';

type Asked = Pick<FleetAsked, 'clusterId' | 'applicationId'> & { readonly name: string };

const mostValues = 100;
const mostNames = 50;

/** One parameter on the instances somebody operates, by instance. @throws ProblemError NOT_AN_OPERATOR */
export async function listFleetParameters(
  db: Db,
  actor: Actor,
  query: PageQuery & Asked & { readonly value?: string | undefined },
): Promise<Page<FleetParameter>> {
  const sight = operatedBy(actor);
  return pageByPlace(
    query,
    (after, limit) => pageParameters(db, { ...query, sight }, after, limit),
    async (rows) => {
      const places = await selectPlaces(
        db,
        rows.map(({ id }) => id),
      );
      return rows.flatMap(({ id, value, at }) => {
        const place = places.get(id);
        return place ? [{ ...place, name: query.name, value, seenAt: Number(at) }] : [];
      });
    },
  );
}

/** How many instances have each value, the commonest first. @throws ProblemError NOT_AN_OPERATOR */
export async function listParameterValues(db: Db, actor: Actor, query: Asked) {
  const sight = operatedBy(actor);
  const found = await countValues(db, { ...query, sight }, mostValues + 1);
  return { items: found.slice(0, mostValues), more: found.length > mostValues };
}

/** @throws ProblemError NOT_AN_OPERATOR */
export async function listParameterNames(db: Db, actor: Actor, { search }: { readonly search: string }) {
  operatedBy(actor);
  return { items: [...(await selectNames(db, search, mostNames))] };
}
