import { ProblemAnswer, type SqlReviewView } from '@myriad/contract';
import { Alert, Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { AdvicePanel } from './advice/AdvicePanel.tsx';
import { FindingSteps } from './FindingSteps.tsx';
import { ChosenFiles } from './files/ChosenFiles.tsx';
import { type ChosenFile, whyNotTogether, withChosen } from './files/chosen-files.ts';
import { DropPlace } from './files/DropPlace.tsx';
import { FileButton } from './files/FileButton.tsx';
import { inEditor, marksOf } from './marks-of.ts';
import { ReviewResult } from './ReviewResult.tsx';
import { ReviewRunning } from './ReviewRunning.tsx';
import { ReviewTarget, type Target } from './ReviewTarget.tsx';
import { SqlEditor } from './SqlEditor.tsx';
import { useAskedReview } from './use-asked-review.ts';

interface DeskProps {
  readonly review: SqlReviewView | undefined;
  /** Told before the address is that of the new review. */
  readonly onMade: (reviewId: string) => void;
}

/** The text or files in hand, for what they are reviewed, and what came of the review that is open. */
export function ReviewDesk({ review, onMade }: DeskProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const [text, setText] = useState(review?.text ?? '');
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [target, setTarget] = useState<Target>(() => targetOf(review));
  const [shown, setShown] = useState<{ readonly at: number }>();
  const [advises, setAdvises] = useState(review?.advice !== undefined);
  const { run, isSending, error, reviewText, reviewFiles } = useAskedReview(onMade);
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
  const hasFiles = files.length > 0;
  const isReady = hasFiles ? whyNotTogether(files) === undefined : text.trim() !== '';
  const go = () => {
    if (!isReady || isSending) return;
    if (hasFiles) return reviewFiles(files, target);
    const name = nameOfFile(text, review?.file);
    if (name === undefined) return reviewText(text, target, advises);
    reviewFiles([{ name, bytes: 0, text, fault: undefined }], target);
  };
  const choose = (chosen: readonly ChosenFile[]) => setFiles((before) => withChosen(before, chosen));
  const show = (offset: number) => setShown({ at: inEditor(review?.text ?? '')(offset) });
  return (
    <>
      <DropPlace onDropped={choose}>
        <Panel
          title={hasFiles ? t('sqlReview.files.chosen') : t('sqlReview.text')}
          beside={<span className="soft">{t(hasFiles ? 'sqlReview.files.lead' : 'sqlReview.textLead')}</span>}
          acts={
            <>
              {hasFiles ? null : (
                <Checkbox
                  checked={advises}
                  title={t('reviewAdvice.askHint')}
                  onChange={({ target: { checked } }) => setAdvises(checked)}
                >
                  {t('reviewAdvice.ask')}
                </Checkbox>
              )}
              <FileButton onChosen={choose} />
              <Button type="primary" disabled={!isReady || isSending} onClick={go}>
                {hasFiles ? t('sqlReview.files.review', { count: files.length }) : t('sqlReview.review')}
              </Button>
            </>
          }
        >
          <div className="stack">
            <ReviewTarget target={target} onChange={setTarget} />
            {review?.file === undefined ? null : <FileLine file={review.file} batchId={review.batchId} />}
            {hasFiles ? (
              <ChosenFiles files={files} onChange={setFiles} />
            ) : (
              <SqlEditor
                label={t('sqlReview.text')}
                initial={text}
                marks={marks}
                shown={shown}
                onChange={setText}
                onSubmit={go}
              />
            )}
            {review && isOfText && !hasFiles ? <FindingSteps result={review.result} onShow={show} /> : null}
            <ReviewRunning run={run} />
            {error instanceof ProblemAnswer && error.problem.code === 'REVIEW_CANCELLED' ? (
              <Alert type="info" role="status" showIcon title={pick(error.problem.words)} />
            ) : (
              <ProblemNote error={error} />
            )}
          </div>
        </Panel>
      </DropPlace>
      {hasFiles ? null : review === undefined ? (
        <Message title={t('sqlReview.begin')} next={t('sqlReview.beginNext')} />
      ) : (
        <ReviewResult review={review} isOfText={isOfText} onShow={show} />
      )}
      {review?.advice && !hasFiles ? <AdvicePanel advice={review.advice} onShow={isOfText ? show : undefined} /> : null}
    </>
  );
}

/** Which of several files this is, and the way back to all of them. */
function FileLine({ file, batchId }: { file: string; batchId: string | undefined }) {
  const { t } = useTranslation();
  return (
    <div className="row wrap">
      <bdi translate="no" className="mono review-message">
        {file}
      </bdi>
      {batchId === undefined ? null : <Link to={`?batch=${batchId}`}>{t('sqlReview.files.all')}</Link>}
    </div>
  );
}

/** Of a mapper, which is no SQL as it stands: the file it was, or one for what somebody pasted. */
function nameOfFile(text: string, file: string | undefined): string | undefined {
  if (!/^\s*<(\?xml|!doctype|mapper)\b/i.test(text)) return undefined;
  return file !== undefined && /\.xml$/i.test(file) ? file : 'mapper.xml';
}

/** As the editor holds it. */
const inLines = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

const targetOf = (review: SqlReviewView | undefined): Target => ({
  ...(review?.applicationId === undefined ? {} : { applicationId: review.applicationId }),
  ...(review?.clusterId === undefined ? {} : { clusterId: review.clusterId }),
  ...(review?.schema === undefined ? {} : { schema: review.schema }),
  ...(review?.environment === undefined ? {} : { environment: review.environment }),
});
