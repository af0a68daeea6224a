import './tables.ts';

export { findSpecification, listSpecifications } from './catalogues/find-specification.ts';
export { findQuotaRefusal, type QuotaRefusal, requireQuota } from './catalogues/require-quota.ts';
export { listLimited, type listQuotas } from './catalogues/set-quota.ts';
export { createMetadata } from './create-metadata.ts';
export { placeAllChanges } from './feed/place-changes.ts';
export { maintenanceInForce } from './maintenance-in-force.ts';
export type { Metadata } from './metadata.ts';
export { metadataMigrations } from './migrations.ts';
export { type NamePage, pageByName, readPageByName } from './page-by-name.ts';
export type { MetadataParts, Note } from './parts.ts';
export { mayChangeMetadata } from './policy.ts';
export type * from './records.ts';
export { serveMetadata } from './routes.ts';
export { aboutCluster } from './sight/about-cluster.ts';
export { aboutInstance } from './sight/about-instance.ts';
export { nameThings } from './sight/name-things.ts';
export { scopeBook } from './sight/scope-book.ts';
export { selectSeenIds } from './sight/select-seen-ids.ts';
export { isBlind, type Sight, seenOnly, sightOf, speaksOfSeen } from './sight/sight.ts';
export { actorOnThing, actorsOnThings, metadataThings, placeOfCluster } from './sight/standings.ts';
export {
  allSubjectsSeen,
  placesOfSubjects,
  type SubjectColumns,
  subjectColumns,
  subjectOfRow,
  subjectRow,
  workSeen,
  worksNear,
} from './sight/subject-rows.ts';
export { type Subject, subjectsOf } from './sight/subjects.ts';
export { countFits, countSizes, type PoolSum, type SizeCount, sumPool } from './store/capacity.ts';
export { selectLabelsOfMany } from './store/extras.ts';
export { selectFactsOfMany } from './store/facts.ts';
export { listMaintenance, type UnderMaintenance } from './store/maintenance.ts';
export { selectClusterIds, selectNames } from './store/names.ts';
export { type Seat, selectSeats } from './store/seats.ts';
export { type EditedValues, metadataEdits, type TableEdit } from './table-edits.ts';
