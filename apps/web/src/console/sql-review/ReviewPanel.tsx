import { getSqlReview } from '@myriad/contract';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { BatchPanel } from './files/BatchPanel.tsx';
import { ReviewDesk } from './ReviewDesk.tsx';

/** Write, paste or drop SQL, and see at once what stands against it. A review, and files reviewed together, have addresses of their own. */
export function ReviewPanel() {
  const [address] = useSearchParams();
  const batchId = address.get('batch');
  return batchId === null ? <OneReview reviewId={address.get('review') ?? ''} /> : <BatchPanel batchId={batchId} />;
}

function OneReview({ reviewId }: { reviewId: string }) {
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
  return <ReviewDesk key={desk.number} review={review} onMade={note} />;
}
