import type { AttachedFile } from "../domain/events.ts";
import type { Language } from "../domain/text.ts";

interface FileListProps {
  readonly files: readonly AttachedFile[];
  readonly language: Language;
  readonly hrefOf: ((file: AttachedFile) => string) | undefined;
}

/** Attached files by name and size; a link goes to the original. */
export function FileList({ files, language, hrefOf }: FileListProps) {
  if (files.length === 0) return null;
  return (
    <ul class="files">
      {files.map((file) => {
        const href = hrefOf?.(file);
        const name = <bdi>{file.name}</bdi>;
        return (
          <li>
            {href === undefined ? (
              name
            ) : (
              <a class="utrecht-link utrecht-link--html-a" href={href}>
                {name}
              </a>
            )}{" "}
            <span class="quiet nowrap">{sizeInWords(file.bytes, language)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function sizeInWords(bytes: number, language: Language): string {
  const [amount, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), "kB"] : [bytes / 1_000_000, "MB"];
  const digits = unit === "kB" ? 0 : 1;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(amount)} ${unit}`;
}
