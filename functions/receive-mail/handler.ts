import type { ReceiveMailDependencies } from "../../shared/cases/receive-mail.ts";
import { houseLambda } from "../house-lambda.ts";
import { container } from "./container.ts";
import { mailEvent } from "./mail-event.ts";
import { takeMail } from "./take-mail.ts";

export const createHandler = (dependencies: () => ReceiveMailDependencies) =>
  houseLambda("receive-mail", mailEvent, dependencies, takeMail);

export const handler = createHandler(container);
