import { casePage } from "../../shared/pages/case-page.tsx";
import { viewsOf } from "../../shared/store/views.ts";
import { behindFile } from "../web/behind-file.ts";
import { originalsOf } from "../web/file-link.ts";
import { pageLinks } from "../web/page-links.ts";
import { htmlResponse } from "../web/response.ts";
import { dutiesOf } from "../web/status-link.ts";
import { inCase } from "./in-case.ts";

/** As many of the last looks as are shown. */
const shownLooks = 50;

/** The file of a case, whose turn it is, its duties, what happened and who looked. */
export const showCase = inCase(async (opened, request, dependencies) => {
  const { organisation, caseId, by, dossier, procedure, language } = opened;
  const { cases } = dependencies;
  const duties = await dutiesOf(opened, dependencies);
  const looked = await viewsOf(cases.items, organisation, caseId, shownLooks);
  const links = pageLinks(opened, request, await originalsOf(opened, dependencies));
  const behind = await behindFile(opened, dependencies);
  return htmlResponse(casePage({ by, dossier, procedure, language, now: cases.now(), links, duties, looked, behind }));
}, "case");
