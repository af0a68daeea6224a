import { type ReviewedStatement, type SqlReviewView, withUnseenShown } from '@myriad/contract';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePick } from '../../shared/words/use-words.ts';
import { ExceptionNote } from './exceptions/ExceptionNote.tsx';
import { GradeMark, Score, VerdictMark } from './GradeMark.tsx';
import { PlanTree } from './PlanTree.tsx';
import { changesSomething, sqlOf } from './statement-sql.ts';
import { UndoNote } from './undo/UndoNote.tsx';

interface StatementProps {
  readonly one: ReviewedStatement;
  readonly review: SqlReviewView;
  /** Its own address. */
  readonly link: string;
  /** The address leads here. */
  readonly isLinked: boolean;
  readonly onShow: ((offset: number) => void) | undefined;
}

/** One statement: its score, what the gate says, what was found, and what it will cost. */
export function Statement({ one, review, link, isLinked, onShow }: StatementProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const { line, start, score, verdict, findings, excused, failed, ddl, plan, affectedRows } = one;
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
        {one.mapped ? <code className="soft">{one.mapped.id}</code> : null}
        <code className="review-head" translate="no">
          <bdi>{withUnseenShown(sqlOf(review, one).replace(/\s+/g, ' ').slice(0, 160))}</bdi>
        </code>
      </div>
      {one.exception ? <ExceptionNote of={one.exception} /> : null}
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.rule}${finding.start}`} className="row wrap">
            {/* What cannot be read breaks no rule, and has no points to lose. */}
            {score === null ? null : <GradeMark grade={finding.grade} />}
            <span className="review-message">{pick(finding.message)}</span>
            {score === null ? null : (
              <>
                <Link to={`/sql-review/rules?rule=${finding.rule}`}>
                  <code>{finding.rule}</code>
                </Link>
                {finding.lost === 0 ? null : (
                  <span className="faint nowrap">{t('sqlReview.lost', { count: finding.lost })}</span>
                )}
              </>
            )}
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
            {t('sqlReview.ruleFailed')} <code>{rule}</code>{' '}
            {/* Of a rule that no longer holds, the reason stands above all statements. */}
            {review.broken.some((one) => one.rule === rule) ? null : <span className="faint">{message}</span>}
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
      {changesSomething(sqlOf(review, one)) ? <UndoNote review={review} one={one} /> : null}
    </li>
  );
}
