interface WordsOfProps {
  readonly text: string;
  /** When there is nothing to show. */
  readonly otherwise: string;
}

/** What a person wrote: plain text with its line breaks, kept apart from ours in direction and look. */
export function WordsOf({ text, otherwise }: WordsOfProps) {
  if (text.trim() === "") return <p class="quiet">{otherwise}</p>;
  return (
    <div class="words utrecht-preserve-data" dir="auto">
      {text}
    </div>
  );
}
