/** The sign of Wederhoor: two voices that meet. Decoration, so hidden from screen readers. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 40 28" width="40" height="28" aria-hidden="true" focusable="false">
      <path class="mark__one" d="M14 1a13 13 0 1 1-8.6 22.7L1 26l1.6-5.4A13 13 0 0 1 14 1Z" />
      <path class="mark__other" d="M26 1a13 13 0 1 0 8.6 22.7L39 26l-1.6-5.4A13 13 0 0 0 26 1Z" />
    </svg>
  );
}
