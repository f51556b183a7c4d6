import { container } from "./container.ts";
import { pageHandler } from "./page-handler.ts";
import { routes } from "./routes.ts";
import type { WebDependencies } from "./web-dependencies.ts";

export const createHandler = (dependencies: () => WebDependencies) => pageHandler(routes, dependencies);

export const handler = createHandler(container);
