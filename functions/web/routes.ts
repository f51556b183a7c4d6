import { homePage } from "../../shared/pages/home-page.tsx";
import { doAction, showAction } from "./action-link.ts";
import { attachment, handOver, original, tellOf, throughLink } from "./file-link.ts";
import {
  downloadForm,
  downloadTextForm,
  showBlock,
  showForm,
  showOrganisation,
  showSent,
  takeComplaint,
} from "./public.ts";
import { htmlResponse, stylesheetResponse } from "./response.ts";
import { looks, looksAndDoes, type Route, saves } from "./route.ts";
import { showStatus } from "./status-link.ts";
import { answerTask, showTask } from "./task-link.ts";
import type { WebDependencies } from "./web-dependencies.ts";

const showFile = throughLink(handOver(attachment));
const tellOfFile = throughLink(tellOf(attachment));
const showOriginal = throughLink(handOver(original));
const tellOfOriginal = throughLink(tellOf(original));

/** Only what stands here can change anything, and only by POST. */
export const routes: readonly Route<WebDependencies>[] = [
  looks("/", ({ language = "nl" }, { cases }) => htmlResponse(homePage({ procedures: cases.procedures, language }))),
  looks("/assets/style.css", (_request, { stylesheet }) => stylesheetResponse(stylesheet)),
  looks("/o/{organisation}", showOrganisation),
  looks("/o/{organisation}/embed", showBlock),
  looks("/o/{organisation}/form", downloadForm),
  looks("/o/{organisation}/form.txt", downloadTextForm),
  ...looksAndDoes("/o/{organisation}/complain", showForm, takeComplaint),
  looks("/o/{organisation}/complain/sent", showSent),
  ...looksAndDoes("/t/{secret}", showTask, answerTask),
  ...looksAndDoes("/t/{secret}/do/{action}", showAction, doAction),
  ...saves("/t/{secret}/file/{position}", showFile, tellOfFile),
  ...saves("/t/{secret}/mail/{mailId}", showOriginal, tellOfOriginal),
  looks("/s/{secret}", showStatus),
  ...looksAndDoes("/s/{secret}/do/{action}", showAction, doAction),
  ...looksAndDoes("/s/{secret}/t/{taskId}", showTask, answerTask),
  ...looksAndDoes("/s/{secret}/t/{taskId}/do/{action}", showAction, doAction),
  ...saves("/s/{secret}/file/{position}", showFile, tellOfFile),
  ...saves("/s/{secret}/mail/{mailId}", showOriginal, tellOfOriginal),
];
