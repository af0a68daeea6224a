import { getInstanceActivity, type InstanceActivity, type LockRow } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { EndSession } from './EndSession.tsx';
import { LiveState } from './LiveState.tsx';
import type { PartProps } from './parts.ts';
import { ServerText } from './ServerText.tsx';
import { formatSeconds } from './seconds.ts';
import { NotSeen, Unreachable } from './Unreachable.tsx';
import { useLive } from './use-live.ts';

/** Deeper than this the indent stands still; the number of the level does not. */
const deepestIndent = 12;

/** Who blocks whom, as a tree: the one to talk to stands at its root. */
export function LocksPart({ instance }: PartProps) {
  const { t } = useTranslation();
  const live = useLive();
  const query = useAnswer(getInstanceActivity, { params: { instanceId: instance.id } }, { everyMs: live.everyMs });
  return (
    <Loaded query={query}>
      {({ reachable, because, locks, at }) =>
        reachable && locks ? (
          <Panel
            title={t('instance.locks.title')}
            flush
            beside={
              <span className={locks.waiting > 0 ? 'tone-warn' : 'faint'} aria-live="polite">
                {locks.waiting > 0 ? t('instance.locks.waiting', { count: locks.waiting }) : null}
              </span>
            }
            acts={<LiveState live={live} at={at} />}
          >
            <LockTree locks={locks} instanceId={instance.id} />
          </Panel>
        ) : (
          <Unreachable instanceId={instance.id} because={because} />
        )
      }
    </Loaded>
  );
}

function LockTree({ locks, instanceId }: { locks: NonNullable<InstanceActivity['locks']>; instanceId: string }) {
  const { t } = useTranslation();
  const { rows, more, rowLocks, metadataLocks } = locks;
  const seesAll = rowLocks.ok && metadataLocks.ok;
  return (
    <>
      {rows.length === 0 ? (
        <Message
          title={t(seesAll ? 'instance.locks.none' : 'instance.locks.noneSeen')}
          next={t('instance.locks.noneNext')}
        />
      ) : (
        <ul className="lock-tree" aria-label={t('instance.locks.title')}>
          {rows.map((row) => (
            <LockLine key={`${row.session} ${row.depth} ${row.wait?.kind ?? ''}`} row={row} instanceId={instanceId} />
          ))}
        </ul>
      )}
      {more ? <p className="panel-foot faint">{t('instance.more', { count: rows.length })}</p> : null}
      {rowLocks.ok ? null : <NotSeen title={t('instance.locks.rowLocks')} words={rowLocks.words} />}
      {metadataLocks.ok ? null : <NotSeen title={t('instance.locks.metadataLocks')} words={metadataLocks.words} />}
    </>
  );
}

function LockLine({ row, instanceId }: { row: LockRow; instanceId: string }) {
  const { t } = useTranslation();
  const { session, depth, blocks, alsoBehind, isCircle, wait } = row;
  const isRoot = depth === 0;
  return (
    <li
      className="lock-line"
      data-root={isRoot}
      data-session={session ?? ''}
      style={{ paddingInlineStart: 14 + Math.min(depth, deepestIndent) * 22 }}
    >
      <div className="row wrap lock-head">
        <StateShape shape={isRoot ? 'diamond' : 'clock'} tone={isRoot ? 'bad' : 'warn'} />
        {session === null ? (
          <b title={t('instance.locks.nobodyNext')}>{t('instance.locks.nobody')}</b>
        ) : (
          <b>
            {t('instance.sessions.session')} <code>{session}</code>
          </b>
        )}
        {row.user === undefined ? null : (
          <span className="soft">
            <bdi>{row.user}</bdi> · <bdi>{row.host ?? ''}</bdi>
          </span>
        )}
        {blocks > 0 ? <span className="badge bad">{t('instance.locks.blocks', { count: blocks })}</span> : null}
        {isCircle ? <span className="badge bad">{t('instance.locks.circle')}</span> : null}
        {row.transactionSeconds === undefined || row.transactionSeconds === null ? null : (
          <span className="faint">{t('instance.locks.open', { time: formatSeconds(row.transactionSeconds) })}</span>
        )}
        {row.command === undefined ? null : <span className="faint">{row.command}</span>}
        <span className="grow" />
        {session === null ? null : (
          <EndSession {...{ instanceId, session }} user={row.user} host={row.host} command={row.command} />
        )}
      </div>
      {wait ? (
        <div className="row wrap lock-wait">
          <span className="badge warn">{t(`instance.locks.kinds.${wait.kind}`)}</span>
          <span>{formatSeconds(wait.seconds)}</span>
          {wait.table === '' ? null : <ServerText>{[wait.schema, wait.table].filter(Boolean).join('.')}</ServerText>}
          {wait.index === '' ? null : <ServerText>{wait.index}</ServerText>}
          <span className="soft">
            {wait.wants === '' ? null : t('instance.locks.wants', { wants: wait.wants })}
            {wait.held === '' ? null : ` · ${t('instance.locks.held', { held: wait.held })}`}
          </span>
          {alsoBehind > 0 ? <span className="faint">{t('instance.locks.also', { count: alsoBehind })}</span> : null}
        </div>
      ) : null}
      {row.statement ? <ServerText wraps>{row.statement}</ServerText> : null}
      {session === null && isRoot ? <div className="faint">{t('instance.locks.nobodyNext')}</div> : null}
    </li>
  );
}
