import { type Dimension, listDictionaryTables, listFleetAccounts, listInventory } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { pageOfThing } from '../../shared/page/thing-pages.ts';
import { tableAddress } from '../dictionary/dictionary-filters.ts';
import { quotedText } from '../filter/quoted-text.ts';
import { useMeQuery } from './me.ts';

export interface FoundThing {
  readonly name: string;
  readonly kind: string;
  readonly to: string;
}

const mostOfEach = 8;
const living: Partial<Record<Dimension, string>> = {
  cluster: ' and state != "decommissioned"',
  instance: ' and state != "decommissioned"',
};

function useNamed(dimension: Dimension, text: string): readonly FoundThing[] {
  const { t } = useTranslation();
  const where = `name ~ ${quotedText(text)}${living[dimension] ?? ''}`;
  const asked = { params: { dimension }, query: { where, fields: 'name', limit: mostOfEach } };
  const { data } = useAnswer(listInventory, asked, { enabled: text !== '', keeps: true });
  const kind = t(`frame.things.${dimension}`);
  return (data?.items ?? []).map(({ id, name }) => ({
    ...{ name: String(name), kind, to: pageOfThing(dimension, String(id)) },
  }));
}

function useAccounts(text: string): readonly FoundThing[] {
  const { t } = useTranslation();
  const { data: me } = useMeQuery();
  const roles = [...(me?.roles ?? []), ...(me?.narrow ?? []).map(({ role }) => role)];
  // Who operates nothing would be refused.
  const operates = roles.some((role) => role === 'dba' || role === 'administrator');
  const { data } = useAnswer(
    listFleetAccounts,
    { query: { name: text.slice(0, 100), limit: mostOfEach } },
    { enabled: operates && text !== '', keeps: true },
  );
  // The same account on many instances is one line, which leads to all of them.
  return [...new Set((data?.items ?? []).map(({ user, host }) => `${user}@${host}`))].map((name) => ({
    ...{ name, kind: t('instance.accounts.account') },
    to: `/dictionary/accounts?${new URLSearchParams({ name, exact: 'yes' })}`,
  }));
}

/** Things of all four dimensions and tables whose name holds a text, and accounts whose name begins so. There may be ten thousand: each is asked for by name. */
export function useFoundThings(text: string): readonly FoundThing[] {
  const { t } = useTranslation();
  const applications = useNamed('application', text);
  const clusters = useNamed('cluster', text);
  const hosts = useNamed('host', text);
  const instances = useNamed('instance', text);
  const { data } = useAnswer(
    listDictionaryTables,
    { query: { search: text.slice(0, 100), limit: mostOfEach } },
    { enabled: text !== '', keeps: true },
  );
  const tables = (data?.items ?? []).map(({ id, clusterId, cluster, schema, name }) => ({
    ...{ name: `${schema}.${name}`, kind: `${t('dictionary.table')} · ${cluster}`, to: tableAddress(clusterId, id) },
  }));
  return [...applications, ...clusters, ...hosts, ...instances, ...tables, ...useAccounts(text)];
}
