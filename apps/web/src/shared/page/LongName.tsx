/** A name of any length in a place of its own width: cut at the end, whole on hover, in its own direction. */
export function LongName({ children, mono }: { children: string; mono?: true }) {
  return (
    <bdi translate="no" className={mono ? 'long-name mono' : 'long-name'} title={children}>
      {children}
    </bdi>
  );
}
