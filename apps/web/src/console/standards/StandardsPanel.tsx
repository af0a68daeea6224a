import { listStandards, type StandardUse, type StandardView, useStandard as sayUse } from '@myriad/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { UseDialog } from './UseDialog.tsx';

/** Every standard with its versions, and who follows which. */
export function StandardsPanel() {
  const { t } = useTranslation();
  const standards = useAnswer(listStandards, {});
  const [publishing, setPublishing] = useState<StandardView | 'new'>();
  const [isSaying, setSaying] = useState(false);
  return (
    <Loaded query={standards}>
      {({ items, uses, create }) => (
        <>
          {items.map((standard) => (
            <Panel
              key={standard.id}
              title={standard.name}
              flush
              acts={
                <AbleButton ability={standard.abilities.publish} onClick={() => setPublishing(standard)}>
                  {t('standard.publish')}
                </AbleButton>
              }
            >
              <Versions standard={standard} />
            </Panel>
          ))}
          <div className="row">
            <AbleButton ability={create} onClick={() => setPublishing('new')}>
              {t('standard.create')}
            </AbleButton>
          </div>
          <Panel
            title={t('standard.uses')}
            flush
            beside={<span className="soft">{t('standard.usesLead')}</span>}
            acts={
              <AbleButton ability={create} onClick={() => setSaying(true)}>
                {t('standard.use')}
              </AbleButton>
            }
          >
            <Uses uses={uses} standards={items} canEnd={create.allowed} />
          </Panel>
          {publishing ? (
            <PublishDialog
              standard={publishing === 'new' ? undefined : publishing}
              begunFrom={publishing === 'new' ? items[0] : publishing}
              onClose={() => setPublishing(undefined)}
            />
          ) : null}
          {isSaying ? <UseDialog standards={items} onClose={() => setSaying(false)} /> : null}
        </>
      )}
    </Loaded>
  );
}

function Versions({ standard: { id, versions } }: { standard: StandardView }) {
  const { t } = useTranslation();
  return (
    <LongTable
      rowKey="version"
      rows={versions}
      minWidth={620}
      columns={[
        {
          title: t('standard.whichVersion'),
          key: 'version',
          width: 120,
          render: (_, { version }) => (
            <Link to={`/standards/of/${id}/${version}`}>{t('standard.versionNumber', { version })}</Link>
          ),
        },
        {
          title: t('standard.rulesTitle'),
          key: 'rules',
          width: 110,
          render: (_, { rules }) => t('standard.rules', { count: rules }),
        },
        {
          title: t('standard.published'),
          key: 'published',
          width: 220,
          render: (_, { publishedAt, publishedBy }) => (
            <>
              <RelativeTime at={publishedAt} /> · {publishedBy ?? t('standard.shipped')}
            </>
          ),
        },
        { title: t('standard.note'), key: 'note', render: (_, { note, publishedBy }) => (publishedBy ? note : '–') },
      ]}
    />
  );
}

interface UsesProps {
  readonly uses: readonly StandardUse[];
  readonly standards: readonly StandardView[];
  readonly canEnd: boolean;
}

function Uses({ uses, standards, canEnd }: UsesProps) {
  const { t } = useTranslation();
  const { send, isSending, error } = useSend(sayUse, { refreshes: [listStandards] });
  if (uses.length === 0) return <Message title={t('standard.usesNone')} next={t('standard.usesNoneNext')} />;
  return (
    <>
      <ProblemNote error={error} />
      <LongTable
        rowKey={(use) => `${use.scope.kind} ${'id' in use.scope ? use.scope.id : ''}`}
        rows={uses}
        minWidth={620}
        columns={[
          {
            title: t('standard.whose'),
            key: 'scope',
            render: (_, { scope, scopeName }) => (
              <>
                <span className="faint">{t(`standard.scopes.${scope.kind}`)}</span>{' '}
                {'id' in scope ? (scopeName ?? (scope.kind === 'cluster' ? t('standard.gone') : scope.id)) : null}
              </>
            ),
          },
          {
            title: t('standard.follows'),
            key: 'standard',
            render: (_, { standardId, version }) => {
              const name = standards.find(({ id }) => id === standardId)?.name ?? '';
              return version === undefined
                ? `${name} · ${t('standard.newest')}`
                : t('standard.versionOf', { name, version });
            },
          },
          {
            title: t('standard.published'),
            key: 'at',
            width: 190,
            render: (_, { at, by }) => (
              <>
                <RelativeTime at={at} /> · {by}
              </>
            ),
          },
          {
            title: '',
            key: 'acts',
            width: 120,
            align: 'right',
            render: (_, { scope }) => (
              <Button disabled={!canEnd} loading={isSending} onClick={() => send({ body: { scope, use: null } })}>
                {t('standard.useEnd')}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}
