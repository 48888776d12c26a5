// Dragging items of an agenda. The same moves are buttons that work without this script.
const main = document.getElementById("main");
let lifted = null;

async function send(url, sent, focus) {
  const status = document.getElementById("save");
  status.textContent = "Saving…";
  let answer, text;
  try {
    answer = await fetch(url, { method: "POST", body: sent, credentials: "same-origin" });
    text = await answer.text();
  } catch {
    status.textContent = "Not moved: no network. Try again.";
    return;
  }
  const page = new DOMParser().parseFromString(text, "text/html");
  main.replaceChildren(...page.getElementById("main").childNodes);
  const there = document.getElementById(focus);
  (there && !there.disabled ? there : there?.closest(".a-row")?.querySelector(".a-grip"))?.focus();
  const said = document.getElementById("save");
  if (said && answer.ok) said.prepend("Saved. ");
}

const form = () => new FormData(document.getElementById("moves"));

main.addEventListener("submit", (event) => {
  if (event.target.id !== "moves") return;
  event.preventDefault();
  const button = event.submitter;
  const sent = form();
  sent.append(button.name, button.value);
  send(button.getAttribute("formaction"), sent, lifted ?? button.id);
  lifted = null;
});

main.addEventListener("keydown", (event) => {
  const grip = event.target.closest(".a-grip");
  const step = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "out", ArrowRight: "in" }[event.key];
  if (!grip || !step) return;
  event.preventDefault();
  const row = grip.closest(".a-row");
  lifted = grip.id; // so that the next arrow moves it on
  const button = row.querySelector(`button[value="${step}"]:not(:disabled)`);
  if (button) button.click(); else lifted = null;
});

const clear = () => main.querySelectorAll(".a-row--over, .a-row--drag").forEach((row) => row.classList.remove("a-row--over", "a-row--drag"));

main.addEventListener("dragstart", (event) => {
  const row = event.target.closest?.(".a-row");
  if (!row) return;
  lifted = row;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", row.dataset.item);
  event.dataTransfer.setDragImage(row, 10, 10);
  row.classList.add("a-row--drag");
});

main.addEventListener("dragover", (event) => {
  const row = event.target.closest?.(".a-row");
  if (!(lifted instanceof Element) || !row || row === lifted) return;
  event.preventDefault();
  main.querySelectorAll(".a-row--over").forEach((one) => one.classList.remove("a-row--over"));
  row.classList.add("a-row--over");
});

main.addEventListener("drop", (event) => {
  const row = event.target.closest?.(".a-row");
  if (!(lifted instanceof Element) || !row || row === lifted) return;
  event.preventDefault();
  const sent = form();
  sent.append("after", row.dataset.item);
  const url = lifted.querySelector("button[formaction]").getAttribute("formaction");
  const focus = `grip-${lifted.dataset.item}`;
  lifted = null;
  clear();
  send(url, sent, focus);
});

main.addEventListener("dragend", () => { lifted = null; clear(); });
