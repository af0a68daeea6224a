import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input, type InputRef } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSettled } from '../../shared/page/use-settled.ts';
import { places } from './places.ts';
import { rankFound } from './rank-found.ts';
import { useFoundThings } from './use-found-things.ts';

const most = 10;

/** Goes to a ticket by its number, or to a thing of the four dimensions, a table or a page by its name. */
export function Search({ field }: { field: RefObject<InputRef | null> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const things = useFoundThings(useSettled(wanted));
  const isNumber = /^[a-z]-\d+$/.test(wanted);
  const pages = places.map(({ to, name }) => ({ name: t(`frame.nav.${name}`), kind: t('frame.search.page'), to }));
  const found = wanted === '' ? [] : rankFound([...things, ...pages], wanted, most);
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
      popupMatchSelectWidth={380}
      notFoundContent={wanted === '' ? null : <span className="faint">{t('frame.search.nothing')}</span>}
      onChange={setText}
      onSelect={go}
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
