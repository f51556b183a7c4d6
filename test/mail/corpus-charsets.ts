import type { CorpusMail } from "./corpus.ts";

const charsets: readonly (readonly [charset: string, subject: string, words: string])[] = [
  ["windows-1250", "Stížnost na školení", "Děkuji, školení bylo špatné."],
  ["windows-1251", "Жалоба", "Урок был плохой."],
  ["windows-1253", "Παράπονο", "Το μάθημα ήταν κακό."],
  ["windows-1254", "Şikâyet", "Ders çok kötüydü, şikâyetim var."],
  ["windows-1255", "תלונה", "השיעור היה גרוע."],
  ["windows-1256", "شكوى", "كان الدرس سيئا."],
  ["gb18030", "投诉", "课程很差，我要投诉。"],
  ["big5", "投訴", "課程很差，我要投訴。"],
  ["shift-jis", "苦情", "授業がひどかったです。"],
  ["euc-kr", "불만", "수업이 나빴습니다."],
];

/** Letters of the world, each in its own charset, in subject and words. */
export const worldLetters: readonly CorpusMail[] = [
  ...charsets.map(
    ([charset, subject, words]): CorpusMail => ({
      file: `charset-${charset}`,
      title: charset,
      becomes: "letter",
      subject,
      says: [words],
      defects: [],
    }),
  ),
  {
    file: "charset-per-part",
    title: "three charsets in one mail",
    becomes: "letter",
    says: ["Eén: de coördinatie.", "Twee: “géén” les.", "Три: плохо."],
  },
  {
    file: "emoji-and-joined",
    title: "signs made of several signs",
    becomes: "letter",
    subject: "Klacht 👩‍👩‍👧 over de les 🇳🇱",
    says: ["slecht 👎🏽", "Rene\u0301e".normalize("NFC")],
  },
];
