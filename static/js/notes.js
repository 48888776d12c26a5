// Keeps private notes as they are typed. Without this script the button does it.
const PAUSE = 700;
const waiting = new WeakMap();

function say(form, words) {
  form.querySelector(".k-note__state").textContent = words;
}

async function keep(form) {
  clearTimeout(waiting.get(form));
  if (form.dataset.sending) return wait(form); // one at a time, else it would overtake itself
  form.dataset.sending = "yes";
  const text = form.elements.text.value;
  let answer;
  try {
    answer = await fetch(form.action, {
      method: "POST", body: new FormData(form), credentials: "same-origin",
      headers: { Accept: "application/json" }, redirect: "manual",
    });
  } catch {
    answer = null;
  }
  delete form.dataset.sending;
  if (answer?.ok) {
    form.elements.version.value = (await answer.json()).version;
    form.elements.text.defaultValue = text; // nothing of it is lost where the room moves on
    form.dispatchEvent(new Event("kept", { bubbles: true }));
    say(form, form.elements.text.value === text ? "Saved" : "");
  } else if (answer?.status === 409) {
    form.submit(); // changed in another window: the next page shows both texts
  } else if (answer?.type === "opaqueredirect") {
    say(form, "Not saved: sign in again in another window.");
  } else {
    say(form, "Not saved yet: no connection.");
    wait(form, 5000);
  }
}

function wait(form, pause = PAUSE) {
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => keep(form), pause));
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-note]");
  if (!form) return;
  say(form, "Not saved yet");
  wait(form);
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-note]")) return;
  event.preventDefault();
  keep(event.target);
});

addEventListener("beforeunload", (event) => {
  for (const form of document.querySelectorAll("form[data-note]")) {
    const area = form.elements.text;
    if (area.value !== area.defaultValue) event.preventDefault();
  }
});
