import {
  isEmptyGtid,
  parseGtidSet,
  printGtidSet,
  type ReplicationState,
  readExecuted,
  readReplication,
  type SqlRunner,
  subtractGtid,
  type Version,
} from '@myriad/mysql';

export interface CatchUp {
  readonly state: ReplicationState | undefined;
  /** What the primary had when asked and the replica has not yet; '' = nothing. */
  readonly missing: string;
  /** What the replica has and the primary never had: must be ''. */
  readonly errant: string;
}

/** Compares a replica with its primary. The replica is read first, so that a transaction in between is never called errant. */
export async function compareWithPrimary(version: Version, replica: SqlRunner, primary: SqlRunner): Promise<CatchUp> {
  const [state] = await readReplication(replica, version);
  const has = parseGtidSet(version.flavor, await readExecuted(replica, version));
  const wanted = parseGtidSet(version.flavor, await readExecuted(primary, version));
  const missing = subtractGtid(wanted, has);
  const errant = subtractGtid(has, wanted);
  return {
    state,
    missing: isEmptyGtid(missing) ? '' : printGtidSet(missing),
    errant: isEmptyGtid(errant) ? '' : printGtidSet(errant),
  };
}
