import { newId } from '../../platform/database/new-id.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { changedFields, type FieldChange, withChanges } from './changed-fields.ts';
import type { Metadata } from './metadata.ts';
import type { ApplicationRecord, Source } from './records.ts';
import {
  deleteApplication,
  hasApplicationNamed,
  insertApplication,
  lockApplicationRow,
  selectApplication,
  selectApplications,
  selectLinkedClusters,
  updateApplication,
} from './store/applications.ts';
import { deleteExtras } from './store/extras.ts';
import { deleteQuotasOf } from './store/quotas.ts';
import { unlessTaken } from './store/unless-taken.ts';

type Remember = (
  tx: Tx,
  entity: 'application',
  entityId: string,
  fields: readonly FieldChange[],
  source: Source,
) => Promise<void>;
type Applications = Pick<
  Metadata,
  | 'getApplication'
  | 'lockApplication'
  | 'listApplications'
  | 'addApplication'
  | 'changeApplication'
  | 'removeApplication'
>;

const found = (record: ApplicationRecord | undefined, id: string): ApplicationRecord => {
  if (record === undefined) throw new ProblemError('APPLICATION_NOT_FOUND', { id });
  return record;
};

/** The applications' part of the door. */
export function keepApplications(remember: Remember): Applications {
  const refuseTakenName = async (tx: Tx, { id, name }: ApplicationRecord) => {
    if (await hasApplicationNamed(tx, name, id)) throw new ProblemError('APPLICATION_NAME_TAKEN', { name });
  };
  const lockApplication = async (tx: Tx, id: string) => found(await lockApplicationRow(tx, id), id);
  return {
    getApplication: async (db, id) => found(await selectApplication(db, id), id),
    lockApplication,
    listApplications: (db, filter) => selectApplications(db, filter),
    addApplication: async (tx, fields, source) => {
      const application = { ...fields, id: newId() };
      const { id, name } = application;
      await refuseTakenName(tx, application);
      await unlessTaken(() => insertApplication(tx, application), 'APPLICATION_NAME_TAKEN', { name });
      await remember(tx, 'application', id, [{ field: 'created', before: null, after: application }], source);
      return application;
    },
    changeApplication: async (tx, id, patch, source) => {
      const before = await lockApplication(tx, id);
      const changes = changedFields(before, patch);
      if (changes.length === 0) return before;
      const after = withChanges(before, changes);
      const { name } = after;
      await refuseTakenName(tx, after);
      await unlessTaken(() => updateApplication(tx, before, after), 'APPLICATION_NAME_TAKEN', { name });
      await remember(tx, 'application', id, changes, source);
      return after;
    },
    removeApplication: async (tx, id, source) => {
      const application = await lockApplication(tx, id);
      const living = (await selectLinkedClusters(tx, id)).filter(({ state }) => state !== 'decommissioned');
      if (living.length > 0) {
        const clusters = living.map(({ name }) => name).join(', ');
        throw new ProblemError('APPLICATION_IN_USE', { name: application.name, clusters });
      }
      await deleteQuotasOf(tx, id);
      await deleteExtras(tx, 'application', id);
      await deleteApplication(tx, id);
      await remember(tx, 'application', id, [{ field: 'removed', before: application, after: null }], source);
    },
  };
}
