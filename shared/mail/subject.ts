const REPLY = /^\s*(re|antw(oord)?|aw|betr|betreft|onderwerp)\s*(\[\d+\])?\s*:\s*/iu;
const FORWARD = /^\s*(fwd?|doorst|doorgestuurd|d|wg|tr)\s*(\[\d+\])?\s*:\s*/iu;

/** Whether the outermost prefix says that the mail passes another one on. */
export function isForward(subject: string): boolean {
  return FORWARD.test(subject);
}

/** The subject without the prefixes that mail programs pile up in front of it. */
export function baseSubject(subject: string): string {
  let base = subject;
  // Twenty is more than any thread has, and keeps a subject made of nothing else from taking long.
  for (let round = 0; round < 20; round += 1) {
    const shorter = base.replace(REPLY, "").replace(FORWARD, "");
    if (shorter === base) break;
    base = shorter;
  }
  return base.trim();
}
