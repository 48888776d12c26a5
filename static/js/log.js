// Typing minutes without waiting: forms and links marked data-live are fetched and their page is
// put in place of this one. Without this script the same forms and links work as they stand.
const ok = document.getElementById("save").innerHTML;

let afterMove; // where the focus goes after a move made from the new line

const say = (words, tone) => {
  const place = document.getElementById("save");
  if (place) place.innerHTML = `<span class="de-save de-save--${tone}">${words}</span>`;
};

const draft = () => {
  const form = document.getElementById("new-line");
  return form && form.text.value.trim() ? [...form.elements].map((one) => [one.name, one.type === "checkbox" ? one.checked : one.value]) : null;
};

const restore = (kept) => {
  const form = document.getElementById("new-line");
  if (!form || !kept) return;
  for (const [name, value] of kept) {
    const field = name && name !== "csrfmiddlewaretoken" && form.elements[name];
    if (!field) continue;
    if (field.type === "checkbox") field.checked = value; else field.value = value;
  }
};

const focusOn = (id) => {
  const field = document.querySelector(".r-line--edit textarea") || document.getElementById(id) || document.getElementById("id_text");
  if (!field) return;
  field.focus({ preventScroll: false });
  if (field.tagName === "TEXTAREA") field.selectionStart = field.selectionEnd = field.value.length;
};

const isBeingEdited = () => {
  const field = document.querySelector(".r-edit .r-text");
  return field && field.value !== field.defaultValue;
};

async function go(url, options, focus, keep) {
  const kept = keep && draft();
  say("Saving…", "saving");
  let answer, text;
  try {
    answer = await fetch(url, { credentials: "same-origin", ...options });
    text = await answer.text();
  } catch {
    say("Not yet saved: no network. Your text is kept; save again.", "wait");
    return;
  }
  if (new URL(answer.url).pathname.startsWith("/sign-in")) {
    say(`<a href="/sign-in/" target="_blank">Sign in again</a>, then save: your text is kept.`, "stop");
    return;
  }
  if (answer.status >= 500) {
    say("Not saved: something went wrong here. Your text is kept; save again.", "stop");
    return;
  }
  const page = new DOMParser().parseFromString(text, "text/html");
  document.getElementById("main").replaceChildren(...page.getElementById("main").childNodes);
  document.title = page.title;
  if (answer.ok && !(options && options.method && !answer.redirected)) history.replaceState(null, "", answer.url);
  restore(kept);
  if (answer.status === 409) document.querySelector("#main h1, #main h2")?.setAttribute("tabindex", "-1");
  if (answer.status === 409) document.querySelector("#main h1")?.focus(); else focusOn(focus);
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-live]");
  if (!form) return;
  event.preventDefault();
  if (!form.closest(".r-edit") && isBeingEdited() && !confirm("Leave the line you are editing without saving it?")) return;
  const button = event.submitter;
  const sent = new FormData(form);
  if (button?.name) sent.append(button.name, button.value);
  const url = button?.getAttribute("formaction") || form.action;
  const focus = form.dataset.focus || afterMove || button?.id;
  afterMove = undefined;
  go(url, { method: "POST", body: sent }, focus, form.id !== "new-line");
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-live]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  if (!("cancel" in link.dataset) && isBeingEdited() && !confirm("Leave the line you are editing without saving it?")) return;
  go(link.href, undefined, link.dataset.focus, true);
});

document.addEventListener("keydown", (event) => {
  const field = event.target;
  const line = field.closest?.(".r-line");
  const step = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "out", ArrowRight: "in" }[event.key];
  const fresh = field.matches?.("#new-line .r-text") && !field.value;
  if (event.altKey && step && (line || fresh) && !field.closest(".r-edit")) {
    event.preventDefault();
    const moved = line || [...document.querySelectorAll("#lines > .r-line")].at(-1);
    afterMove = fresh ? "id_text" : undefined;
    moved?.querySelector(`button[value="${step}"]`)?.click();
  } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing && field.matches?.(".r-text")) {
    event.preventDefault();
    if (field.value.trim()) field.form.requestSubmit();
  } else if (event.key === "Escape" && field.closest?.(".r-edit")) {
    document.querySelector("[data-cancel]")?.click();
  } else if (event.key === "ArrowUp" && fresh) {
    event.preventDefault();
    [...document.querySelectorAll(".r-line__st > a")].at(-1)?.click();
  }
});

document.addEventListener("input", (event) => {
  if (event.target.matches(".r-text") && event.target.value) say("Not yet saved", "wait");
  else if (event.target.matches(".r-text")) document.getElementById("save").innerHTML = ok;
});

addEventListener("beforeunload", (event) => {
  if (isBeingEdited() || draft()) event.preventDefault();
});

if (!location.hash && matchMedia("(min-width: 64em)").matches) focusOn("id_text");
