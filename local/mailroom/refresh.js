// Keeps lists and the clock fresh while somebody looks at them. Everything works without.
const every = 2_000;
let shown = "";

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const html = await answer.text();
  if (html === shown) return;
  shown = html;
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (next === null) continue;
    // What somebody opened stays open.
    for (const { id } of part.querySelectorAll("details[open][id]"))
      next.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
    if (next.innerHTML === part.innerHTML) continue;
    const focused = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    part.replaceChildren(...next.childNodes);
    if (focused !== null) part.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}

setInterval(() => refresh().catch(() => undefined), every);

// Moving the clock can take a moment: say so, and do not take a second click for a second move.
document.querySelector(".room-clock__moves")?.addEventListener("submit", (event) => {
  const form = event.currentTarget;
  if (form.getAttribute("aria-busy") === "true") event.preventDefault();
  form.setAttribute("aria-busy", "true");
});
