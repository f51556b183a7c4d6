/** The events of a case do not tell a possible story: they were damaged, or a rule is wrong. */
export class ImpossibleHistory extends Error {
  override readonly name = "ImpossibleHistory";
}
