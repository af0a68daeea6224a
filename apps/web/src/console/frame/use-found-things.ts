import { type Dimension, listDictionaryTables, listInventory } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { pageOfThing } from '../../shared/page/thing-pages.ts';
import { tableAddress } from '../dictionary/dictionary-filters.ts';
import { quotedText } from '../filter/quoted-text.ts';

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

/** Things of all four dimensions, and tables, whose name holds a text. There may be ten thousand: each is asked for by name. */
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
  return [...applications, ...clusters, ...hosts, ...instances, ...tables];
}
