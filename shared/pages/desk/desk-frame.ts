import type { Text } from "../../domain/text.ts";

/** The rooms of the desk. */
export const deskRooms = ["tasks", "cases", "new", "mail", "register", "learning", "overview"] as const;
export type DeskRoom = (typeof deskRooms)[number];

export const roomNames = {
  tasks: { nl: "Mijn taken", en: "My tasks" },
  cases: { nl: "Klachten", en: "Complaints" },
  new: { nl: "Nieuwe klacht", en: "New complaint" },
  mail: { nl: "Mail", en: "Mail" },
  register: { nl: "Register", en: "Register" },
  learning: { nl: "Leren", en: "Learning" },
  overview: { nl: "Overzicht", en: "Overview" },
} as const satisfies Readonly<Record<DeskRoom, Text>>;

/** What stands around every page of the desk: where one can go, and who one is. */
export interface DeskFrame {
  readonly rooms: readonly { readonly room: DeskRoom; readonly href: string }[];
  /** The room that the page is in. */
  readonly here?: DeskRoom | undefined;
  /** The name of who is signed in. */
  readonly name: string;
  /** Posting there ends the session. */
  readonly signOut: string;
  /** The other organisations of this installation that the visitor works for. */
  readonly elsewhere: readonly { readonly name: string; readonly href: string }[];
}
