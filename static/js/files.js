// Sends files in pieces, several at once, and goes on after a cut and after signing in again.
// Without it the form does it.
import { post, signInLink, whenBack } from "./post.js";

const PIECE = 1 << 20;
const PAUSES = [1, 2, 4, 8, 15, 30]; // seconds
const section = document.querySelector("[data-files]");
const place = section.querySelector("[data-send]");
const form = place?.querySelector("form");
const coming = section.querySelector("[data-coming]");

class Refused extends Error {}
class SignedOut extends Error {}

function row(file) {
  coming.hidden = false;
  if (!coming.firstElementChild) coming.append(document.createElement("ul"));
  const item = document.createElement("li");
  const name = document.createElement("b");
  const again = document.createElement("button");
  const bar = document.createElement("progress");
  const words = document.createElement("p");
  name.textContent = file.name;
  again.className = "de-btn-quiet";
  again.type = "button";
  again.textContent = "Stop";
  bar.max = file.size || 1;
  bar.value = 0;
  bar.setAttribute("aria-label", `How much of ${file.name} has arrived`);
  words.textContent = "Reading";
  item.append(name, again, bar, words);
  coming.firstElementChild.append(item);
  return { item, again, bar, words };
}

async function hash(file) {
  const sum = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function ask(url, body, headers, stop) {
  const answer = await post(url, { body, headers, signal: stop });
  if (answer.status === 401) throw new SignedOut();
  const type = answer.headers.get("Content-Type") ?? "";
  if (type.startsWith("application/json")) {
    const said = await answer.json();
    if (said.refused) throw new Refused(said.refused);
    return said;
  }
  if (answer.status === 413) throw new Refused("The file is too large.");
  if (answer.status === 403 || answer.status === 409) throw new Refused("This paper can no longer change.");
  throw new Error(answer.status); // tried again
}

async function send(file, shown, stop) {
  const about = new FormData();
  for (const [name, value] of Object.entries({ name: file.name, size: file.size, sha256: await hash(file) })) about.set(name, value);
  let at = -1; // not known: ask
  let url;
  for (let tries = 0; ; ) {
    try {
      if (at < 0) ({ offset: at, url } = await ask(place.dataset.send, about, {}, stop));
      const said = await ask(url, file.slice(at, at + PIECE), {
        "Content-Type": "application/octet-stream", "Upload-Offset": String(at),
      }, stop);
      tries = said.offset > at ? 0 : tries + 1;
      at = said.offset;
      shown.bar.value = at;
      shown.words.textContent = said.attached ? "Arrived" : at < file.size ? `${Math.round((100 * at) / file.size)}% has arrived` : "Being looked at";
      if (said.attached) return;
      if (tries > 20) throw new Refused("It does not get through. Choose it again later.");
    } catch (error) {
      if (error instanceof Refused || error.name === "AbortError") throw error;
      at = -1;
      const pause = PAUSES[Math.min(tries++, PAUSES.length - 1)];
      tellWhy(shown, error);
      await new Promise((on) => { setTimeout(on, pause * 1000); addEventListener("online", on, { once: true }); waiting.add(on); });
      stop.throwIfAborted();
    }
  }
}

// Those that pause go on at once when the reader comes back.
const waiting = new Set();
whenBack(() => { for (const on of waiting) on(); waiting.clear(); });

function tellWhy({ words, bar }, error) {
  const arrived = `${Math.round((100 * bar.value) / bar.max)}% has arrived; it goes on by itself.`;
  if (!(error instanceof SignedOut)) words.textContent = `No connection. ${arrived}`;
  else if (!words.querySelector("a")) words.replaceChildren(`You are signed out. ${arrived} `, signInLink());
}

async function take(file) {
  const shown = row(file);
  const stop = new AbortController();
  shown.again.onclick = () => stop.abort();
  try {
    await send(file, shown, stop.signal);
    shown.item.remove();
    await refresh();
  } catch (error) {
    shown.item.classList.toggle("is-refused", error instanceof Refused);
    shown.words.textContent = error instanceof Refused ? error.message : "Stopped.";
    shown.bar.remove();
    shown.again.textContent = "Dismiss";
    shown.again.onclick = () => { shown.item.remove(); form.elements.files.focus(); };
  }
}

export async function refresh() {
  const answer = await fetch(section.dataset.files, { credentials: "same-origin" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-files]");
  section.querySelector("[data-list]").replaceChildren(...fresh.querySelector("[data-list]").childNodes);
  section.toggleAttribute("data-waits", fresh.hasAttribute("data-waits"));
  section.dispatchEvent(new CustomEvent("files-changed", { bubbles: true }));
  watch();
}

function watch() {
  if (section.hasAttribute("data-waits")) setTimeout(() => refresh().catch(watch), 3000);
}

async function takeAll(files) {
  const waiting = [...files];
  const two = async () => { while (waiting.length) await take(waiting.shift()); };
  await Promise.all([two(), two()]);
}

if (form && crypto.subtle) {
  const field = form.elements.files;
  form.addEventListener("submit", (event) => {
    if (!field.files.length) return;
    event.preventDefault();
    takeAll(field.files);
    field.value = "";
  });
  addEventListener("beforeunload", (event) => {
    if (coming.querySelector("progress")) event.preventDefault();
  });
}
watch();
