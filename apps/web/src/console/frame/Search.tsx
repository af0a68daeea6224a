import { SearchOutlined } from '@ant-design/icons';
import { listClusters, listHosts, listInventory } from '@myriad/contract';
import { AutoComplete, Input, type InputRef } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSettled } from '../../shared/page/use-settled.ts';
import { quotedText } from '../filter/quoted-text.ts';
import { places } from './places.ts';

const all = { query: { limit: 500 } };
const most = 8;

/** Goes to a ticket by its number, or to a cluster, a host, an instance or a page by its name. */
export function Search({ field }: { field: RefObject<InputRef | null> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [isUsed, setUsed] = useState(false);
  const clusters = useAnswer(listClusters, all, { enabled: isUsed });
  const hosts = useAnswer(listHosts, all, { enabled: isUsed });
  const wanted = text.trim().toLowerCase();
  const asked = useSettled(wanted);
  // There may be ten thousand of them: asked for by name.
  const instances = useAnswer(
    listInventory,
    {
      params: { dimension: 'instance' },
      query: { where: `name ~ ${quotedText(asked)} and state != "decommissioned"`, fields: 'name', limit: most },
    },
    { enabled: isUsed && asked !== '', keeps: true },
  );
  const isNumber = /^[a-z]-\d+$/.test(wanted);
  const things = [
    ...(clusters.data?.items ?? []).map(({ id, name }) => ({ name, kind: t('cluster.one'), to: `/clusters/${id}` })),
    ...(hosts.data?.items ?? []).map(({ id, name }) => ({ name, kind: t('host.one'), to: `/hosts/${id}` })),
    ...(instances.data?.items ?? []).map(({ id, name }) => ({
      ...{ name: String(name), kind: t('frame.things.instance'), to: `/instances/${String(id)}` },
    })),
    ...places.map(({ to, name }) => ({ name: t(`frame.nav.${name}`), kind: t('frame.search.page'), to })),
  ];
  const found = wanted === '' ? [] : things.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, most);
  const ticket = { name: wanted.toUpperCase(), kind: t('ticket.number'), to: `/tickets/${wanted.toUpperCase()}` };
  const options = [...(isNumber ? [ticket] : []), ...found].map(({ name, kind, to }) => ({
    value: to,
    label: (
      <span className="row">
        <span className="long-name grow">{name}</span>
        <span className="faint">{kind}</span>
      </span>
    ),
  }));
  const go = (to: string) => {
    setText('');
    field.current?.blur();
    void navigate(to);
  };
  return (
    <AutoComplete
      className="search"
      value={text}
      options={options}
      defaultActiveFirstOption
      popupMatchSelectWidth={280}
      notFoundContent={wanted === '' ? null : <span className="faint">{t('frame.search.nothing')}</span>}
      onChange={setText}
      onSelect={go}
      onFocus={() => setUsed(true)}
    >
      <Input
        ref={field}
        type="search"
        prefix={<SearchOutlined aria-hidden />}
        suffix={<kbd aria-hidden>/</kbd>}
        placeholder={t('frame.search.label')}
        aria-label={t('frame.search.hint')}
        title={t('frame.search.hint')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') field.current?.blur();
        }}
      />
    </AutoComplete>
  );
}
