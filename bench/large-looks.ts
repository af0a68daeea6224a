import type { Database } from '../apps/server/src/platform/database/schema.ts';

/** 200,000 accounts; 600 parameters in each of three series, of which every instance has 30 of its own. */
const each = { accounts: 20, parameters: 600, own: 30 } as const;
const allSeries = ['mysql 8.0', 'mysql 8.4', 'mariadb 10.11'] as const;

type Add = <Table extends keyof Database>(table: Table, count: number, row: (n: number) => object) => Promise<void>;

/** Fills a store with the accounts and parameters deep looks kept of each instance. */
export async function fillLargeLooks(
  add: Add,
  now: number,
  { instances, instanceId }: { readonly instances: number; readonly instanceId: (n: number) => string },
): Promise<void> {
  const padded = (n: number, length: number) => String(n).padStart(length, '0');
  const parameter = (n: number) => `parameter_${padded(n, 3)}`;
  await add('dictionary_account', instances * each.accounts, (n) => {
    const [user, host] = [`app_${padded(n % each.accounts, 2)}`, `10.${Math.floor(n / each.accounts) % 250}.%`];
    const rights = { global: ['PROCESS', 'REPLICATION CLIENT'], schemas: [{ schema: 'shop', privileges: ['SELECT'] }] };
    const signsIn = { plugin: 'caching_sha2_password', locked: false, passwordExpired: false, emptyPassword: false };
    const details = { user, host, isRole: false, tls: '', moreSchemas: false, ...signsIn, ...rights };
    return {
      ...{ id: `da${padded(n, 7)}`, instance_id: instanceId(Math.floor(n / each.accounts)), user, seen_at: now },
      ...{ sort_key: `${user}@${host}`, details: JSON.stringify(details) },
    };
  });
  await add('dictionary_usual', each.parameters * allSeries.length, (n) => ({
    ...{ name: parameter(n % each.parameters), series: allSeries[Math.floor(n / each.parameters)], value: 'usual' },
  }));
  await add('dictionary_parameters_of', instances, (n) => ({
    ...{ instance_id: instanceId(n), series: allSeries[n % allSeries.length], at: now },
  }));
  await add('dictionary_parameter', instances * each.own, (n) => {
    const instance = Math.floor(n / each.own);
    return { name: parameter(n % each.own), instance_id: instanceId(instance), value: `value-${instance}` };
  });
}
