import type { ReviewedStatement } from '@myriad/contract';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePick } from '../../shared/words/use-words.ts';
import { ExceptionNote } from './exceptions/ExceptionNote.tsx';
import { GradeMark, Score, VerdictMark } from './GradeMark.tsx';
import { PlanTree } from './PlanTree.tsx';

interface StatementProps {
  readonly one: ReviewedStatement;
  readonly text: string;
  /** Its own address. */
  readonly link: string;
  /** The address leads here. */
  readonly isLinked: boolean;
  readonly onShow: ((offset: number) => void) | undefined;
}

/** One statement: its score, what the gate says, what was found, and what it will cost. */
export function Statement({ one, text, link, isLinked, onShow }: StatementProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const { line, start, end, score, verdict, findings, excused, failed, ddl, plan, affectedRows } = one;
  const place = (offset: number) => (onShow ? () => onShow(offset) : undefined);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isLinked) row.current?.scrollIntoView({ block: 'center' });
  }, [isLinked]);
  return (
    <li ref={row} className={isLinked ? 'review-linked' : undefined}>
      <div className="row wrap">
        <Button size="small" type="link" disabled={!onShow} onClick={place(start)}>
          {t('sqlReview.line', { line })}
        </Button>
        <Score score={score} />
        <VerdictMark verdict={verdict} />
        <Link to={link} aria-label={t('sqlReview.linkOf', { line })}>
          #
        </Link>
        <code className="review-head">{text.slice(start, end).replace(/\s+/g, ' ').slice(0, 160)}</code>
      </div>
      {one.exception ? <ExceptionNote of={one.exception} /> : null}
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.rule}${finding.start}`} className="row wrap">
            <GradeMark grade={finding.grade} />
            <span className="review-message">{pick(finding.message)}</span>
            <Link to={`/sql-review/rules?rule=${finding.rule}`}>
              <code>{finding.rule}</code>
            </Link>
            <span className="faint nowrap">{t('sqlReview.lost', { count: finding.lost })}</span>
            {onShow ? (
              <Button size="small" type="link" onClick={place(finding.start)}>
                {t('sqlReview.show')}
              </Button>
            ) : null}
          </li>
        ))}
        {excused.map((each) => (
          <li key={`${each.rule}${each.start}excused`} className="row wrap faint">
            {t(`sqlReview.excused.${each.by}`)} <code>{each.rule}</code>
            {each.by === 'baseline' ? null : <span>{each.reason}</span>}
          </li>
        ))}
        {failed.map(({ rule, message }) => (
          <li key={`${rule}failed`} className="row wrap">
            {t('sqlReview.ruleFailed')} <code>{rule}</code> <span className="faint">{message}</span>
          </li>
        ))}
      </ul>
      {ddl.map((words) => (
        <p key={words.en} className="review-message">
          <span className="soft">{t('sqlReview.ddl')}</span> {pick(words)}
        </p>
      ))}
      {affectedRows ? (
        <p className="soft">
          {t(affectedRows.isExact ? 'sqlReview.rowsExact' : 'sqlReview.rowsGuessed', { count: affectedRows.count })}
        </p>
      ) : null}
      {plan ? <PlanTree steps={plan} /> : null}
    </li>
  );
}
