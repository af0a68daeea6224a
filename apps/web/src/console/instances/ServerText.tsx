/** A text of a server: shown as text, in its own direction, cut to its place, whole on hover. */
export function ServerText({ children, wraps }: { children: string; wraps?: true }) {
  if (children === '') return <span className="faint">—</span>;
  return (
    <bdi translate="no" className={wraps ? 'mono server-text' : 'long-name mono'} title={children}>
      {children}
    </bdi>
  );
}
