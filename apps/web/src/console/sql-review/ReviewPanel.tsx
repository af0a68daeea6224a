import { createSqlReview, getSqlReview, listSqlReviews, type SqlReviewView } from '@myriad/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answerKey, useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { AdvicePanel } from './advice/AdvicePanel.tsx';
import { inEditor, marksOf } from './marks-of.ts';
import { ReviewResult } from './ReviewResult.tsx';
import { ReviewTarget, type Target } from './ReviewTarget.tsx';
import { SqlEditor } from './SqlEditor.tsx';

/** Write or paste SQL, and see at once what stands against it. A review has an address of its own. */
export function ReviewPanel() {
  const [address] = useSearchParams();
  const reviewId = address.get('review') ?? '';
  const kept = useAnswer(getSqlReview, { params: { reviewId } }, { enabled: reviewId !== '' });
  // The desk a review was asked for at stays when it comes, with the keyboard and what was typed since; another review has its own.
  const made = useRef<string>(undefined);
  const [desk, setDesk] = useState({ reviewId, number: 0 });
  if (desk.reviewId !== reviewId) setDesk({ reviewId, number: desk.number + (made.current === reviewId ? 0 : 1) });
  const review = reviewId === '' ? undefined : kept.data;
  if (reviewId !== '' && review === undefined) return <Loaded query={kept}>{() => null}</Loaded>;
  const note = (id: string) => {
    made.current = id;
  };
  return <Desk key={desk.number} review={review} onMade={note} />;
}

interface DeskProps {
  readonly review: SqlReviewView | undefined;
  /** Told before the address is that of the new review. */
  readonly onMade: (reviewId: string) => void;
}

function Desk({ review, onMade }: DeskProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const queries = useQueryClient();
  const [, setAddress] = useSearchParams();
  const [text, setText] = useState(review?.text ?? '');
  const [target, setTarget] = useState<Target>(() => targetOf(review));
  const [shown, setShown] = useState<number>();
  const [advises, setAdvises] = useState(review?.advice !== undefined);
  const create = useSend(createSqlReview, {
    refreshes: [listSqlReviews],
    onDone: (answer) => {
      queries.setQueryData(answerKey(getSqlReview, { params: { reviewId: answer.id } }), answer);
      onMade(answer.id);
      setAddress({ review: answer.id });
    },
  });
  const isOfText = review !== undefined && inLines(review.text) === text;
  const marks = useMemo(
    () =>
      review && isOfText
        ? marksOf(
            review.text,
            review.result,
            ({ grade, message }) => `${t(`sqlReview.grades.${grade}`)} · ${pick(message)}`,
          )
        : [],
    [review, isOfText, pick, t],
  );
  const go = () => {
    if (text.trim() !== '' && !create.isSending)
      create.send({ body: { text, ...target, ...(advises ? { advise: true } : {}) } });
  };
  const show = (offset: number) => setShown(inEditor(review?.text ?? '')(offset));
  return (
    <>
      <Panel
        title={t('sqlReview.text')}
        beside={<span className="soft">{t('sqlReview.textLead')}</span>}
        acts={
          <>
            <Checkbox
              checked={advises}
              title={t('reviewAdvice.askHint')}
              onChange={({ target: { checked } }) => setAdvises(checked)}
            >
              {t('reviewAdvice.ask')}
            </Checkbox>
            <Button type="primary" loading={create.isSending} disabled={text.trim() === ''} onClick={go}>
              {t('sqlReview.review')}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ReviewTarget target={target} onChange={setTarget} />
          <SqlEditor
            label={t('sqlReview.text')}
            initial={text}
            marks={marks}
            shown={shown}
            onChange={setText}
            onSubmit={go}
          />
          <ProblemNote error={create.error} />
        </div>
      </Panel>
      {review === undefined ? (
        <Message title={t('sqlReview.begin')} next={t('sqlReview.beginNext')} />
      ) : (
        <ReviewResult review={review} isOfText={isOfText} onShow={show} />
      )}
      {review?.advice ? <AdvicePanel advice={review.advice} onShow={isOfText ? show : undefined} /> : null}
    </>
  );
}

/** As the editor holds it. */
const inLines = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

const targetOf = (review: SqlReviewView | undefined): Target => ({
  ...(review?.applicationId === undefined ? {} : { applicationId: review.applicationId }),
  ...(review?.clusterId === undefined ? {} : { clusterId: review.clusterId }),
  ...(review?.schema === undefined ? {} : { schema: review.schema }),
  ...(review?.environment === undefined ? {} : { environment: review.environment }),
});
