import type { ComponentType } from 'react';
import { useParams } from 'react-router';
import { PageHead } from './PageHead.tsx';
import { PartTabs } from './PartTabs.tsx';

interface TabbedPageProps {
  readonly title: string;
  /** A sentence beside the title. */
  readonly lead?: string;
  readonly address: string;
  /** The first one also stands where the address names none. */
  readonly parts: readonly [PagePart, ...PagePart[]];
}

export interface PagePart {
  readonly key: string;
  readonly label: string;
  readonly Part: ComponentType;
}

/** A page of several parts, one shown at a time: the address names it as `:part`. */
export function TabbedPage({ title, lead, address, parts }: TabbedPageProps) {
  const { part } = useParams();
  const { key, Part } = parts.find((each) => each.key === part) ?? parts[0];
  return (
    <div className="page">
      <PageHead title={title} {...(lead ? { beside: <span className="soft">{lead}</span> } : {})} />
      <PartTabs label={title} address={address} active={key} parts={parts} />
      <Part />
    </div>
  );
}
