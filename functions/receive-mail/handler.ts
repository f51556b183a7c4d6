import { type ReceiveMailDependencies, receiveMail } from "../../shared/cases/receive-mail.ts";
import { houseLambda } from "../house-lambda.ts";
import { container } from "./container.ts";
import { mailEvent } from "./mail-event.ts";

export const createHandler = (dependencies: () => ReceiveMailDependencies) =>
  houseLambda("receive-mail", mailEvent, dependencies, receiveMail);

export const handler = createHandler(container);
