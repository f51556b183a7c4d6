import type { FileKind } from "../domain/file-kind.ts";
import type { FileWorry } from "../domain/file-worry.ts";
import type { Text } from "../domain/text.ts";

const same = (text: string): Text => ({ nl: text, en: text });

/** What a person calls it. */
export const kindNames: { readonly [Kind in FileKind]: Text } = {
  pdf: same("PDF"),
  jpeg: { nl: "Foto (JPEG)", en: "Photo (JPEG)" },
  png: { nl: "Afbeelding (PNG)", en: "Picture (PNG)" },
  gif: { nl: "Afbeelding (GIF)", en: "Picture (GIF)" },
  webp: { nl: "Afbeelding (WebP)", en: "Picture (WebP)" },
  heic: { nl: "Foto (HEIC)", en: "Photo (HEIC)" },
  image: { nl: "Afbeelding", en: "Picture" },
  word: { nl: "Word-document", en: "Word document" },
  excel: { nl: "Excel-bestand", en: "Excel workbook" },
  powerpoint: { nl: "PowerPoint-presentatie", en: "PowerPoint presentation" },
  opendocument: { nl: "Document van LibreOffice", en: "LibreOffice document" },
  "apple-document": { nl: "Document van Apple", en: "Apple document" },
  rtf: { nl: "Tekst met opmaak (RTF)", en: "Formatted text (RTF)" },
  "locked-document": { nl: "Document met wachtwoord", en: "Document with a password" },
  text: { nl: "Gewone tekst", en: "Plain text" },
  csv: { nl: "Tabel (CSV)", en: "Table (CSV)" },
  calendar: { nl: "Afspraak", en: "Appointment" },
  contact: { nl: "Visitekaartje", en: "Contact card" },
  mail: { nl: "E-mail", en: "E-mail" },
  outlook: { nl: "Bericht van Outlook", en: "Outlook message" },
  data: { nl: "Gegevens (XML of JSON)", en: "Data (XML or JSON)" },
  sound: { nl: "Geluid", en: "Sound" },
  video: { nl: "Video", en: "Video" },
  signature: { nl: "Digitale handtekening", en: "Digital signature" },
  html: { nl: "Webpagina (HTML)", en: "Web page (HTML)" },
  svg: { nl: "Tekening (SVG)", en: "Drawing (SVG)" },
  "macro-word": { nl: "Word-document met macro’s", en: "Word document with macros" },
  "macro-excel": { nl: "Excel-bestand met macro’s", en: "Excel workbook with macros" },
  "macro-powerpoint": { nl: "PowerPoint met macro’s", en: "PowerPoint with macros" },
  onenote: { nl: "OneNote-notities", en: "OneNote notes" },
  access: { nl: "Access-database", en: "Access database" },
  script: same("Script"),
  program: { nl: "Programma", en: "Program" },
  shortcut: { nl: "Snelkoppeling", en: "Shortcut" },
  archive: { nl: "Ingepakte bestanden", en: "Packed files" },
  "disk-image": { nl: "Schijfkopie", en: "Disk image" },
  empty: { nl: "Leeg bestand", en: "Empty file" },
  unknown: { nl: "Onbekend soort bestand", en: "Unknown kind of file" },
};

/** What this kind can do to who opens it. */
function harmOf(kind: FileKind): Text {
  switch (kind) {
    case "html":
    case "svg":
      return {
        nl: "Dit opent als een webpagina. Zo’n pagina kan om uw wachtwoord vragen.",
        en: "This opens as a web page. Such a page can ask for your password.",
      };
    case "macro-word":
    case "macro-excel":
    case "macro-powerpoint":
    case "onenote":
    case "access":
      return {
        nl: "Hierin kan een programma zitten dat meteen begint.",
        en: "It can hold a program that starts at once.",
      };
    case "archive":
    case "disk-image":
      return { nl: "Van buiten is niet te zien wat hierin zit.", en: "From outside one cannot see what is in it." };
    case "shortcut":
      return { nl: "Dit opent iets anders dan u denkt.", en: "This opens something else than you think." };
    default:
      return { nl: "Dit kan uw computer beschadigen.", en: "This can harm your computer." };
  }
}

/** One worry, in a sentence. */
export function worryInWords(worry: FileWorry): Text {
  switch (worry.why) {
    case "harmful":
      return harmOf(worry.kind);
    case "two-endings":
      return {
        nl: "De naam lijkt die van een gewoon bestand, maar dat is het niet.",
        en: "Its name looks like that of an ordinary file, but it is none.",
      };
    case "turned-name":
      return {
        nl: "In de naam staan tekens die de volgorde van letters omdraaien.",
        en: "Its name has signs that turn the order of letters round.",
      };
    case "named-otherwise":
      return {
        nl: `De naam hoort bij iets anders: ${inSentence(kindNames[worry.as].nl)}.`,
        en: `Its name belongs to something else: ${inSentence(kindNames[worry.as].en)}.`,
      };
    case "claimed-otherwise":
      return {
        nl: `Volgens de mail was het iets anders: ${inSentence(kindNames[worry.as].nl)}.`,
        en: `The mail said that it was something else: ${inSentence(kindNames[worry.as].en)}.`,
      };
  }
}

/** Names of makes keep their capital. */
const inSentence = (name: string): string =>
  /^(PDF|Word|Excel|PowerPoint|OneNote|Access)/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

export const openWithCare: Text = {
  nl: "Open dit alleen als u de afzender kent en dit van hem of haar verwacht. Twijfelt u? Bel eerst.",
  en: "Only open this if you know the sender and expect it from them. In doubt? Call first.",
};

export const leftInMail: Text = {
  nl: "Te groot om apart te bewaren. Het zit in de mail zoals die binnenkwam.",
  en: "Too large to keep apart. It is in the mail as it came in.",
};
