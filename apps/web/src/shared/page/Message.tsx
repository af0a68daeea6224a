import type { ReactNode } from 'react';

/** A designed state in place of content: what it is, what to do about it, and the way to do it. */
export function Message({ title, next, act }: { title: string; next?: string | undefined; act?: ReactNode }) {
  return (
    <div className="message">
      <strong>{title}</strong>
      {next ? <span className="soft">{next}</span> : null}
      {act}
    </div>
  );
}
