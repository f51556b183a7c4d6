import { environments } from "../environments.ts";
import { casesIn, once } from "../on-aws.ts";

export const container = once(() => ({ cases: casesIn(environments["track-letters"].parse(process.env)) }));
