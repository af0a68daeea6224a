import { type FleetParameter, listFleetParameters } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { ServerText } from '../instances/ServerText.tsx';
import { DictionaryRows } from './DictionaryRows.tsx';
import { ParameterName } from './ParameterName.tsx';
import { ParameterValues } from './ParameterValues.tsx';
import { PlaceFilters, placeAsked } from './PlaceFilters.tsx';
import { usePlaceColumns } from './use-place-columns.tsx';

const names = ['name', 'value', 'cluster', 'application'] as const;

/** One parameter over every instance: its values, and who has each. */
export function ParametersPart() {
  const { t } = useTranslation();
  const { values, change } = useFilters(names);
  const place = placeAsked(values);
  const name = values.name?.slice(0, 100);
  return (
    <>
      <Panel
        title={t('dictionary.parts.parameters')}
        flush
        beside={
          <div className="row wrap">
            <ParameterName value={name} onChange={(chosen) => change('name', chosen)} />
            <PlaceFilters values={values} onChange={change} />
          </div>
        }
      >
        {name ? (
          <ParameterValues asked={{ name, ...place }} value={values.value} onValue={(one) => change('value', one)} />
        ) : (
          <Message title={t('dictionary.parameterNone')} next={t('dictionary.parameterNoneNext')} />
        )}
      </Panel>
      {name ? (
        <Instances asked={{ name, ...place, ...(values.value === undefined ? {} : { value: values.value }) }} />
      ) : null}
    </>
  );
}

interface Asked {
  readonly name: string;
  readonly value?: string;
  readonly clusterId?: string;
  readonly applicationId?: string;
}

function Instances({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  const query = { ...asked, ...(asked.value === undefined ? {} : { value: asked.value.slice(0, 500) }) };
  const list = usePages(listFleetParameters, { query: { ...query, limit: longPage } });
  const place = usePlaceColumns<FleetParameter>('parameters');
  const columns: TableColumnsType<FleetParameter> = [
    place.instance,
    {
      title: t('dictionary.value'),
      key: 'value',
      width: 300,
      render: (_, { value }) => <ServerText>{value}</ServerText>,
    },
    place.cluster,
    place.application,
    place.seen,
  ];
  return (
    <Panel title={t('dictionary.parameterInstances', { name: asked.name })} flush>
      <DictionaryRows list={list} columns={columns} rowKey={({ instanceId }) => instanceId} />
    </Panel>
  );
}
