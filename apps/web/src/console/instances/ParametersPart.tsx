import {
  getInstanceParameters,
  type InstanceParameters,
  type InstanceView,
  type ParameterView,
} from '@myriad/contract';
import { Alert, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatCount } from '../../shared/format/format-size.ts';
import { CopyRows } from '../../shared/page/CopyRows.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { usePick } from '../../shared/words/use-words.ts';
import { CompareChoice } from './CompareChoice.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { fitsText } from './fits-text.ts';
import { LookChanges } from './LookChanges.tsx';
import { isBuiltIn, ParameterTable } from './ParameterTable.tsx';
import type { PartProps } from './parts.ts';
import { SearchField } from './SearchField.tsx';
import { NotSeen } from './Unreachable.tsx';
import { type InstanceStandard, useStandard } from './use-standard.ts';

const shows = ['all', 'changed', 'differs', 'standard'] as const;

/** What runs, where it comes from, what the next start would take; or two instances side by side. */
export function ParametersPart({ instance }: PartProps) {
  const { values, change } = useFilters(['with']);
  return (
    <>
      {values.with ? (
        <ComparePanel instanceId={instance.id} withId={values.with} onEnd={() => change('with', undefined)} />
      ) : (
        <ParametersPanel instance={instance} onCompare={(id) => change('with', id)} />
      )}
      <LookChanges instanceId={instance.id} only="parameter" />
    </>
  );
}

interface ParametersPanelProps {
  readonly instance: InstanceView;
  readonly onCompare: (instanceId: string) => void;
}

function ParametersPanel({ instance, onCompare }: ParametersPanelProps) {
  const { t } = useTranslation();
  const instanceId = instance.id;
  const standard = useStandard(instance);
  const wantedOf = standard?.wantedOf;
  const { values, change } = useFilters(['q', 'show']);
  const show = shows.find((each) => each === values.show) ?? 'all';
  const query = useAnswer(getInstanceParameters, { params: { instanceId } }, { everyMs: 30_000 });
  const rows = (query.data?.items ?? []).filter(
    (row) =>
      isShown(show, row, wantedOf?.has(row.name) === true) &&
      fitsText(values.q, row.name, row.value, row.persisted ?? '', row.inFile ?? ''),
  );
  return (
    <Panel
      title={t('instance.parameters.title')}
      flush
      beside={
        <span className="row wrap">
          <SearchField value={values.q} onChange={(text) => change('q', text)} />
          <Select
            value={show}
            style={{ width: 210 }}
            aria-label={t('instance.parameters.show')}
            onChange={(next) => change('show', next === 'all' ? undefined : next)}
            options={shows.map((value) => ({ value, label: t(`instance.parameters.shows.${value}`) }))}
          />
          <CompareChoice except={instanceId} onChoose={onCompare} />
        </span>
      }
      acts={
        <span className="row wrap">
          <span className="faint">{formatCount(rows.length)}</span>
          <CopyRows
            rows={rows.map(({ name, value, source, path, persisted, inFile }) => ({
              ...{ name, value, source, path: path ?? null, persisted: persisted ?? null, inFile: inFile ?? null },
            }))}
          />
        </span>
      }
    >
      <Loaded query={query}>
        {(found) => (
          <>
            <Where found={found} />
            {standard ? <StandardNote standard={standard} /> : null}
            {found.from === 'none' ? (
              <Message title={t('instance.parameters.unknown')} next={t('instance.parameters.unknownNext')} />
            ) : rows.length === 0 ? (
              <Message title={t('instance.nothingFits')} next={t('instance.nothingFitsNext')} />
            ) : (
              <ParameterTable rows={rows} instanceId={instanceId} wantedOf={wantedOf} />
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function isShown(show: (typeof shows)[number], row: ParameterView, differsFromStandard: boolean): boolean {
  if (show === 'changed') return !isBuiltIn(row);
  if (show === 'differs') return row.differs !== undefined;
  return show === 'all' || differsFromStandard;
}

/** Which standard the cluster follows, and how many of its parameters are not so here. */
function StandardNote({ standard: { name, version, clusterId, differing } }: { standard: InstanceStandard }) {
  const { t } = useTranslation();
  return (
    <p className="panel-foot">
      {t('instance.parameters.standard')}{' '}
      <Link to={`/standards/clusters/${clusterId}`}>
        {name} {version === undefined ? '' : `v${version}`}
      </Link>{' '}
      <span className={differing > 0 ? 'tone-warn' : 'faint'}>
        {differing > 0
          ? t('instance.parameters.standardDiffers', { count: differing })
          : t('instance.parameters.standardHolds')}
      </span>
    </p>
  );
}

/** From where and when the values are, and what could not be read beside them. */
function Where({ found: { from, because, at, files, filesBecause, originsBecause } }: { found: InstanceParameters }) {
  const { t } = useTranslation();
  const pick = usePick();
  if (from === 'none') return because ? <NotSeen title={t('instance.parameters.title')} words={because} /> : null;
  return (
    <>
      {from === 'remembered' ? (
        <Alert
          type="warning"
          banner
          title={
            <>
              {t('instance.parameters.remembered')} <RelativeTime at={at} />
            </>
          }
          description={because ? pick(because) : undefined}
        />
      ) : null}
      {originsBecause ? <NotSeen title={t('instance.parameters.source')} words={originsBecause} /> : null}
      {filesBecause ? <NotSeen title={t('instance.parameters.file')} words={filesBecause} /> : null}
      {files.length > 0 ? (
        <p className="panel-foot faint">
          {t('instance.parameters.file')}{' '}
          {files.map((file) => (
            <bdi key={file} className="mono">
              {file}{' '}
            </bdi>
          ))}
        </p>
      ) : null}
    </>
  );
}
