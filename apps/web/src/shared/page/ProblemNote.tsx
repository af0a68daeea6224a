import { NoAnswer, ProblemAnswer } from '@myriad/contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePick } from '../words/use-words.ts';

/** What an error says to people: a sentence, a next move, the faults, and the request it can be looked up by. */
export function useErrorWords(): (error: Error) => { title: string; next: string; requestId?: string | undefined } {
  const { t } = useTranslation();
  const pick = usePick();
  return (error) => {
    if (error instanceof ProblemAnswer) {
      const { words, next, requestId } = error.problem;
      const usual = { 403: t('frame.page.forbiddenNext'), 404: t('frame.page.notFoundNext') }[error.status];
      return { title: pick(words), next: next ? pick(next) : (usual ?? t('frame.page.failedNext')), requestId };
    }
    if (error instanceof NoAnswer) return { title: t('frame.page.failed'), next: t('frame.page.failedNext') };
    return { title: t('frame.page.crashed'), next: t('frame.page.crashedNext') };
  };
}

export function ProblemNote({ error, exceptFaults }: { error: Error | undefined; exceptFaults?: readonly string[] }) {
  const pick = usePick();
  const wordsOf = useErrorWords();
  const { t } = useTranslation();
  if (!error) return null;
  const { title, next, requestId } = wordsOf(error);
  const faults = error instanceof ProblemAnswer ? (error.problem.faults ?? []) : [];
  const shown = faults.filter(({ path }) => !exceptFaults?.includes(path));
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={title}
      description={
        <>
          {shown.length > 0 ? (
            <ul className="faults">
              {shown.map(({ path, words }) => (
                <li key={path + words.en}>
                  {path ? <code>{path}</code> : null} {pick(words)}
                </li>
              ))}
            </ul>
          ) : null}
          <p>{next}</p>
          {requestId ? <p className="faint">{t('frame.page.request', { id: requestId })}</p> : null}
        </>
      }
    />
  );
}
