import type { ReactNode } from 'react';

/** What it is, and what to do about it: a sentence, the way to do it, or both. */
type MessageProps = { readonly title: string } & (
  | { readonly next: string | undefined; readonly act?: ReactNode }
  | { readonly next?: string; readonly act: ReactNode }
);

/** A designed state in place of content; none stands without a next move. */
export function Message({ title, next, act }: MessageProps) {
  return (
    <div className="message">
      <strong>{title}</strong>
      {next ? <span className="soft">{next}</span> : null}
      {act}
    </div>
  );
}
