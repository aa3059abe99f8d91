/** Call once, when the element first comes near the view. Something hidden is never seen. Returns how to stop. */
export function whenSeen(element: Element, seen: () => void): () => void {
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      seen();
    },
    { rootMargin: '200px' },
  );
  watcher.observe(element);
  return () => watcher.disconnect();
}
