// The room keeps itself up to date (htmx asks, see _room_live.html). What this adds: nothing typed
// is replaced, buttons act without leaving the page, and two keys. Without it every button works.
const note = document.getElementById("room-note");

const tell = (words, link) => {
  note.textContent = words;
  if (link) note.append(" ", Object.assign(document.createElement("a"), link));
  note.hidden = !words;
};
const ask = () => document.body.dispatchEvent(new Event("room-now"));

const isTyped = (field) => {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.tagName === "SELECT") return [...field.options].some((one) => one.selected !== one.defaultSelected) && field.selectedIndex > 0;
  return field.type !== "hidden" && field.value !== field.defaultValue;
};
const isInUse = (panel) => {
  const at = document.activeElement;
  const isWriting = panel.contains(at) && at.matches("select, textarea, input:not([type=hidden])");
  return isWriting || [...panel.querySelectorAll("input, select, textarea")].some(isTyped);
};

// A panel in use waits, and says so. It is asked for again when its field is left, and at the
// latest after ten seconds: not every two, for that has the whole room made anew.
const PATIENCE = 10_000;
const waiting = new Map(); // panels by their id, each with the words that say so
let asked = new Set(); // those of them that the next answer may settle
let patience;

function wait(panel) {
  asked.delete(panel.id);
  patience ??= setTimeout(again, PATIENCE);
  if (waiting.has(panel.id)) return;
  const words = Object.assign(document.createElement("p"), { className: "r-waits", textContent: "This list waits for what you are typing." });
  words.setAttribute("role", "status");
  panel.before(words);
  waiting.set(panel.id, words);
}
function again() {
  clearTimeout(patience);
  patience = undefined;
  asked = new Set(waiting.keys());
  document.getElementById("room-stamp").value = ""; // what the page shows is not all there is
  ask();
}
function settle() {
  for (const id of asked) {
    waiting.get(id).remove();
    waiting.delete(id);
  }
  asked.clear();
}
const isLeft = () => [...waiting.keys()].some((id) => !isInUse(document.getElementById(id)));
for (const name of ["focusout", "kept"]) {
  document.addEventListener(name, () => setTimeout(() => isLeft() && again())); // where the caret is by then
}

const opened = new Map();
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const panel = event.detail.target;
  if (panel.matches("[data-room-panel]") && isInUse(panel)) {
    event.detail.shouldSwap = false;
    wait(panel);
    return;
  }
  opened.set(panel.id, [...panel.querySelectorAll("details[open]")].map((one) => one.id));
});
document.addEventListener("htmx:oobAfterSwap", (event) => {
  for (const id of opened.get(event.detail.target.id) ?? []) document.getElementById(id)?.setAttribute("open", "");
});

// In a long running order the item that is on is in sight: at first, and when it is another.
let wasOn;
function showWhatIsOn() {
  const on = document.querySelector("#room-order .now"), side = on?.closest(".r-side"), item = on?.querySelector("a").id;
  if (!side || item === wasOn) return;
  wasOn = item;
  const box = side.getBoundingClientRect(), at = on.getBoundingClientRect();
  if (at.top < box.top || at.bottom > Math.min(box.bottom, innerHeight)) side.scrollTop += at.top - box.top - 80;
}
showWhatIsOn();
document.addEventListener("htmx:oobAfterSwap", showWhatIsOn);

document.addEventListener("htmx:beforeSwap", (event) => {
  if (new URL(event.detail.xhr.responseURL || location.href).pathname.startsWith("/sign-in")) {
    event.detail.shouldSwap = false;
    tell("You are signed out, and this page stands still.", { href: "/sign-in/", textContent: "Sign in again" });
  }
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) settle();
  if (event.detail.successful && !note.dataset.kept) tell("");
});
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(name, () => note.dataset.kept || tell("No answer from the site: what you see may be out of date. It is asked for again every 2 seconds."));
}

async function act(form, button) {
  const sent = new FormData(form, button);
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: sent, credentials: "same-origin" });
  } catch {
    tell("Not done: no network. Press it again when it is back.");
    return;
  }
  if (answer.ok && answer.redirected && new URL(answer.url).pathname === location.pathname) {
    form.closest("details")?.removeAttribute("open");
    form.reset();
    delete note.dataset.kept;
    ask();
  } else if (answer.ok) {
    form.submit(); // a page of its own has something to say
  } else {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    note.dataset.kept = "1"; // until the next thing that is done
    tell(page.querySelector("#main .govuk-body")?.textContent ?? "Not done: something went wrong here.");
    note.setAttribute("role", "alert");
    ask();
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-room-panel] form:not([data-go], [data-note])");
  if (!form || form.method !== "post") return;
  event.preventDefault();
  act(form, event.submitter);
});

let cameFrom, satFrom;
const drawer = document.getElementById("papers");
const seats = () => [...document.querySelectorAll("[data-room-seats] button[id^=seat-]")].filter((one) => one.checkVisibility());

// Beside the lines and below the bar, wherever that is: it moves up while the page is scrolled.
const place = () => drawer?.open && drawer.style.setProperty("--below-bar", `${document.querySelector(".r-bar").getBoundingClientRect().bottom + 8}px`);
drawer?.addEventListener("toggle", place);
for (const name of ["scroll", "resize"]) addEventListener(name, place, { passive: true });

document.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  if (event.altKey && key === "p" && drawer) {
    event.preventDefault();
    drawer.open = !drawer.open;
    if (drawer.open) { cameFrom = document.activeElement; drawer.querySelector("summary").focus(); } else cameFrom?.focus();
  } else if (event.key === "Escape" && drawer?.open && drawer.contains(document.activeElement)) {
    drawer.open = false;
    (cameFrom ?? drawer.querySelector("summary")).focus();
  } else if ((event.altKey && key === "w") || (event.key === "Escape" && event.target.closest?.("[data-room-seats]") && satFrom)) {
    event.preventDefault();
    if (event.target.closest?.("[data-room-seats]")) satFrom?.focus();
    else {
      if (document.activeElement !== document.body) satFrom = document.activeElement;
      seats()[0]?.focus();
    }
  } else if (["ArrowDown", "ArrowUp"].includes(event.key) && event.target.closest?.("[data-room-seats]")) {
    const all = seats(), row = event.target.closest("li").querySelector("button[id^=seat-]");
    const to = all[all.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
    if (to) { event.preventDefault(); to.focus(); }
  }
});
