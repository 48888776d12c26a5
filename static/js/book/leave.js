// On every signed-in page: what of the minutes still waits on this computer is said, and signing
// out removes everything kept here of the one who leaves, after asking if lines would be lost.
import { make } from "./dom.js";
import { expire, forget, waiting } from "./vault.js";

const { person } = document.body.dataset;
const lines = (records) => {
  const count = new Set(records.map((one) => one.line)).size;
  return `${count} line${count === 1 ? "" : "s"}`;
};

// Pages that hold typed words hand them over first; a slow network is not waited for.
async function handOver() {
  const work = [];
  document.dispatchEvent(new CustomEvent("minute-book:leave", { detail: work }));
  await Promise.race([Promise.allSettled(work), new Promise((resolve) => { setTimeout(resolve, 4000); })]);
}

function asks(records) {
  return new Promise((resolve) => {
    const dialog = make("dialog", { class: "r-dialog", "aria-labelledby": "leave-title" }, make("form", { method: "dialog" },
      make("h2", { class: "govuk-heading-m", id: "leave-title" }, `${lines(records)} not yet saved`),
      make("p", { class: "govuk-body" }, "They wait on this computer for the network. Signing out removes them for good."),
      make("div", { class: "de-row" }, make("button", { class: "govuk-button", value: "stay" }, "Stay signed in"), make("button", { class: "govuk-button govuk-button--warning", value: "leave" }, "Sign out and lose them"))));
    dialog.addEventListener("close", () => { dialog.remove(); resolve(dialog.returnValue === "leave"); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

async function wipe() {
  await forget(person);
  for (const name of (await self.caches?.keys()) ?? []) if (name.startsWith("minute-book-")) await caches.delete(name);
  for (const one of (await navigator.serviceWorker?.getRegistrations()) ?? []) await one.unregister();
}

async function leave(event) {
  event.preventDefault();
  const form = event.target;
  try {
    await handOver();
    const left = await waiting(person);
    if (left.length && !(await asks(left))) return;
    document.dispatchEvent(new Event("minute-book:gone"));
    await wipe();
  } catch { /* a browser without a store has kept nothing */ }
  form.submit();
}

async function tell() {
  await expire();
  const left = (await waiting(person)).filter((one) => one.path !== location.pathname);
  if (!left.length || document.querySelector("[data-book]")) return;
  const place = make("p", { class: "q-strip q-off", role: "status" }, make("span", {}, make("b", { class: "de-strong" }, `${lines(left)} of minutes not yet saved.`), " They wait on this computer and are sent from ", make("a", { href: left[0].path }, "the page where they were typed"), "."));
  document.getElementById("main").prepend(place);
}

document.querySelector("form[data-sign-out]")?.addEventListener("submit", leave);
tell().catch(() => {});
