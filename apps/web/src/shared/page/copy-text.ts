/** Puts a text on the clipboard; also where the browser offers none to the page: over plain http, or refused. */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (isDone) return;
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
