/** A name of any length in a place of its own width: cut at the end, whole on hover. */
export function LongName({ children, mono }: { children: string; mono?: true }) {
  return (
    <span translate="no" className={mono ? 'long-name mono' : 'long-name'} title={children}>
      {children}
    </span>
  );
}
