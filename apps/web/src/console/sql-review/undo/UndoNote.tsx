import type { ReviewedStatement, ReviewUndoStatement, SqlReviewView, Words } from '@myriad/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../shared/page/CopyButton.tsx';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { StateShape } from '../../../shared/state/StateShape.tsx';
import { usePick } from '../../../shared/words/use-words.ts';
import { useUndo } from './use-undo.ts';

/** What would undo a statement: asked when somebody opens it. */
export function UndoNote({ review, one }: { review: SqlReviewView; one: ReviewedStatement }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { answer, found } = useUndo(review, one, isOpen);
  return (
    <details className="review-undo" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('reviewUndo.name')}</summary>
      {isOpen ? (
        <Loaded query={answer}>
          {() => (found ? <Undo of={found} /> : <p className="soft">{t('reviewUndo.other')}</p>)}
        </Loaded>
      ) : null}
    </details>
  );
}

function Undo({ of }: { of: ReviewUndoStatement }) {
  const { t } = useTranslation();
  const pick = usePick();
  const { kind, impossible, parts, statements, lost, remains, notes } = of;
  if (kind === 'other') return <p className="soft">{t('reviewUndo.other')}</p>;
  if (kind === 'nothing') return <p className="soft">{t('reviewUndo.nothing')}</p>;
  if (impossible)
    return (
      <p className="row">
        <StateShape shape="slash" tone="warn" size={11} />
        <span className="review-message">
          {t('reviewUndo.impossible')} {pick(impossible)}
        </span>
      </p>
    );
  return (
    <>
      {parts.map(({ table, capture, takeAway, putBack }) => (
        <section key={table} aria-label={table}>
          {parts.length > 1 ? (
            <h4>
              <code>{table}</code>
            </h4>
          ) : null}
          <Sql title={t('reviewUndo.capture')} lines={capture === '' ? [] : [capture]} />
          <Sql title={t('reviewUndo.takeAway')} lines={takeAway} />
          <Sql title={t('reviewUndo.putBack')} lines={putBack} />
        </section>
      ))}
      <Sql title={t('reviewUndo.statements')} lines={statements} />
      <List title={t('reviewUndo.lost')} words={lost} tone="bad" />
      <List title={t('reviewUndo.remains')} words={remains} tone="warn" />
      <List title={t('reviewUndo.notes')} words={notes} tone="calm" />
    </>
  );
}

function Sql({ title, lines }: { title: string; lines: readonly string[] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  const text = lines.map((line) => `${line};`).join('\n');
  return (
    <div>
      <div className="row">
        <span className="soft">{title}</span>
        <span className="grow" />
        <CopyButton text={text}>{t('reviewUndo.copy')}</CopyButton>
      </div>
      <pre className="mono" translate="no">
        {text}
      </pre>
    </div>
  );
}

function List({ title, words, tone }: { title: string; words: readonly Words[]; tone: 'bad' | 'warn' | 'calm' }) {
  const pick = usePick();
  if (words.length === 0) return null;
  return (
    <div>
      <span className="soft">{title}</span>
      <ul>
        {words.map((one) => (
          <li key={one.en} className="row">
            <StateShape shape={tone === 'calm' ? 'dot' : 'diamond'} tone={tone} size={11} />
            <span className="review-message">{pick(one)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
