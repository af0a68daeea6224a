import { ProblemAnswer } from '@myriad/contract';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Message } from './Message.tsx';
import { useErrorWords } from './ProblemNote.tsx';
import { whyPageOf } from './thing-pages.ts';

interface Loadable<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isFetching?: boolean;
  refetch(): unknown;
}

/** Shows what was loaded; before that a skeleton; instead of it the failed, forbidden or not-found state with its next move. */
export function Loaded<T>({ query, children }: { query: Loadable<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} busy={query.isFetching} />;
  return <Loading />;
}

export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="message" role="status" aria-label={t('frame.page.loading')} style={{ width: '100%' }}>
      <Skeleton active title={{ width: '32%' }} paragraph={{ rows: 4 }} />
    </div>
  );
}

function Failed({ error, retry, busy }: { error: Error; retry: () => void; busy: boolean | undefined }) {
  const { t } = useTranslation();
  const wordsOf = useErrorWords();
  const status = error instanceof ProblemAnswer ? error.status : 0;
  const { title, next } = wordsOf(error);
  if (status === 403) return <Message title={title || t('frame.page.forbidden')} next={next} act={<HomeLink />} />;
  if (status === 404) return <Message title={title || t('frame.page.notFound')} next={next} act={<NotFoundLinks />} />;
  return (
    <Message
      title={title}
      next={next}
      act={
        <Button onClick={retry} loading={busy === true}>
          {t('frame.act.retry')}
        </Button>
      }
    />
  );
}

/** An address about one thing may be one of somebody else: the page it leads to says so, and what would show it. */
function NotFoundLinks() {
  const { t } = useTranslation();
  const why = whyPageOf(useLocation().pathname);
  return (
    <span className="row">
      {why ? <Link to={why}>{t('rights.why')}</Link> : null}
      <HomeLink />
    </span>
  );
}

export function HomeLink() {
  const { t } = useTranslation();
  return <Link to="/">{t('frame.page.home')}</Link>;
}
