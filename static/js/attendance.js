// Marks are not lost when something else on the page is sent first; one press marks a whole group.
// Without this script every mark is one choice, and is kept by “Save attendance”.
const marks = document.getElementById("marks");
let isChanged = false;

marks?.addEventListener("change", () => { isChanged = true; });

for (const button of marks?.querySelectorAll("[data-all-present]") ?? []) {
  button.hidden = false;
  button.addEventListener("click", () => {
    for (const row of button.closest("section").querySelectorAll("fieldset")) {
      const present = row.querySelector("input[value=present]");
      if (!present || row.querySelector("input:checked")) continue;
      present.checked = isChanged = true;
    }
  });
}

document.addEventListener("submit", async (event) => {
  const sent = event.target;
  if (sent === marks || !isChanged) { isChanged = false; return; }
  event.preventDefault();
  const answer = await fetch(marks.action, { method: "POST", body: new FormData(marks), credentials: "same-origin" }).catch(() => null);
  isChanged = false;
  if (answer?.redirected) sent.submit(); else marks.requestSubmit(); // shows what was wrong with them
});

addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
