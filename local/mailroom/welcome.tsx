import type { Procedure } from "../../shared/domain/procedure.ts";
import { exampleComplaints } from "./examples.ts";
import { link, say, type View } from "./view.ts";
import { words } from "./words.ts";

/** What to do here, in three sentences, and a complaint to do it with. */
export function Welcome({ view, procedures }: { readonly view: View; readonly procedures: readonly Procedure[] }) {
  const example = exampleComplaints.find(({ language }) => language === view.language) ?? exampleComplaints[0];
  const house = procedures.find(({ id }) => id === example?.organisation)?.house;
  return (
    <section class="room-welcome" aria-labelledby="welcome">
      <h2 class="utrecht-heading-3" id="welcome">
        {say(view, words.welcome)}
      </h2>
      <ol class="room-welcome__steps">
        <li>{say(view, words.welcomeWrite)}</li>
        <li>{say(view, words.welcomeRead)}</li>
        <li>{say(view, words.welcomeClock)}</li>
      </ol>
      {example !== undefined && house !== undefined && (
        <form class="room-example" method="post" action="/mailroom/compose" aria-labelledby="ready-made">
          <h3 class="room-subtitle" id="ready-made">
            {say(view, words.readyMade)}
          </h3>
          <p class="room-example__who">
            {example.name} → {house.complaintsAddress}
          </p>
          <p class="room-example__subject">{example.subject}</p>
          <p class="room-example__text">{example.text}</p>
          <input type="hidden" name="fromName" value={example.name} />
          <input type="hidden" name="fromAddress" value={example.address} />
          <input type="hidden" name="to" value={house.complaintsAddress} />
          <input type="hidden" name="subject" value={example.subject} />
          <input type="hidden" name="text" value={example.text} />
          <input type="hidden" name="lang" value={view.language} />
          <p class="room-actions">
            <button class="utrecht-button utrecht-button--primary-action" type="submit">
              {say(view, words.sendThis)}
            </button>
            <a class="utrecht-link" href={link(view, "/mailroom/compose", { example: example.id })}>
              {say(view, words.adapt)}
            </a>
          </p>
        </form>
      )}
    </section>
  );
}
