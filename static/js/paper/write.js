// A paper saves itself while it is typed: each section apart, a moment after the last key. Words
// at one place say how far that is. Without this script the button Save does the same.
import { whenBack } from "../post.js";
import { Section } from "./section.js";
import { show } from "./says.js";

const PAUSE = 1200; // ms after the last key
const RETRY = 5000;
const form = document.getElementById("writing");
const place = document.getElementById("save-state");
const sections = [...form.querySelectorAll("textarea[data-section]")].map((area) => new Section(area, form));
let timer = 0;
let way = "open"; // open, offline, sign-in
let queue = Promise.resolve();

const unsaved = () => sections.filter((one) => one.isDirty);
const asking = () => sections.filter((one) => one.asks);
const tell = (saving) => show(place, { saving, way, waiting: unsaved().length, asks: asking().length });

function soon(after = PAUSE) {
  clearTimeout(timer);
  timer = setTimeout(save, after);
}

// One after the other, so that what is typed while it is sent goes with the next.
function save() {
  clearTimeout(timer);
  queue = queue.then(async () => {
    const ready = unsaved().filter((one) => !one.asks);
    if (!ready.length) return tell(false);
    tell(true);
    for (const one of ready) {
      way = await one.send();
      if (way !== "open") break;
    }
    tell(false);
    if (way !== "open") soon(RETRY); // sign-in: somebody may have, in another page
    else if (unsaved().some((one) => !one.asks)) soon();
  });
  return queue;
}

form.addEventListener("input", () => { tell(false); soon(); });
form.addEventListener("change", () => save());
form.addEventListener("section-decided", () => { tell(false); save(); });
form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
addEventListener("online", () => save());
document.addEventListener("visibilitychange", () => document.hidden && save());
whenBack(save);
addEventListener("beforeunload", (event) => unsaved().length && event.preventDefault());

// Submitting waits until all is saved. The list of what is missing is renewed by each save.
document.addEventListener("submit", async (event) => {
  if (!event.target.matches("[data-submit-paper]") || !unsaved().length) return;
  event.preventDefault();
  await save();
  if (!unsaved().length) event.target.submit();
  else place.scrollIntoView({ block: "nearest" });
});
for (const one of sections) if (one.isDirty) soon(0); // a form that the browser filled in again

// What is missing is written where the link led.
const focusTarget = () => location.hash.startsWith("#section-") && document.querySelector(`${location.hash} textarea`)?.focus({ preventScroll: true });
addEventListener("hashchange", focusTarget);
focusTarget();
