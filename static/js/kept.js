// What was typed before a sign-in had ended is sent with the token of the new one. Without this
// script the page comes once more, and sends it then.
const form = document.querySelector("[data-kept]");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await fetch(form.dataset.kept, { credentials: "same-origin", cache: "no-store" }).catch(() => null);
  if (answer?.ok) {
    form.elements.csrfmiddlewaretoken.value = (await answer.json()).token;
    form.submit();
  } else {
    const words = answer ? "You are still signed out. Sign in on another page first." : "No network. Keep this page open, and send it again later.";
    form.querySelector("[data-says]").replaceChildren(Object.assign(document.createElement("p"), { className: "govuk-error-message", textContent: words }));
  }
});
