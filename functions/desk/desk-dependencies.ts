import type { CaseDependencies } from "../web/web-dependencies.ts";

export type DeskDependencies = CaseDependencies;
