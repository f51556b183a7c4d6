/** The words of the file that a question is about, quoted above it; nothing where there are none. */
export function AboutField({ about, id }: { readonly about: string | undefined; readonly id?: string }) {
  if (about === undefined) return null;
  return (
    <blockquote class="about-field words utrecht-preserve-data" dir="auto" {...(id !== undefined && { id })}>
      {about}
    </blockquote>
  );
}
