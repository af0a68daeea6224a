import type { ReviewAdvice, ReviewIndexAdvice } from '@myriad/contract';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatCount } from '../../../shared/format/format-size.ts';
import { CopyButton } from '../../../shared/page/CopyButton.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { Panel } from '../../../shared/page/Panel.tsx';
import { usePick } from '../../../shared/words/use-words.ts';

interface AdvicePanelProps {
  readonly advice: ReviewAdvice;
  /** Goes to a place of the text; absent where the editor no longer holds it. */
  readonly onShow: ((offset: number) => void) | undefined;
}

/** Indexes worth having for all statements of a review together, the most useful first. */
export function AdvicePanel({ advice, onShow }: AdvicePanelProps) {
  const { t } = useTranslation();
  const { items, remarks, statements, unknownTables } = advice;
  const ddl = items.map((one) => `${one.ddl};\n`).join('');
  return (
    <Panel
      title={t('reviewAdvice.title')}
      beside={<span className="soft">{t('reviewAdvice.of', { count: statements })}</span>}
      acts={items.length > 1 ? <CopyButton text={ddl}>{t('reviewAdvice.copy')}</CopyButton> : null}
      flush
    >
      {unknownTables.length > 0 ? (
        <Alert type="info" banner title={t('reviewAdvice.unknown', { names: unknownTables.join(', ') })} />
      ) : null}
      {items.length === 0 ? <Message title={t('reviewAdvice.none')} next={t('reviewAdvice.noneNext')} /> : null}
      <ol className="review-statements" aria-label={t('reviewAdvice.title')}>
        {items.map((one) => (
          <Advice key={`${one.table}.${one.index}`} one={one} onShow={onShow} />
        ))}
      </ol>
      {remarks.length > 0 ? <Remarks remarks={remarks} onShow={onShow} /> : null}
    </Panel>
  );
}

function Advice({ one, onShow }: { one: ReviewIndexAdvice } & Pick<AdvicePanelProps, 'onShow'>) {
  const { t } = useTranslation();
  const pick = usePick();
  const rows = { before: formatCount(one.rowsBefore), after: formatCount(one.rowsAfter) };
  const redundant = one.makesRedundant.join(', ');
  return (
    <li className="review-advice">
      <div className="row wrap">
        <code className="review-message">{one.ddl}</code>
        <span className="grow" />
        <CopyButton text={`${one.ddl};`}>{t('reviewAdvice.copy')}</CopyButton>
      </div>
      <div className="row wrap">
        <b title={t('reviewAdvice.rowsHint')}>{t('reviewAdvice.rows', rows)}</b>
        {one.sizeBytes === undefined ? null : (
          <span className="soft">{t('reviewAdvice.size', { size: formatBytes(one.sizeBytes) })}</span>
        )}
        <span className="faint">{t(`reviewAdvice.confidence.${one.confidence}`)}</span>
      </div>
      <div>
        {one.action === 'show' ? `${t('reviewAdvice.show')} · ` : ''}
        {pick(one.reason)}
      </div>
      <div className="row wrap">
        <span className="soft">{t('reviewAdvice.serves')}</span>
        {one.serves.map((served) => (
          <span key={served.start} className="nowrap">
            <Button size="small" type="link" disabled={!onShow} onClick={() => onShow?.(served.start)}>
              {t('sqlReview.line', { line: served.line })}
            </Button>
            <span className="faint">
              {t('reviewAdvice.servesRows', {
                before: formatCount(served.rowsBefore),
                after: formatCount(served.rowsAfter),
              })}
              {served.executions > 1 ? ` ${t('reviewAdvice.times', { count: served.executions })}` : ''}
            </span>
          </span>
        ))}
      </div>
      <div className="soft review-message">{pick(one.writeCost)}</div>
      {one.prediction ? (
        <div className="soft review-message">
          {t('reviewAdvice.prediction')} {pick(one.prediction)}
        </div>
      ) : null}
      {redundant === '' ? null : <div className="soft">{t('reviewAdvice.redundant', { names: redundant })}</div>}
      {one.cautions.map((words) => (
        <div key={words.en} className="soft review-message">
          {pick(words)}
        </div>
      ))}
      <div className="faint review-message">
        {t('reviewAdvice.undo')} <code>{one.undo}</code>
      </div>
    </li>
  );
}

function Remarks({ remarks, onShow }: Pick<ReviewAdvice, 'remarks'> & Pick<AdvicePanelProps, 'onShow'>) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <section className="review-remarks" aria-label={t('reviewAdvice.remarks')}>
      <h3>{t('reviewAdvice.remarks')}</h3>
      <ul>
        {remarks.map(({ line, start, words }) => (
          <li key={start} className="row wrap">
            <Button size="small" type="link" disabled={!onShow} onClick={() => onShow?.(start)}>
              {t('sqlReview.line', { line })}
            </Button>
            <span className="review-message">{pick(words)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
