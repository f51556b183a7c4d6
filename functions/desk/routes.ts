import { doOpenedAction, showOpenedAction } from "../web/action-link.ts";
import { attachment, handOver, original, tellOf } from "../web/file-link.ts";
import { does, looks, looksAndDoes, type Route, saves } from "../web/route.ts";
import { answerOpenedTask, showOpenedTask } from "../web/task-link.ts";
import { showCase } from "./case.ts";
import { showCases } from "./cases.ts";
import type { DeskDependencies } from "./desk-dependencies.ts";
import { inCase } from "./in-case.ts";
import { showLearning } from "./learning.ts";
import { lookAtMailAgain, showMail } from "./mail.ts";
import { showMyTasks } from "./my-tasks.ts";
import { registerNewComplaint, showNewComplaint } from "./new-complaint.ts";
import { agreeNewMeasure, showNewMeasure } from "./new-measure.ts";
import { saveEvidence, saveOverview, showOverview } from "./overview.ts";
import { savePerson, showPerson } from "./person.ts";
import { saveRegister, showRegister } from "./register.ts";
import { askLink, showDoor, showLink, signOut, useLink } from "./sign-in.ts";

const showTask = inCase(showOpenedTask, "task");
const showAction = inCase(showOpenedAction, "case");
const showFile = inCase(handOver(attachment), "file");
const tellOfFile = inCase(tellOf(attachment));
const showOriginal = inCase(handOver(original), "mail");
const tellOfOriginal = inCase(tellOf(original));
const answerTask = inCase(answerOpenedTask);
const doAction = inCase(doOpenedAction);

const room = "/desk/{organisation}";
const file = `${room}/case/{caseId}`;

/** Only what is posted changes anything, but for the note of who looked. */
export const routes: readonly Route<DeskDependencies>[] = [
  ...looksAndDoes("/desk", showDoor, askLink),
  ...looksAndDoes("/desk/in/{secret}", showLink, useLink),
  does("/desk/out", signOut),
  looks(room, showMyTasks),
  looks(`${room}/cases`, showCases),
  ...looksAndDoes(`${room}/cases/new`, showNewComplaint, registerNewComplaint),
  looks(`${room}/mail`, showMail),
  does(`${room}/mail/{mailId}/look`, lookAtMailAgain),
  looks(`${room}/register`, showRegister),
  looks(`${room}/register.csv`, saveRegister("csv")),
  looks(`${room}/register.json`, saveRegister("json")),
  looks(`${room}/register.xlsx`, saveRegister("xlsx")),
  looks(`${room}/learning`, showLearning),
  ...looksAndDoes(`${room}/measures/new`, showNewMeasure, agreeNewMeasure),
  looks(`${room}/overview`, showOverview),
  looks(`${room}/overview.pdf`, saveOverview),
  looks(`${room}/evidence`, saveEvidence),
  ...looksAndDoes(`${room}/person`, showPerson, savePerson),
  looks(file, showCase),
  ...looksAndDoes(`${file}/do/{action}`, showAction, doAction),
  ...looksAndDoes(`${file}/t/{taskId}`, showTask, answerTask),
  ...looksAndDoes(`${file}/t/{taskId}/do/{action}`, showAction, doAction),
  ...saves(`${file}/file/{position}`, showFile, tellOfFile),
  ...saves(`${file}/mail/{mailId}`, showOriginal, tellOfOriginal),
];
