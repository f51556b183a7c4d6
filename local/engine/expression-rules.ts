import jsonata from "jsonata";
import type { State } from "./definition.ts";
import { InvalidDefinition } from "./errors.ts";
import { expressionIn } from "./expression.ts";

/** `$states` members that only some fields may use (States Language, 'Reserved "states" Variable'). */
type Reserved = "result" | "errorOutput";

const unchecked = new Set([
  "Comment",
  "Type",
  "Resource",
  "Next",
  "Default",
  "StartAt",
  "QueryLanguage",
  "ErrorEquals",
]);
/** Inner machines are checked state by state. */
const inner = new Set(["Branches", "ItemProcessor"]);

/** Checks every expression of a state: that it can be read, and that it refers only to what it can see. Throws `InvalidDefinition`. */
export function checkExpressions(name: string, state: State): void {
  const hasResult = state.Type === "Task" || state.Type === "Parallel" || state.Type === "Map";
  for (const [field, value] of Object.entries(state)) {
    if (unchecked.has(field) || inner.has(field)) continue;
    const allowed: Reserved[] = field === "Catch" ? ["errorOutput"] : [];
    if (hasResult && (field === "Output" || field === "Assign")) allowed.push("result");
    checkField(name, field, value, allowed);
  }
}

function checkField(state: string, field: string, value: unknown, allowed: readonly Reserved[]): void {
  if (typeof value === "string") {
    const text = expressionIn(value);
    if (text !== undefined) checkExpression(state, field, text, allowed);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkField(state, `${field}[${index}]`, item, allowed);
  } else if (typeof value === "object" && value !== null) {
    // Only the entries of these lists have fields of their own; everywhere else a key is data.
    const isEntry = /^(Choices|Catch|Retry)\[\d+\]$/.test(field);
    for (const [key, member] of Object.entries(value)) {
      if (!isEntry || !unchecked.has(key)) checkField(state, `${field}/${key}`, member, allowed);
    }
  }
}

function checkExpression(state: string, field: string, text: string, allowed: readonly Reserved[]): void {
  let tree: unknown;
  try {
    tree = jsonata(text).ast();
  } catch (error) {
    const message =
      typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
    throw new InvalidDefinition({ state, field, reason: `INVALID_JSONATA_EXPRESSION: ${message}` });
  }
  const refuse = (message: string) => {
    throw new InvalidDefinition({ state, field, reason: `UNSUPPORTED_JSONATA_EXPRESSION: ${message}` });
  };
  visit(tree, true, {
    document: (reference) =>
      refuse(
        reference === "$$"
          ? "Reference to '$$' is not supported."
          : `Reference to '${reference}' at the top level is not supported.`,
      ),
    states: (member) => {
      const reserved = reservedMembers.find((known) => known === member);
      if (reserved !== undefined && !allowed.includes(reserved)) {
        refuse(`Reference to '$states.${reserved}' is not supported in this field.`);
      }
    },
  });
}

const reservedMembers: readonly Reserved[] = ["result", "errorOutput"];

interface Findings {
  /** A reference to the input document, which Step Functions does not supply: a bare name, `$` or `$$`. */
  document(reference: string): void;
  /** `$states.member`. */
  states(member: string): void;
}

/**
 * Walks JSONata's syntax tree. `top` is true as long as the context is still the (absent) input document: the steps of a
 * path after its first, predicates, sort terms and groupings have a context of their own; the body of a lambda keeps that of
 * where it is written.
 */
function visit(node: unknown, top: boolean, findings: Findings): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, top, findings);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const members = new Map<string, unknown>(Object.entries(node));
  const type = members.get("type");
  const value = members.get("value");
  if (type === "variable" && value === "$") findings.document("$$");
  if (type === "variable" && value === "" && top) findings.document("$");
  if (type === "name" && top && typeof value === "string") findings.document(value);
  const steps = members.get("steps");
  if (type === "path" && isList(steps)) {
    const [first, ...rest] = steps;
    visit(first, top, findings);
    visit(rest, false, findings);
    if (isVariable(first, "states")) findings.states(nameOf(rest[0]));
    visit(members.get("group"), false, findings);
    return;
  }
  for (const [key, member] of members) {
    if (key === "predicate" || key === "stages" || key === "group" || key === "terms" || key === "pattern") {
      visit(member, false, findings);
    } else if (key !== "value" && key !== "type" && key !== "slot" && key !== "ancestor" && key !== "seekingParent") {
      const isParameterList = type === "lambda" && key === "arguments";
      const isTransformBody = type === "transform" && (key === "update" || key === "delete");
      if (!isParameterList) visit(member, top && !isTransformBody, findings);
    }
  }
}

function isList(node: unknown): node is readonly unknown[] {
  return Array.isArray(node);
}

function isVariable(node: unknown, name: string): boolean {
  return (
    typeof node === "object" &&
    node !== null &&
    "type" in node &&
    node.type === "variable" &&
    "value" in node &&
    node.value === name
  );
}

function nameOf(node: unknown): string {
  if (typeof node !== "object" || node === null || !("type" in node) || !("value" in node)) return "";
  return node.type === "name" && typeof node.value === "string" ? node.value : "";
}
