import { pageHandler } from "../web/page-handler.ts";
import { container } from "./container.ts";
import type { DeskDependencies } from "./desk-dependencies.ts";
import { routes } from "./routes.ts";

export const createHandler = (dependencies: () => DeskDependencies) => pageHandler(routes, dependencies);

export const handler = createHandler(container);
