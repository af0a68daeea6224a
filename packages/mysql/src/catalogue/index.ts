import * as activity from '../live/activity-statements.ts';
import * as locks from '../live/lock-statements.ts';
import * as origins from '../live/parameter-statements.ts';
import * as follow from '../live/replication-statements.ts';
import * as account from '../observe/account-statements.ts';
import * as counter from '../observe/counter-statements.ts';
import * as glance from '../observe/glance-statements.ts';
import * as ownGrants from '../observe/own-grants-statements.ts';
import * as portrait from '../observe/portrait-statements.ts';
import * as schema from '../observe/schema-statements.ts';
import * as use from '../observe/use-statements.ts';
import * as columns from '../review/column-statements.ts';
import * as executions from '../review/execution-statements.ts';
import * as proof from '../review/proof-statements.ts';
import * as review from '../review/review-statements.ts';
import * as tableFacts from '../review/table-fact-statements.ts';
import * as accounts from './accounts.ts';
import * as deploy from './deploy.ts';
import * as kill from './kill.ts';
import { namedValues } from './named-values.ts';
import * as replication from './replication.ts';
import * as server from './server.ts';
import * as session from './session.ts';
import * as settings from './settings.ts';
import type { StatementRow } from './statement.ts';

const isStatement = (value: unknown): value is StatementRow =>
  typeof value === 'object' && value !== null && 'texts' in value && 'sentBy' in value;

/** Every statement the platform sends to a MySQL or MariaDB, by name. */
export const statementCatalogue: readonly StatementRow[] = [
  ...[activity, locks, origins, follow, ownGrants, use, review, columns, executions, tableFacts, proof],
  ...[
    session,
    glance,
    counter,
    portrait,
    account,
    schema,
    server,
    { namedValues },
    settings,
    kill,
    replication,
    accounts,
    deploy,
  ],
]
  .flatMap((room): unknown[] => Object.values(room))
  .filter(isStatement)
  .sort((a, b) => (a.name < b.name ? -1 : 1));

export * from './deploy.ts';
export { keepClientsOut, setReadOnly } from './server.ts';
export {
  anywhere,
  defineStatement,
  type Sender,
  type Statement,
  type StatementRow,
  StatementUnknown,
  send,
} from './statement.ts';
export { statementShape } from './statement-shape.ts';
