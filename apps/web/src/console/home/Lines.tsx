import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '../../shared/page/Panel.tsx';

interface LinesProps<Item> {
  readonly title: string;
  readonly beside?: ReactNode;
  /** Where all of them are. */
  readonly to: string;
  readonly of: { readonly items: readonly Item[]; readonly more: boolean };
  /** What is so when there are none, and what brings some. */
  readonly none: string;
  readonly line: (item: Item) => { readonly key: string; readonly to: string; readonly children: ReactNode };
}

/** A short list of links; each line is one thing and leads to the act. */
export function Lines<Item>({ title, beside, to, of, none, line }: LinesProps<Item>) {
  const { t } = useTranslation();
  return (
    <Panel title={title} beside={beside} flush acts={<Link to={to}>{t('ticket.all')}</Link>}>
      {of.items.length === 0 ? (
        <p className="home-none">{none}</p>
      ) : (
        <ul className="home-list">
          {of.items.map((item) => {
            const { key, to: address, children } = line(item);
            return (
              <li key={key}>
                <Link to={address}>{children}</Link>
              </li>
            );
          })}
          {of.more ? (
            <li>
              <Link to={to} className="home-more">
                … {t('ticket.all')}
              </Link>
            </li>
          ) : null}
        </ul>
      )}
    </Panel>
  );
}
