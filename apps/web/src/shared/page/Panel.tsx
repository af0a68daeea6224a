import { type ReactNode, useId } from 'react';

interface PanelProps {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly acts?: ReactNode;
  /** Content that touches the edges: tables, lists, graphs. */
  readonly flush?: true;
  readonly children: ReactNode;
}

export function Panel({ title, beside, acts, flush, children }: PanelProps) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {beside}
        <span className="grow" />
        {acts}
      </header>
      <div className={flush ? 'flush' : 'body'}>{children}</div>
    </section>
  );
}
