import { writeFileSync } from "node:fs";
import { procedures } from "../all.ts";
import { page, pagePath } from "./page.ts";
import { codeOfTheRepository, testsOfTheRepository } from "./repository.ts";

writeFileSync(
  new URL(`../../${pagePath}`, import.meta.url),
  page(procedures, codeOfTheRepository(), testsOfTheRepository()),
);
