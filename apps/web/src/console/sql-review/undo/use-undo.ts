import { previewReviewUndo, type ReviewedStatement, type SqlReviewView } from '@myriad/contract';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { sqlOf } from '../statement-sql.ts';
import { dialectOf } from './dialect-of.ts';

/** So much of a text is asked about at once. */
const mostCharacters = 200_000;

/**
 * What would undo a statement of a review. All of a script is asked about together, once: a table it creates is known in its next
 * line. Of a mapper, or of a long script, the statement is asked about alone.
 */
export function useUndo(review: SqlReviewView, one: ReviewedStatement, enabled: boolean) {
  const isAlone = one.mapped !== undefined || review.text.length > mostCharacters;
  const { clusterId, schema, live, server } = review;
  // What did not answer then would be waited for again.
  const asked = live?.state === 'asked' ? clusterId : undefined;
  const body = {
    text: isAlone ? sqlOf(review, one).slice(0, mostCharacters) : review.text,
    ...(asked === undefined ? { dialect: dialectOf(server) } : { clusterId: asked }),
    ...(asked !== undefined && schema !== undefined ? { schema } : {}),
  };
  const answer = useAnswer(previewReviewUndo, { body }, { enabled });
  const found = answer.data?.items.find(({ start }) => isAlone || start === one.start);
  return { answer, found };
}
