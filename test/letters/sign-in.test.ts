import { expect, test } from "vitest";
import { languages } from "../../shared/domain/text.ts";
import { renderSignIn } from "../../shared/letters/sign-in.ts";
import { procedures } from "../support/case-under-test.ts";
import { readingEase } from "../support/reading-ease.ts";

const farah = { name: "Farah <b>Amrani", email: "farah.amrani@learnworks.example" };
const url = "https://wederhoor.example/desk/in/secret";

test.each(languages)(
  "the mail with a link to the desk says what it is, how long it works and what if one did not ask (%s)",
  (language) => {
    const { text, html } = renderSignIn(url, farah, procedures.learnworks, language);
    expect(text).toContain(url);
    expect(text).toContain(language === "nl" ? "een kwartier, en één keer" : "a quarter of an hour, and once");
    expect(text).toContain(language === "nl" ? "Vroeg u hier niet om?" : "Did you not ask for this?");
    expect(html).toContain(`href="${url}"`);
    expect(html).not.toContain("<b>");
    const lines = text.split("\n").filter((line) => !line.includes("http"));
    expect(readingEase(lines, language)).toBeGreaterThanOrEqual(60);
  },
);
