import { createSqlReview, getSqlReview, listSqlReviews, type SqlReviewView } from '@myriad/contract';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { inEditor, marksOf } from './marks-of.ts';
import { ReviewResult } from './ReviewResult.tsx';
import { ReviewTarget, type Target } from './ReviewTarget.tsx';
import { SqlEditor } from './SqlEditor.tsx';

/** Write or paste SQL, and see at once what stands against it. A review has an address of its own. */
export function ReviewPanel() {
  const [address] = useSearchParams();
  const reviewId = address.get('review') ?? '';
  const kept = useAnswer(getSqlReview, { params: { reviewId } }, { enabled: reviewId !== '', keeps: true });
  if (reviewId === '') return <Desk review={undefined} />;
  return <Loaded query={kept}>{(review) => <Desk review={review} />}</Loaded>;
}

function Desk({ review }: { review: SqlReviewView | undefined }) {
  const { t } = useTranslation();
  const pick = usePick();
  const [, setAddress] = useSearchParams();
  const [text, setText] = useState(review?.text ?? '');
  const [target, setTarget] = useState<Target>(() => targetOf(review));
  const [shown, setShown] = useState<number>();
  const create = useSend(createSqlReview, {
    refreshes: [listSqlReviews],
    onDone: ({ id }) => setAddress({ review: id }),
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
    if (text.trim() !== '' && !create.isSending) create.send({ body: { text, ...target } });
  };
  return (
    <>
      <Panel
        title={t('sqlReview.text')}
        beside={<span className="soft">{t('sqlReview.textLead')}</span>}
        acts={
          <Button type="primary" loading={create.isSending} disabled={text.trim() === ''} onClick={go}>
            {t('sqlReview.review')}
          </Button>
        }
      >
        <div className="stack">
          <ReviewTarget target={target} onChange={setTarget} />
          <SqlEditor
            label={t('sqlReview.text')}
            text={text}
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
        <ReviewResult
          review={review}
          isOfText={isOfText}
          onShow={(offset) => setShown(inEditor(review.text)(offset))}
        />
      )}
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
