import type { ComplianceItem, ParameterView, Words } from '@myriad/contract';
import { Button, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatExact } from '../../shared/format/format-time.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import type { en } from '../../shared/words/en.ts';
import { useLanguage, usePick } from '../../shared/words/use-words.ts';
import { ServerText } from './ServerText.tsx';
import { changeParametersKind, useTicketWay } from './ticket-address.ts';

type SourceWord = keyof typeof en.instance.parameters.sources;

export const isBuiltIn = ({ source, inFile, persisted }: ParameterView): boolean =>
  ['', 'compiled', 'compile-time', 'auto'].includes(source) && inFile === undefined && persisted === undefined;

interface ParameterTableProps {
  readonly rows: readonly ParameterView[];
  readonly instanceId: string;
  /** What the standard wants otherwise, by name. */
  readonly wantedOf: ReadonlyMap<string, ComplianceItem> | undefined;
}

/** One row a parameter; what the next start would change, and what the standard wants, stand beside what runs. */
export function ParameterTable({ rows, instanceId, wantedOf }: ParameterTableProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const columns: TableColumnsType<ParameterView> = [
    {
      title: t('instance.parameters.name'),
      key: 'name',
      width: 280,
      ellipsis: true,
      sorter: (a, b) => (a.name < b.name ? -1 : 1),
      render: (_, { name }) => <ServerText>{name}</ServerText>,
    },
    {
      title: t('instance.parameters.running'),
      key: 'value',
      ellipsis: true,
      render: (_, { name, value, recorded, differs }) => (
        <>
          <ServerText>{value}</ServerText>
          <Wanted words={wantedOf?.get(name)?.wanted} pick={pick} />
          {differs === 'from-record' && recorded !== undefined ? (
            <div className="tone-bad">{t('instance.parameters.recorded', { value: recorded })}</div>
          ) : null}
        </>
      ),
    },
    {
      title: t('instance.parameters.source'),
      key: 'source',
      width: 190,
      render: (_, parameter) => <Source parameter={parameter} />,
    },
    {
      title: t('instance.parameters.next'),
      key: 'next',
      width: 210,
      render: (_, parameter) => <AtNextStart parameter={parameter} />,
    },
    {
      title: '',
      key: 'change',
      width: 80,
      align: 'right',
      render: (_, { name, value }) => (
        <ChangeParameter instanceId={instanceId} name={name} value={wantedOf?.get(name)?.set?.value ?? value} />
      ),
    },
  ];
  return <LongTable rowKey="name" columns={columns} rows={rows} minWidth={980} />;
}

function Wanted({ words, pick }: { words: Words | undefined; pick: (words: Words) => string }) {
  const { t } = useTranslation();
  if (!words) return null;
  return <div className="tone-warn">{t('instance.parameters.wanted', { value: pick(words) })}</div>;
}

function Source({ parameter: { source, path, setBy, setAt } }: { parameter: ParameterView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (source === '') return <span className="faint">—</span>;
  const word = t(`instance.parameters.sources.${source as SourceWord}`, { defaultValue: source });
  const isDefault = source === 'compiled' || source === 'compile-time';
  return (
    <span title={setAt === undefined ? path : formatExact(setAt, language)}>
      <span className={isDefault ? 'faint' : ''}>{word}</span>
      {setBy ? (
        <div className="faint">
          <bdi>{t('instance.parameters.setBy', { who: setBy })}</bdi>
        </div>
      ) : null}
    </span>
  );
}

function AtNextStart({ parameter: { differs, persisted, inFile } }: { parameter: ParameterView }) {
  const { t } = useTranslation();
  if (persisted === undefined && inFile === undefined) return null;
  const isPersisted = persisted !== undefined;
  if (differs !== 'from-persisted' && differs !== 'from-file')
    return (
      <span className="faint">
        {t('instance.parameters.sameNext')} · {t(`instance.parameters.${isPersisted ? 'persisted' : 'inFile'}`)}
      </span>
    );
  return (
    <span className="tone-warn">
      <ServerText>{persisted ?? inFile ?? ''}</ServerText>
      <div>{t(`instance.parameters.${isPersisted ? 'persisted' : 'inFile'}`)}</div>
    </span>
  );
}

function ChangeParameter({ instanceId, name, value }: { instanceId: string; name: string; value: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const way = useTicketWay(changeParametersKind);
  if (!way) return null;
  const act = {
    size: 'small',
    type: 'link',
    'aria-label': `${t('instance.parameters.change')} ${name}`,
    children: t('instance.parameters.changeOne'),
  } as const;
  if (!way.ability.allowed) return <AbleButton ability={way.ability} {...act} />;
  return <Button {...act} onClick={() => void navigate(way.address({ instanceId, settings: `${name} = ${value}` }))} />;
}
