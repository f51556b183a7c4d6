import { renderToString } from "preact-render-to-string";
import type { Language } from "../domain/text.ts";
import type { Block } from "./content.ts";
import type { FramedLetter } from "./frame.ts";

/** Mail programs know inline styles only. One ink, one accent, nothing from elsewhere. */
const style = {
  body: "margin:0;padding:24px 16px;background-color:#f6f2ea;color:#1f2a2e;",
  sheet:
    "max-width:34em;margin:0 auto;padding:32px 28px 28px;background-color:#fffdf9;border-top:4px solid #14595a;border-radius:4px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.6;",
  head: "margin:0 0 4px;font-size:14px;color:#58646a;",
  envelope: "margin:28px 0 0;white-space:pre-line;",
  day: "margin:28px 0 20px;",
  title: "margin:0 0 24px;font-family:Charter,Georgia,serif;font-size:25px;line-height:1.25;font-weight:bold;",
  paragraph: "margin:0 0 16px;",
  prose: "margin:0 0 16px;white-space:pre-line;overflow-wrap:anywhere;",
  heading: "margin:28px 0 8px;font-family:Charter,Georgia,serif;font-size:19px;line-height:1.3;font-weight:bold;",
  list: "margin:0 0 16px;padding-left:22px;",
  item: "margin:0 0 8px;",
  button:
    "display:inline-block;padding:12px 22px;background-color:#14595a;color:#ffffff;border-radius:4px;font-weight:bold;text-decoration:none;",
  url: "margin:8px 0 20px;font-size:13px;line-height:1.5;color:#58646a;word-break:break-all;",
  quiet: "color:#58646a;",
  quotation:
    "margin:0 0 16px;padding:4px 0 4px 18px;border-left:3px solid #c9bfa9;white-space:pre-wrap;overflow-wrap:anywhere;",
  rows: "width:100%;margin:0 0 20px;border-collapse:collapse;",
  term: "padding:8px 16px 8px 0;border-top:1px solid #e6dfd1;text-align:left;vertical-align:top;font-weight:normal;color:#58646a;width:6.5em;",
  detail: "padding:8px 0;border-top:1px solid #e6dfd1;vertical-align:top;overflow-wrap:anywhere;",
  closing: "margin:28px 0 0;",
} as const;

/** The HTML part: a whole document that says what the text part says. */
export function toHtml(letter: FramedLetter, language: Language): string {
  const document = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{letter.subject}</title>
      </head>
      <body style={style.body}>
        <main>
          <div style={style.sheet}>
            <p style={style.head}>{letter.head}</p>
            {letter.post === undefined ? null : (
              <>
                <p style={style.envelope}>{letter.post.addressee.join("\n")}</p>
                <p style={style.day}>{letter.post.day}</p>
              </>
            )}
            <h1 style={style.title}>{letter.subject}</h1>
            <p style={style.paragraph}>{letter.salutation}</p>
            {letter.blocks.map((block) => (
              <BlockAsHtml block={block} />
            ))}
            <p style={style.closing}>
              {letter.closing}
              <br />
              <strong>{letter.signature}</strong>
              <br />
              <span style={style.quiet}>{letter.phone}</span>
            </p>
          </div>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(document)}`;
}

function BlockAsHtml({ block }: { readonly block: Block }) {
  switch (block.type) {
    case "paragraph":
      return <p style={style.paragraph}>{block.text}</p>;
    case "heading":
      return <h2 style={style.heading}>{block.text}</h2>;
    case "list":
      return (
        <ul style={style.list}>
          {block.items.map((item) => (
            <li style={style.item}>{item}</li>
          ))}
        </ul>
      );
    case "link":
      return (
        <>
          <a href={block.url} style={style.button}>
            {block.label}
          </a>
          <p style={style.url}>{block.url}</p>
        </>
      );
    case "prose":
      return (
        <>
          {block.text.split(/\n{2,}/).map((part) => (
            <p dir="auto" style={style.prose}>
              {part}
            </p>
          ))}
        </>
      );
    case "quotation":
      return (
        <blockquote dir="auto" style={style.quotation}>
          {block.text}
        </blockquote>
      );
    case "rows":
      return (
        <table style={style.rows}>
          <tbody>
            {block.rows.map(({ term, detail }) => (
              <tr>
                <th scope="row" style={style.term}>
                  {term}
                </th>
                <td style={style.detail}>{detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
