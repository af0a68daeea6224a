/** Sent by the demo to a child that shall outlive it. */
export const stayMessage = 'stay';

/** A child of the demo ends with it, however the demo dies, unless it was told to stay. */
export function stayOrFollow(stop: () => void): void {
  let stays = false;
  process.on('message', (message) => {
    if (message === stayMessage) stays = true;
  });
  process.once('disconnect', () => {
    if (!stays) stop();
  });
  // The channel itself does not keep a process alive once nobody listens to it.
  setInterval(() => {}, 60_000);
}
