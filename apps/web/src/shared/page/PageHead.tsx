import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

interface PageHeadProps {
  readonly title: string;
  /** Beside the title: state, number. */
  readonly beside?: ReactNode;
  readonly acts?: ReactNode;
}

/** The head of a page: its one title (also the tab's), what stands beside it, and what can be done, at the far end. */
export function PageHead({ title, beside, acts }: PageHeadProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('frame.product')}`;
  }, [title, t]);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {beside}
      <span className="grow" />
      {acts ? <div className="row wrap">{acts}</div> : null}
    </div>
  );
}
