/** Small drawings of our own. All are decoration beside words, so all are hidden from screen readers. */

/** The mark: a hall with its doors open and a round table inside. */
export function Mark() {
  return (
    <svg class="mh-mark" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true" focusable="false">
      <path class="mh-mark__roof" d="M3 17 20 4l17 13-2.4 3L20 8.9 5.4 20z" />
      <path class="mh-mark__wall" d="M8 20.5 20 11.4l12 9.1V36h-7v-8a5 5 0 0 0-10 0v8H8z" />
    </svg>
  );
}

export function Tick() {
  return (
    <svg class="mh-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d="m6.2 12.8-4-4 1.6-1.6 2.4 2.4 6-6L13.8 5.2z" />
    </svg>
  );
}

export function Cross() {
  return (
    <svg class="mh-icon" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" focusable="false">
      <path d="m3.4 2 4.6 4.6L12.6 2 14 3.4 9.4 8l4.6 4.6-1.4 1.4L8 9.4 3.4 14 2 12.6 6.6 8 2 3.4z" />
    </svg>
  );
}
