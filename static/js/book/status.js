// How far the lines are saved, always in words and always at the same place. Read aloud are
// only changes of state, not every line.
import { icon, make } from "./dom.js";
import { HOURS_BEFORE_WARNING, HOURS_KEPT } from "./vault.js";

const lines = (n) => `${n} line${n === 1 ? "" : "s"}`;
const ICONS = {
  ok: "M5 12.5l4.5 4.5L19 7.5",
  saving: "M12 7v5l3 2M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0",
  wait: "M4 4l16 16M8 12a6 6 0 0 1 2-1.3M5 9a10 10 0 0 1 3-1.8M16 9.2A10 10 0 0 1 19 11M12 18v.1",
  stop: "M12 4l9 16H3zM12 10v4M12 17v.1",
};

// `now`: saved, waiting, asks (numbers of lines), state of the way to the server, keeps, oldest.
export function sentence({ saved, waiting, asks, state, keeps, oldest }) {
  if (state === "sign-in") return ["stop", waiting ? `Sign in again, ${lines(waiting)} wait${waiting === 1 ? "s" : ""} here` : "Sign in again to go on", "sign-in"];
  if (asks) return ["stop", `Conflict: ${lines(asks)} ask${asks === 1 ? "s" : ""} you`, "conflict"];
  if (state === "gone") return ["stop", "This item is no longer open to you", null];
  if (state === "offline" && waiting) return ["wait", `Not yet saved (${waiting}): no network${until(oldest)}${keeps ? "" : ". Keep this page open"}`, null];
  if (state === "offline") return ["wait", "No network. Go on typing", null];
  if (waiting) return ["saving", state === "sending" ? "Saving…" : `Not yet saved (${waiting})`, null];
  if (!saved) return ["ok", "No lines yet", null];
  return ["ok", saved === 1 ? "1 line saved" : `All ${lines(saved)} saved`, null];
}

// When what waits will have waited too long, said a day before.
function until(oldest) {
  const hours = (Date.now() - oldest) / 3_600_000;
  if (!oldest || hours < HOURS_BEFORE_WARNING) return "";
  return `, deleted from this computer in ${Math.max(1, Math.ceil(HOURS_KEPT - hours))} h`;
}

export class Status {
  #said = "ok";
  #shown = "";

  constructor(place, signIn) {
    this.place = place;
    this.signIn = signIn;
    this.shown = make("span", { class: "de-save" });
    this.heard = make("span", { class: "govuk-visually-hidden" });
    place?.setAttribute("aria-atomic", "false");
    this.shown.setAttribute("aria-live", "off");
    place?.replaceChildren(this.shown, this.heard);
  }

  show(now) {
    if (!this.place) return;
    const [tone, words, todo] = sentence(now);
    if (this.#shown === words) return;
    this.#shown = words;
    this.shown.className = `de-save de-save--${tone}`;
    const link = todo === "sign-in" && make("a", { href: this.signIn, target: "_blank", rel: "opener" }, "Sign in");
    this.shown.replaceChildren(icon(ICONS[tone]), words, ...(link ? [" ", link] : []));
    if (tone !== "saving" && tone !== this.#said) {
      this.#said = tone;
      this.heard.textContent = tone === "ok" ? "Everything is saved." : `${words}.`;
    }
  }
}
