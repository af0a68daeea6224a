import { compareInstanceParameters, type ParameterDifference } from '@myriad/contract';
import { Button, Checkbox, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { CopyRows } from '../../shared/page/CopyRows.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { fitsText } from './fits-text.ts';
import { instanceAddress } from './parts.ts';
import { SearchField } from './SearchField.tsx';
import { ServerText } from './ServerText.tsx';
import { NotSeen } from './Unreachable.tsx';

interface ComparePanelProps {
  readonly instanceId: string;
  readonly withId: string;
  readonly onEnd: () => void;
}

/** Two instances side by side: only what differs, without what differs between any two. */
export function ComparePanel({ instanceId, withId, onEnd }: ComparePanelProps) {
  const { t } = useTranslation();
  const { values, change } = useFilters(['q', 'natural']);
  const query = useAnswer(compareInstanceParameters, { params: { instanceId }, query: { with: withId } });
  const rows = (query.data?.items ?? []).filter(
    ({ name, one, other, natural }) =>
      (!natural || values.natural !== undefined) && fitsText(values.q, name, one ?? '', other ?? ''),
  );
  return (
    <Panel
      title={t('instance.parameters.compare')}
      flush
      beside={
        <span className="row wrap">
          <SearchField value={values.q} onChange={(text) => change('q', text)} />
          <Checkbox
            checked={values.natural !== undefined}
            onChange={({ target }) => change('natural', target.checked ? 'yes' : undefined)}
          >
            {t('instance.parameters.natural')}
          </Checkbox>
        </span>
      }
      acts={
        <span className="row wrap">
          <CopyRows rows={rows.map(({ name, one, other }) => ({ name, one, other }))} />
          <Button onClick={onEnd}>{t('instance.parameters.stopCompare')}</Button>
        </span>
      }
    >
      <Loaded query={query}>
        {({ one, other, same }) => {
          const silent = [one, other].filter(({ from }) => from === 'none');
          return (
            <>
              {silent.length > 0 ? (
                <Message
                  title={t('instance.parameters.cannotCompare')}
                  next={t('instance.parameters.cannotCompareNext')}
                />
              ) : null}
              {[one, other].map(({ instanceId: id, name, because, from }) =>
                because && from === 'none' ? <NotSeen key={id} title={name} words={because} /> : null,
              )}
              {silent.length === 0 ? (
                <p className="panel-foot faint">{t('instance.parameters.same', { count: same })}</p>
              ) : null}
              {silent.length === 0 && rows.length === 0 ? (
                <Message
                  title={t('instance.parameters.noDifference')}
                  next={t('instance.parameters.noDifferenceNext')}
                />
              ) : null}
              {rows.length > 0 ? <Differences rows={rows} one={one} other={other} /> : null}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

interface Side {
  readonly instanceId: string;
  readonly name: string;
  readonly version: string;
  readonly from: string;
}

function Differences({ rows, one, other }: { rows: readonly ParameterDifference[]; one: Side; other: Side }) {
  const { t } = useTranslation();
  const side = (of: Side, key: 'one' | 'other'): TableColumnsType<ParameterDifference>[number] => ({
    title: (
      <>
        <Link to={instanceAddress(of.instanceId, 'parameters')}>{of.name}</Link>{' '}
        <span className="faint">
          {of.version}
          {of.from === 'remembered' ? ` · ${t('instance.parameters.from')}` : ''}
        </span>
      </>
    ),
    key,
    width: 320,
    ellipsis: true,
    render: (_, row) => {
      const value = row[key];
      return value === null ? (
        <span className="faint">{t('instance.parameters.absent')}</span>
      ) : (
        <ServerText>{value}</ServerText>
      );
    },
  });
  const columns: TableColumnsType<ParameterDifference> = [
    {
      title: t('instance.parameters.name'),
      key: 'name',
      width: 300,
      ellipsis: true,
      render: (_, { name, natural, tail }) => (
        <span className={natural ? 'faint' : ''}>
          <ServerText>{name}</ServerText>
          {tail ? <span className="faint"> · {t('instance.parameters.tail')}</span> : null}
        </span>
      ),
    },
    side(one, 'one'),
    side(other, 'other'),
  ];
  return <LongTable rowKey="name" columns={columns} rows={rows} minWidth={940} />;
}
