import type { FileSeen } from "./behind-file.ts";

/** Files by their numbers, each a link where it can be opened. */
export function FilesSeen({ files }: { readonly files: readonly FileSeen[] }) {
  return (
    <ul class="plain numbers">
      {files.map((file) => (
        <li>
          <FileNumber file={file} />
        </li>
      ))}
    </ul>
  );
}

export function FileNumber({ file: { number, href } }: { readonly file: FileSeen }) {
  if (href === undefined) return <span class="nowrap">{number}</span>;
  return (
    <a class="utrecht-link utrecht-link--html-a nowrap" href={href}>
      {number}
    </a>
  );
}
