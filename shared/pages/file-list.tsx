import type { AttachedFile } from "../domain/events.ts";
import { worriesAbout } from "../domain/file-worry.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { kindNames, leftInMail, openWithCare, worryInWords } from "./file-words.ts";

interface FileListProps {
  readonly files: readonly AttachedFile[];
  readonly language: Language;
  readonly hrefOf: (file: AttachedFile) => string;
}

/** Attached files by name, kind and size, each with what one should know before opening it. A link saves the file; nothing is shown here. */
export function FileList({ files, language, hrefOf }: FileListProps) {
  if (files.length === 0) return null;
  const say = speaking(language);
  return (
    <ul class="files">
      {files.map((file) => {
        const name = <bdi>{file.name}</bdi>;
        const kind = file.kind === undefined ? [] : [say(kindNames[file.kind])];
        return (
          <li>
            {file.inMailOnly === true ? (
              name
            ) : (
              <a class="utrecht-link utrecht-link--html-a" href={hrefOf(file)}>
                {name}
              </a>
            )}{" "}
            <span class="quiet">{[...kind, sizeInWords(file.bytes, language)].join(", ")}</span>
            {file.inMailOnly === true && <p class="quiet">{say(leftInMail)}</p>}
            <Worries file={file} language={language} />
          </li>
        );
      })}
    </ul>
  );
}

function Worries({ file, language }: { readonly file: AttachedFile; readonly language: Language }) {
  const say = speaking(language);
  const worries = worriesAbout(file);
  if (worries.length === 0) return null;
  return (
    <p class="notice notice--care">
      <strong>{say({ nl: "Let op.", en: "Take care." })}</strong>{" "}
      {[...worries.map(worryInWords), openWithCare].map(say).join(" ")}
    </p>
  );
}

function sizeInWords(bytes: number, language: Language): string {
  const [amount, unit] =
    bytes < 1_000_000 ? [bytes === 0 ? 0 : Math.max(1, bytes / 1000), "kB"] : [bytes / 1_000_000, "MB"];
  const digits = unit === "kB" ? 0 : 1;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(amount)}\u00A0${unit}`;
}
