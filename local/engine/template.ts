import { type Expressions, expressionIn, type Sight, unexpectedType } from "./expression.ts";
import { isJsonArray, type Json, jsonType } from "./json.ts";

/**
 * A field's value with every expression in it worked out, to any depth. `location` grows with `/key` and `[index]` as AWS
 * names the places. Throws `StateFailure`.
 */
export async function fill(expressions: Expressions, template: Json, location: string, sight: Sight): Promise<Json> {
  if (typeof template === "string") {
    const text = expressionIn(template);
    return text === undefined ? template : await expressions.evaluate(text, location, sight);
  }
  if (typeof template !== "object" || template === null) return template;
  if (isJsonArray(template)) {
    const items: Json[] = [];
    for (const [index, item] of template.entries()) {
      items.push(await fill(expressions, item, `${location}[${index}]`, sight));
    }
    return items;
  }
  const members: [string, Json][] = [];
  for (const [key, member] of Object.entries(template)) {
    members.push([key, await fill(expressions, member, `${location}/${key}`, sight)]);
  }
  return Object.fromEntries(members);
}

/** Like `fill`, for a field that takes one type only. */
export async function fillTyped<Type extends "string" | "number" | "boolean" | "array">(
  expressions: Expressions,
  template: Json,
  location: string,
  sight: Sight,
  expected: Type,
): Promise<TypedJson[Type]> {
  const value = await fill(expressions, template, location, sight);
  if (isOfType(value, expected)) return value;
  const text = typeof template === "string" ? expressionIn(template) : undefined;
  throw unexpectedType(text ?? JSON.stringify(template), location, expected, value);
}

interface TypedJson {
  string: string;
  number: number;
  boolean: boolean;
  array: readonly Json[];
}

function isOfType<Type extends keyof TypedJson>(value: Json, expected: Type): value is Json & TypedJson[Type] {
  return jsonType(value) === expected;
}
