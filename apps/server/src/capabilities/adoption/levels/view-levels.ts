import { type AccessLevel, adoptionProblems, type ClusterLevels, type LevelGrants } from '@myriad/contract';
import { dropAccountStatement, type Flavor, levelRemarks, levelStatements, parseVersion } from '@myriad/mysql';
import { abilityOf } from '../../../platform/policy/decision.ts';
import type { AccountRecord } from '../../metadata/index.ts';
import type { AdoptionParts } from '../parts.ts';
import { levels, mayLower, mayRaise, mayRelease, nextLevel } from '../policy.ts';
import { isAdopted, livingOf } from './is-adopted.ts';
import { purposeOfLevel } from './level-purpose.ts';

interface Asked {
  readonly level: AccessLevel;
  readonly flavor: Flavor;
  readonly version: string;
  readonly user?: string | undefined;
  readonly host: string;
}

/** What the account of a level is called unless somebody chooses otherwise. */
const usualUser = (level: AccessLevel): string => `myriad_${level.replace('-', '_')}`;

/** The statements to paste, on the primary; a place is left for the password. Pure. */
export function viewGrants({ level, flavor, version, user = usualUser(level), host }: Asked): LevelGrants {
  const of = parseVersion(version, flavor);
  return {
    ...{ level, flavor, version },
    statements: levelStatements(of, level, { user, host }).map(({ sql, why, optional }) => ({
      ...{ sql: `${sql};`, why: { ...why }, optional },
    })),
    remarks: levelRemarks(of, level).map((words) => ({ ...words })),
  };
}

/** How far the platform may go with a cluster, and what each level takes. @throws ProblemError CLUSTER_NOT_FOUND */
export async function viewLevels(
  { db, metadata }: Pick<AdoptionParts, 'db' | 'metadata'>,
  clusterId: string,
): Promise<ClusterLevels> {
  const cluster = await metadata.getCluster(db, clusterId);
  const accounts = await metadata.listAccounts(db, clusterId);
  const adopted = isAdopted(await livingOf(metadata, db, clusterId));
  const reached = levels.indexOf(cluster.level);
  return {
    clusterId,
    level: cluster.level,
    levels: levels.map((level, at) => {
      const { statements, remarks } = viewGrants({
        level,
        flavor: cluster.flavor,
        version: cluster.version,
        host: '%',
      });
      const account = accounts.find(({ purpose }) => purpose === purposeOfLevel[level]);
      const state = at <= reached ? 'entered' : level === nextLevel(cluster.level) ? 'next' : 'later';
      const shown = account && at <= reached ? { user: account.user, drop: dropOf(account) } : {};
      return { level, statements, remarks, state, ...shown };
    }),
    abilities: {
      raise: abilityOf(mayRaise(cluster, adopted), adoptionProblems),
      lower: abilityOf(mayLower(cluster, adopted), adoptionProblems),
      release: abilityOf(mayRelease(cluster, adopted), adoptionProblems),
    },
  };
}

/** To be run by people: the platform drops no account. */
export const dropOf = ({ user, hostPattern: host }: Pick<AccountRecord, 'user' | 'hostPattern'>): string =>
  `${dropAccountStatement({ user, host })};`;
